package pl.zmobridge.notify;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be told now, and what is to be noted.
 *
 * @param changed outages that began or ended; they are noted in quiet hours too
 * @param outages those to be told of
 * @param letters those to be told of
 */
record Decision(
        Instant at, ZoneId zone, List<Outage> changed, List<Outage> outages, List<Letter> letters, boolean summary) {

    static Decision nothing(Instant at, ZoneId zone) {
        return new Decision(at, zone, List.of(), List.of(), List.of(), false);
    }

    boolean isToBeSent() {
        return summary || !outages.isEmpty() || !letters.isEmpty();
    }

    boolean isAnything() {
        return isToBeSent() || !changed.isEmpty();
    }

    /** The outages as they are to be kept. */
    List<Outage> noted(boolean sent) {
        if (!sent) {
            return changed;
        }
        Stream<Outage> silent = changed.stream().filter(each -> outages.stream().noneMatch(each::isSame));
        return Stream.concat(outages.stream().map(Outage::told), silent).toList();
    }
}
