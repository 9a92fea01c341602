/** What an operator sets while the bridge runs: kept in the database, over the values of the files, in force at once. */
package pl.zmobridge.mending;
