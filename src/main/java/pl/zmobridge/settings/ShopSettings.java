package pl.zmobridge.settings;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import pl.zmobridge.order.CardRules;
import pl.zmobridge.symfonia.ErpSettings;

/**
 * What is configured for one shop: its Shoper, its Symfonia, its numbers and rules.
 *
 * @param id short name; part of every key of its state
 */
public record ShopSettings(
        String id, Shoper shoper, CardRules cards, Erp symfonia, Realisation realisation, Feedback feedback) {

    /**
     * @param url without a slash at the end
     * @param since orders placed before this day are ignored; empty means the moment of the first start
     * @param statuses ids to import; empty means all
     * @param newestFirst LIFO
     */
    public record Shoper(
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
            return "Shoper[" + url + "]"; // I6: no secret in a log
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
    public record Realisation(boolean enabled, Set<Long> statuses, int watchDays) {

        /** Z1: with realisation off no status means "realise now". */
        public Set<Long> effective() {
            return enabled ? statuses : Set.of();
        }
    }

    public record Feedback(Optional<Long> importedStatus, Optional<Long> realisedStatus) {}
}
