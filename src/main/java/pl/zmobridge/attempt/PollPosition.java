package pl.zmobridge.attempt;

import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.shoper.Poll;

/**
 * Where a poll stands: the parameters of {@code cursor-move} and {@code watched-page}.
 *
 * @param watchDays how many days orders are watched
 */
public record PollPosition(Poll poll, int watchDays) implements SqlParameters {
    @Override
    public Object parameter(String name) {
        return switch (name) {
            case "cursor" -> poll.newOrders().cursor();
            case "watchedAfter" -> poll.watchedOrders().after();
            case "watchUpTo" -> poll.watchedOrders().upTo();
            case "watchDays" -> watchDays;
            default -> NONE;
        };
    }
}
