/** The HTTP API: who may ask, what a request wants, what it is answered. */
package pl.zmobridge.api;
