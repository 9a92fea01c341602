package pl.zmobridge.ops;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.zmobridge.order.CardRules;
import pl.zmobridge.symfonia.ErpSettings;

/**
 * All that an operator can configure, read and judged once at start by {@link SettingsReader}; nothing else reads properties.
 *
 * @param home the directory that holds {@code routes/}
 */
public record Settings(
        Path home,
        String shop,
        Shop shoper,
        CardRules cards,
        Erp symfonia,
        Realisation realisation,
        Redelivery redelivery,
        Feedback feedback,
        Database database,
        Http http) {

    /**
     * @param url without a slash at the end
     * @param since orders placed before this day are ignored; empty means the moment of the first start
     * @param statuses ids to import; empty means all
     * @param newestFirst LIFO
     */
    public record Shop(
            String url,
            Optional<String> token,
            Optional<String> login,
            Optional<String> password,
            String cron,
            Optional<LocalDate> since,
            Set<Long> statuses,
            boolean newestFirst) {
        @Override
        public String toString() {
            return "Shop[" + url + "]"; // I6: no secret in a log
        }
    }

    /**
     * @param url without a slash at the end
     * @param concurrency how many orders are worked on at once
     */
    public record Erp(String url, String applicationGuid, String deviceName, int concurrency, ErpSettings documents) {
        @Override
        public String toString() {
            return "Erp[" + url + "]"; // I6
        }
    }

    /** @param statuses the shop's statuses that mean "realise now" (Z1) */
    public record Realisation(boolean enabled, Set<Long> statuses, int watchDays) {}

    public record Redelivery(Duration initial, Duration max) {}

    public record Feedback(Optional<Long> importedStatus, Optional<Long> realisedStatus) {}

    public record Database(String url, String user, String password) {
        @Override
        public String toString() {
            return "Database[" + user + "]"; // I6
        }
    }

    public record Http(String host, int port, String user, Optional<String> password) {
        @Override
        public String toString() {
            return "Http[" + host + ":" + port + "]"; // I6
        }
    }

    /** What route files may name as {@code {{key}}}: addresses and the schedule, never a secret. */
    public Map<String, String> forRoutes() {
        return Map.of(
                "shop.id", shop,
                "shoper.url", shoper.url(),
                "shoper.poll.cron", shoper.cron(),
                "shoper.import.order", shoper.newestFirst() ? "LIFO" : "FIFO",
                "symfonia.url", symfonia.url(),
                "realisation.enabled", Boolean.toString(realisation.enabled()),
                "realisation.watch-days", Integer.toString(realisation.watchDays()),
                "symfonia.concurrency", Integer.toString(symfonia.concurrency()));
    }
}
