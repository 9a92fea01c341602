package pl.zmobridge.pdf;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.register.Backoff;
import pl.zmobridge.wire.Answer;

/** What keeps all PDFs from where they go. The log says it when it begins and when it ends; a mail server that is away is left alone for a while. */
final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.documents");
    private static final String SERVER = "the mail server";

    private final Backoff backoff;
    private final InstantSource clock;
    private final Map<String, String> told = new ConcurrentHashMap<>();
    private int failures;
    private Instant mailNotBefore = Instant.MIN;

    Troubles(Backoff backoff, InstantSource clock) {
        this.backoff = backoff;
        this.clock = clock;
    }

    void began(String trouble, String what, String words) {
        if (told.put(trouble, what) == null) {
            LOG.warn("{}; it is tried again, and orders go on: {}", what, words);
        }
    }

    void over(String trouble) {
        String what = told.remove(trouble);
        if (what != null) {
            LOG.info("{}: that is over", what);
        }
    }

    /** @return how long it is left alone */
    synchronized Duration serverAway(String words) {
        Duration pause = backoff.after(++failures);
        mailNotBefore = clock.instant().plus(pause);
        began(SERVER, "The mail server takes no PDFs for buyers", words);
        return pause;
    }

    synchronized void serverBack() {
        failures = 0;
        mailNotBefore = Instant.MIN;
        over(SERVER);
    }

    /** How long it is left alone yet; not longer than it was said at first, whatever became of the clock. */
    synchronized Duration pause() {
        Instant now = clock.instant();
        if (!now.isBefore(mailNotBefore)) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, mailNotBefore);
        return left.compareTo(backoff.max()) < 0 ? left : backoff.max();
    }

    /** The innermost words of a failure, without addresses and secrets (I6). */
    static String words(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String said = innermost.getMessage();
        return Answer.discreet(said == null ? innermost.getClass().getSimpleName() : said);
    }
}
