package pl.zmobridge.failure;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.RuntimeExchangeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import pl.zmobridge.words.Language;

/** What an exception means: what it says itself if it knows, else what can be told from its chain of causes. */
public final class Failures {
    private static final int DEEPEST = 10;
    /** MariaDB's ER_DISK_FULL and ER_RECORD_FILE_FULL; other errors have the system's words in them. */
    private static final Set<Integer> NO_ROOM = Set.of(1021, 1114);

    private static final Pattern NO_ROOM_IN_WORDS = Pattern.compile("No space left on device|Disk quota exceeded");

    private Failures() {}

    public static Failure of(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        Optional<Throwable> known = first(chain, Failing.class::isInstance);
        if (known.isPresent()) {
            return ((Failing) known.get()).failure();
        }
        if (first(chain, Failures::isDatabaseFull).isPresent()) {
            return Failure.of(Cause.DATABASE_FULL).quoting(String.join(" ← ", words(chain)));
        }
        if (first(chain, Failures::isDatabaseAway).isPresent()) {
            return Failure.of(Cause.DATABASE_AWAY).quoting(String.join(" ← ", words(chain)));
        }
        return first(chain, IOException.class::isInstance).isPresent()
                ? unanswered(thrown)
                : Failure.of(Cause.OTHER).quoting(String.join(" ← ", words(chain)));
    }

    /** For the log. */
    public static String inLog(Throwable thrown) {
        return of(thrown).text(Language.EN);
    }

    /** Nothing came back. Every call to the shop says that it was one ({@link Unreachable}); what does not is the ERP's. */
    public static Failure unanswered(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        Throwable network = first(chain, IOException.class::isInstance).orElse(thrown);
        List<String> words = words(chain);
        String own = word(network);
        words.remove(own);
        words.add(0, own);
        return Failure.of(Cause.ERP_AWAY).with("how", how(network)).quoting(String.join(" ← ", words));
    }

    private static String how(Throwable network) {
        if (network instanceof UnknownHostException) {
            return "NO_ADDRESS";
        }
        if (network instanceof ConnectException) {
            return "NO_CONNECTION";
        }
        if (isUnsafe(network)) {
            return "NOT_SAFE";
        }
        return network instanceof SocketTimeoutException ? "NO_ANSWER" : "BROKEN";
    }

    /** No agreement on encryption, or a certificate that nobody trusted vouches for, or that is another host's. */
    private static boolean isUnsafe(Throwable network) {
        return network instanceof SSLHandshakeException || network instanceof SSLPeerUnverifiedException;
    }

    /** Whether a call failed before anything of it was sent: no address, no connection, none free, no agreement on encryption. */
    static boolean isBeforeSending(Throwable thrown) {
        return first(
                        chain(thrown),
                        each -> each instanceof UnknownHostException
                                || each instanceof ConnectException
                                || each instanceof NoRouteToHostException
                                || isUnsafe(each)
                                || each instanceof ConnectTimeoutException
                                || each instanceof ConnectionRequestTimeoutException)
                .isPresent();
    }

    private static boolean isDatabaseFull(Throwable cause) {
        return cause instanceof SQLException refused
                && (NO_ROOM.contains(refused.getErrorCode())
                        || NO_ROOM_IN_WORDS.matcher(word(refused)).find());
    }

    private static boolean isDatabaseAway(Throwable cause) {
        return cause instanceof TransientDataAccessResourceException
                || cause instanceof CannotGetJdbcConnectionException
                || cause instanceof SQLTransientException
                || cause instanceof SQLNonTransientConnectionException;
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = thrown; each != null && chain.size() < DEEPEST; each = each.getCause()) {
            chain.add(each);
        }
        return chain;
    }

    private static Optional<Throwable> first(List<Throwable> chain, Predicate<Throwable> wanted) {
        return chain.stream().filter(wanted).findFirst();
    }

    /** Of each cause what it says, once. */
    private static List<String> words(List<Throwable> chain) {
        List<String> words = new ArrayList<>();
        for (Throwable each : chain) {
            String word = word(each);
            if (!isEnvelope(each) && words.stream().noneMatch(known -> known.contains(word))) {
                words.add(word);
            }
        }
        return words;
    }

    private static String word(Throwable each) {
        return each.getMessage() == null ? each.getClass().getSimpleName() : each.getMessage();
    }

    /** What Camel wraps a failure into says nothing that the failure does not. */
    private static boolean isEnvelope(Throwable each) {
        return each.getCause() != null
                && (each instanceof CamelExchangeException || each instanceof RuntimeExchangeException);
    }
}
