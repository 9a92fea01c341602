/** The commands: a small program that asks the running bridge over its HTTP API; {@code check} and {@code run} work alone. */
package pl.zmobridge.cli;
