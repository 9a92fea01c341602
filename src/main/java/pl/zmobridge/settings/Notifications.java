package pl.zmobridge.settings;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pl.zmobridge.words.Language;

/**
 * Who is told what needs a person, and when.
 *
 * @param gather how long what is new is gathered, and the least time between two messages
 * @param outage a system that is away is told of after so long
 * @param summary when each day's summary is sent; empty for none
 * @param console where people open the console, without a slash at the end
 */
public record Notifications(
        Optional<Mail> mail,
        Optional<Webhook> webhook,
        Language language,
        Duration gather,
        Duration outage,
        Optional<QuietHours> quiet,
        Optional<LocalTime> summary,
        Optional<String> console) {

    /** How the connection to an SMTP server is encrypted. */
    public enum Tls {
        /** It begins in the open and must then be encrypted. */
        STARTTLS,
        TLS,
        NONE
    }

    /** Whether anybody is told anything. */
    public boolean isWanted() {
        return mail.isPresent() || webhook.isPresent();
    }

    Set<String> secrets() {
        Set<String> secrets = new TreeSet<>();
        mail.flatMap(Mail::password).ifPresent(secrets::add);
        webhook.ifPresent(hook -> secrets.addAll(hook.secretParts()));
        webhook.flatMap(Webhook::secret).ifPresent(secrets::add);
        return secrets;
    }

    /**
     * @param to at least one address
     * @param user empty for a server that asks nobody who they are
     * @param ca who vouches for the server; empty for those whom Java trusts
     */
    public record Mail(
            List<String> to,
            String from,
            String host,
            int port,
            Tls tls,
            Optional<String> user,
            Optional<String> password,
            Optional<Authorities> ca) {
        @Override
        public String toString() {
            return "Mail[" + host + ":" + port + "]"; // I6
        }
    }

    /** @param secret with which each message is signed; empty for no signature */
    public record Webhook(String url, Optional<String> secret) {
        /** Shorter ones are no secret, and words of everybody's. */
        private static final int SHORTEST_PATH = 12;

        /** The address, and what of it stands alone in a request. */
        private Set<String> secretParts() {
            String path = url.replaceFirst("^[^/]*//[^/]*", "");
            return path.length() < SHORTEST_PATH ? Set.of(url) : Set.of(url, path);
        }

        @Override
        public String toString() {
            return "Webhook[]"; // I6: also the address lets in whoever knows it
        }
    }
}
