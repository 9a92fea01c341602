package pl.zmobridge.check;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import pl.zmobridge.settings.Authorities;

/** Certificates: why a connection was not made because of one, and whether those that the configuration names are still good. */
final class Tls {
    private static final Duration SOON = Duration.ofDays(30);

    private Tls() {}

    /** Whether a connection failed for want of trust or encryption. */
    static boolean isFault(Throwable failure) {
        return find(failure, SSLException.class).isPresent();
    }

    /** What is wrong, in the words of the first cause that is known. */
    static String words(Throwable failure) {
        Optional<SSLPeerUnverifiedException> otherHost = find(failure, SSLPeerUnverifiedException.class);
        if (otherHost.isPresent()) {
            return "the server's certificate is not for this host name: "
                    + otherHost.get().getMessage();
        }
        if (find(failure, CertificateExpiredException.class).isPresent()) {
            return "the server's certificate has expired";
        }
        if (find(failure, CertificateNotYetValidException.class).isPresent()) {
            return "the server's certificate is not valid yet";
        }
        if (find(failure, CertPathBuilderException.class).isPresent()
                || find(failure, CertPathValidatorException.class).isPresent()) {
            return "nobody who is trusted vouches for the server's certificate";
        }
        return find(failure, SSLException.class).map(Throwable::getMessage).orElse("");
    }

    /**
     * What to do.
     *
     * @param key names the certificates that are trusted
     * @param named whether the configuration has it
     */
    static String advice(Throwable failure, String key, boolean named) {
        if (find(failure, SSLPeerUnverifiedException.class).isPresent()) {
            return "write the name that the certificate is for, or get a certificate for this one";
        }
        if (find(failure, CertificateExpiredException.class).isPresent()
                || find(failure, CertificateNotYetValidException.class).isPresent()) {
            return "renew the server's certificate; is this machine's clock right?";
        }
        return named
                ? "is the right CA in the file of " + key + "? Only its certificates count for this server"
                : "name the file with the CA in " + key + ", if it is one of your own";
    }

    /** Tells of the certificates that a key names. */
    static void look(Optional<Authorities> ca, String key, InstantSource clock, Findings findings) {
        if (ca.isEmpty()) {
            return;
        }
        Instant first = ca.get().certificates().stream()
                .map(each -> each.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
        String count = ca.get().certificates().size() + " in " + ca.get().file();
        if (first.isBefore(clock.instant().plus(SOON))) {
            String day = first.atOffset(ZoneOffset.UTC).toLocalDate().toString();
            findings.note(
                    key,
                    count + "; one of them " + (first.isBefore(clock.instant()) ? "expired" : "expires") + " on " + day,
                    "put its successor into the file, too, and start the bridge anew");
        } else {
            findings.good(key, "certificates: " + count);
        }
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> wanted) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (wanted.isInstance(each)) {
                return Optional.of(wanted.cast(each));
            }
        }
        return Optional.empty();
    }
}
