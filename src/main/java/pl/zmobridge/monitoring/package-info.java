/** Figures for Prometheus, all named {@code zmobridge_…}; {@code docs/monitoring.md} says what each means. */
package pl.zmobridge.monitoring;
