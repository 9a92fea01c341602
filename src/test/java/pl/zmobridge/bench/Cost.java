package pl.zmobridge.bench;

import java.util.Locale;

/**
 * What an order and a quiet poll cost at one size.
 *
 * @param size of what grows: orders in the register, or shops
 * @param order without the poll that brings it
 */
record Cost(int size, Of order, Of poll) {

    /**
     * @param cpuMillis processor time of the bridge
     * @param rows that the database has read, index entries included; what the bridge does besides is in it
     */
    record Of(double cpuMillis, double statements, double rows) {
        Of minus(Of other, double times) {
            return new Of(
                    cpuMillis - times * other.cpuMillis,
                    statements - times * other.statements,
                    rows - times * other.rows);
        }
    }

    /** A row of a Markdown table. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %,d | %.1f | %.1f | %.0f | %.1f | %.1f | %.0f |",
                size,
                order.cpuMillis,
                order.statements,
                order.rows,
                poll.cpuMillis,
                poll.statements,
                poll.rows);
    }
}
