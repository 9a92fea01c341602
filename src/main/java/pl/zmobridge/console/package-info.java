/** The console's files, served over the API's HTTP server. */
package pl.zmobridge.console;
