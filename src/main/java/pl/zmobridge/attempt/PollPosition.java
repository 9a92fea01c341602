package pl.zmobridge.attempt;

import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.shoper.Poll;

/**
 * Where a poll stands: the parameters of {@code cursor-move} and {@code watched-page}.
 *
 * @param watchDays how many days orders are watched
 * @param endedAfter the last ended order that was looked at
 * @param room how many orders the page can take
 */
public record PollPosition(Poll poll, int watchDays, long endedAfter, int room) implements SqlParameters {
    @Override
    public Object parameter(String name) {
        return switch (name) {
            case "cursor" -> poll.newOrders().cursor();
            case "watchedAfter" -> poll.watchedOrders().after();
            case "watchUpTo" -> poll.watchedOrders().upTo();
            case "listed" -> poll.watchedOrders().listed();
            case "parts" -> poll.watchedOrders().parts();
            case "watchDays" -> watchDays;
            case "ended" -> poll.watchedOrders().isEnded();
            case "endedAfter" -> endedAfter;
            case "room" -> room;
            default -> NONE;
        };
    }
}
