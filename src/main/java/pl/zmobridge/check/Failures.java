package pl.zmobridge.check;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/** What a failed connection means; the JDK's HTTP client often says nothing. */
final class Failures {
    private Failures() {}

    static String words(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof UnresolvedAddressException || each instanceof UnknownHostException) {
                return "there is no such host";
            }
            if (each instanceof SSLException) {
                return "TLS failed: " + each.getMessage();
            }
            if (each instanceof HttpTimeoutException) {
                return "no answer in time";
            }
        }
        String message = failure.getMessage();
        if (failure instanceof ConnectException && message == null) {
            return "connection refused";
        }
        return message == null ? failure.getClass().getSimpleName() : message;
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
