package pl.zmobridge.settings;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pl.zmobridge.order.CardRules;
import pl.zmobridge.order.ChangeRules;
import pl.zmobridge.order.RateSource;
import pl.zmobridge.stock.StockRules;
import pl.zmobridge.symfonia.Concurrency;
import pl.zmobridge.symfonia.CorrectionTypes;
import pl.zmobridge.symfonia.ErpSettings;

/**
 * What is configured for one shop: its Shoper, its Symfonia, its numbers and rules.
 *
 * @param id short name; part of every key of its state
 * @param ksef empty when KSeF is not asked
 * @param stock empty when the shop's stock is its own
 * @param parcels whether the shop is told tracking numbers
 * @param documents empty when nothing becomes of PDFs
 * @param corrections what may be sent (E6)
 */
public record ShopSettings(
        String id,
        Shoper shoper,
        CardRules cards,
        ChangeRules changes,
        Erp symfonia,
        Realisation realisation,
        Feedback feedback,
        Optional<Ksef> ksef,
        Optional<StockRules> stock,
        boolean parcels,
        Optional<DocumentPdfs> documents,
        CorrectionTypes corrections) {

    Set<String> secrets() {
        Set<String> secrets = new TreeSet<>(Set.of(symfonia.applicationGuid()));
        shoper.token().ifPresent(secrets::add);
        shoper.password()
                .ifPresent(password -> secrets.addAll(asSent(shoper.login().orElse(""), password)));
        shoper.webhook().ifPresent(webhook -> secrets.addAll(Set.of(webhook.address(), webhook.secret())));
        ksef.map(Ksef::token).ifPresent(secrets::add);
        documents
                .flatMap(DocumentPdfs::mail)
                .flatMap(Notifications.Mail::password)
                .ifPresent(secrets::add);
        return secrets;
    }

    /** A password, and what HTTP's Basic makes of it. */
    static Set<String> asSent(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Set.of(password, Base64.getEncoder().encodeToString(both));
    }

    /**
     * @param url without a slash at the end
     * @param ca who vouches for it; empty for those whom Java trusts
     * @param since orders placed before this day are ignored; empty means the moment of the first start
     * @param statuses ids to import; empty means all
     * @param origins numbers of the origins to import; empty means all
     * @param newestFirst LIFO
     * @param settle how young an order must not be to be imported at its first sight (S1)
     * @param webhook empty when the shop posts nothing
     */
    public record Shoper(
            String url,
            Optional<Authorities> ca,
            Optional<String> token,
            Optional<String> login,
            Optional<String> password,
            String cron,
            Optional<LocalDate> since,
            Set<Long> statuses,
            Set<Long> origins,
            boolean newestFirst,
            Duration settle,
            Optional<Webhook> webhook) {
        @Override
        public String toString() {
            return "Shoper[" + url + "]"; // I6: no secret in a log
        }
    }

    /**
     * @param address the last part of it
     * @param secret what the shop signs with
     */
    public record Webhook(String address, String secret) {
        @Override
        public String toString() {
            return "Webhook"; // I6
        }
    }

    /**
     * @param url without a slash at the end
     * @param ca who vouches for it; empty for those whom Java trusts
     * @param concurrency how many calls it is given at once
     * @param writeTimeout how long a write may take (I10)
     * @param rates where rates of currencies come from (W2)
     */
    public record Erp(
            String url,
            Optional<Authorities> ca,
            String applicationGuid,
            String deviceName,
            Concurrency concurrency,
            Duration writeTimeout,
            RateSource rates,
            ErpSettings documents) {
        @Override
        public String toString() {
            return "Erp[" + url + "]"; // I6
        }
    }

    /** @param statuses the shop's statuses that mean "realise now" (Z1) */
    public record Realisation(boolean enabled, Set<Long> statuses, int watchDays) {

        /** Z1: with realisation off no status means "realise now". */
        public Set<Long> effective() {
            return enabled ? statuses : Set.of();
        }
    }

    /**
     * @param url without a slash at the end
     * @param alarm how long an invoice may be without its number
     * @param notes whether the number goes into the shop's notes
     */
    public record Ksef(String url, String nip, String token, Duration alarm, boolean notes) {
        @Override
        public String toString() {
            return "Ksef[" + url + "]"; // I6
        }
    }

    public record Feedback(Optional<Long> importedStatus, Optional<Long> realisedStatus, Optional<Long> failedStatus) {

        /** Whether any status is to be set. */
        public boolean isWanted() {
            return importedStatus.isPresent() || realisedStatus.isPresent() || failedStatus.isPresent();
        }
    }
}
