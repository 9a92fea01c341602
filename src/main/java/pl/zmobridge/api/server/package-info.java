/** The HTTP server itself: what a peer may do before anybody knows who it is. */
package pl.zmobridge.api.server;
