package pl.zmobridge.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pl.zmobridge.register.EmbeddedDatabase;

/**
 * All that an operator can configure, read and judged once at start by {@link SettingsReader}; nothing else reads properties.
 *
 * @param home the directory that holds {@code routes/}
 * @param shops by id; at least one
 * @param nbpUrl without a slash at the end (W2)
 * @param ksefCron when KSeF is asked
 * @param stockCron when stock is compared
 * @param parcelsFolder where files with tracking numbers are put; empty for nowhere
 * @param retentionDays personal data is erased so many days after an order was realised or closed; 0 for never
 * @param clustered whether other nodes share the polls of these shops
 * @param configuration what they were read from
 */
public record Settings(
        Path home,
        List<ShopSettings> shops,
        Redelivery redelivery,
        String nbpUrl,
        String ksefCron,
        String stockCron,
        Optional<Path> parcelsFolder,
        int retentionDays,
        boolean clustered,
        Database database,
        Http http,
        LogFormat logFormat,
        Optional<LogFile> logFile,
        Notifications notifications,
        Configuration configuration) {

    /** Every secret in it, for whoever keeps them out of logs (I6). */
    public Set<String> secrets() {
        Set<String> secrets = new TreeSet<>(Set.of(database.password()));
        http.password().ifPresent(password -> secrets.addAll(ShopSettings.asSent(http.user(), password)));
        shops.forEach(shop -> secrets.addAll(shop.secrets()));
        secrets.addAll(notifications.secrets());
        return secrets;
    }

    /** The wait before a failed step is tried again: the first one, and the longest. */
    public record Redelivery(Duration initial, Duration max) {}

    /** @param embedded how to run the database of this jar; empty when a server of one's own is used */
    public record Database(String url, String user, String password, Optional<EmbeddedDatabase.Options> embedded) {
        /** Of a server of one's own; the embedded one tells its own when it runs, and this one reaches nobody. */
        public EmbeddedDatabase.Login login() {
            return new EmbeddedDatabase.Login(embedded.isPresent() ? "jdbc:mariadb://127.0.0.1/" : url, user, password);
        }

        @Override
        public String toString() {
            return "Database[" + user + "]"; // I6
        }
    }

    /**
     * @param connections how many may be open at a time
     * @param connectionsPerAddress how many of them from one address
     */
    public record Http(
            String host, int port, String user, Optional<String> password, int connections, int connectionsPerAddress) {
        @Override
        public String toString() {
            return "Http[" + host + ":" + port + "]"; // I6
        }
    }
}
