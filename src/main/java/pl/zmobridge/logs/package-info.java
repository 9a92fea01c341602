/** What may not stand in a log, whoever writes it and at whatever level (I6). */
package pl.zmobridge.logs;
