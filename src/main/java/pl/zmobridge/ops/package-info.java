/** For the people who run the bridge: its settings and their check, the HTTP API, the commands, health. */
package pl.zmobridge.ops;
