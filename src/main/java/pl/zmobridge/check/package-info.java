/** Tries a configuration against the systems it names before the first order does. Reads only; writes nothing anywhere. */
package pl.zmobridge.check;
