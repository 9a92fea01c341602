/** The HTTP API from its caller's side. */
package pl.zmobridge.api.client;
