package pl.zmobridge.check;

import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import pl.zmobridge.check.Offers.NotOffered;

/** What a failed connection means, without the names and addresses that a line of a check has already. */
final class Failures {
    private static final String REFUSED = "connection refused";
    private static final Pattern CONNECT = Pattern.compile("Connect to .* failed: (.*)");

    private Failures() {}

    static String words(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof UnknownHostException) {
                return "there is no such host";
            }
            if (each instanceof SSLException) {
                return "TLS failed: " + Tls.words(failure);
            }
            if (each instanceof SocketTimeoutException) {
                return "no answer in time";
            }
        }
        String message = failure.getMessage();
        if (message == null) {
            return failure.getClass().getSimpleName();
        }
        Matcher connect = CONNECT.matcher(message);
        String words = connect.matches() ? connect.group(1) : message;
        return words.equalsIgnoreCase(REFUSED) ? REFUSED : words;
    }

    /** What the same means for an address that somebody has typed. */
    static NotOffered.Fault fault(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof UnknownHostException) {
                return NotOffered.Fault.NO_HOST;
            }
            if (each instanceof SSLException) {
                return NotOffered.Fault.TLS;
            }
            if (each instanceof SocketTimeoutException) {
                return NotOffered.Fault.NO_ANSWER;
            }
        }
        return words(failure).equals(REFUSED) ? NotOffered.Fault.CONNECTION_REFUSED : NotOffered.Fault.OTHER;
    }

    /** The words of the innermost cause that has some. */
    static String innermost(Throwable failure) {
        String words = failure.toString();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            words = each.getMessage() == null ? words : each.getMessage();
        }
        return words;
    }
}
