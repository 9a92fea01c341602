/** When shops are polled, and by which of several bridges: Quartz, alone in memory or with the other nodes in the database. */
package pl.zmobridge.schedule;
