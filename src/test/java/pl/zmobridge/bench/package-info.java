/**
 * The benchmark: {@code mvn -Pbench}. The bridge against the script that people write today and against itself with one order at a
 * time, as processes of their own, on the same simulators with the same latencies; what it prints lands in {@code docs/performance.md}.
 */
package pl.zmobridge.bench;
