/** The entry point, and how everything is wired together. */
package pl.zmobridge.app;
