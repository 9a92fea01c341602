package pl.zmobridge.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What one message says.
 *
 * @param test whether a person only wants to see one
 * @param outages what began or ended
 * @param summary of each shop; empty for no summary
 * @param zone of the times in it
 */
record Content(
        boolean test, List<CauseGroup> causes, List<Outage> outages, List<Figures> summary, Instant at, ZoneId zone) {

    long orders(boolean reviews) {
        return causes.stream()
                .filter(cause -> cause.review() == reviews)
                .mapToLong(cause -> cause.orders().size())
                .sum();
    }
}
