/** What may not stand in a log, whoever writes it and at whatever level (I6), and whose times it tells. */
package pl.zmobridge.logs;
