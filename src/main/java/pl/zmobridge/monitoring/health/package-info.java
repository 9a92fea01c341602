/** What {@code /observe/health} answers: whether this process lives, and whether it does its work. */
package pl.zmobridge.monitoring.health;
