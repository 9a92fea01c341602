/** What a line of the log says besides its words, and how it is written. */
package pl.zmobridge.ops.logs;
