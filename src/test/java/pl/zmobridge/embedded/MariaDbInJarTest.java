package pl.zmobridge.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.register.Database;
import pl.zmobridge.register.EmbeddedDatabase.Copied;
import pl.zmobridge.register.EmbeddedDatabase.Login;
import pl.zmobridge.register.EmbeddedDatabase.Options;
import pl.zmobridge.register.EmbeddedDatabase.Running;
import pl.zmobridge.sim.MovableClock;
import pl.zmobridge.support.MariaDb;

/** The database that a jar carries: who can reach it, what is kept of it, and that nothing half is ever taken for whole. */
class MariaDbInJarTest {
    private static final Options OPTIONS = new Options(0, 0);

    @TempDir
    private static Path home;

    private static final MariaDbInJar JAR = new MariaDbInJar();
    private static Running running;

    @BeforeAll
    static void start() throws Exception {
        running = JAR.start(home, OPTIONS);
        try (HikariDataSource pool = pool(running.login())) {
            Database.migrate(pool);
        }
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void oneOrder() throws Exception {
        sql("DELETE FROM cursors", "INSERT INTO cursors VALUES ('sklep', 1201, '2026-03-29 02:30:00.123')");
    }

    @Test
    void onlyItsOwnerCanReadWhatItKeeps() throws Exception {
        assertThat(rights(home.resolve("data"))).isEqualTo("rwx------");
        assertThat(rights(home.resolve("data/password"))).isEqualTo("rw-------");
        assertThat(Files.readString(home.resolve("data/password"))).hasSizeGreaterThan(30);
        assertThat(home.resolve("data/set-up.sql"))
                .describedAs("it holds the password")
                .doesNotExist();
    }

    @Test
    void nobodyIsLetInWithoutThePassword() throws Exception {
        String url = running.login().url();
        assertThatThrownBy(() -> DriverManager.getConnection(url, "zmobridge", ""))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Access denied");
        assertThatThrownBy(() -> DriverManager.getConnection(url, "root", "")).hasMessageContaining("Access denied");
        assertThatThrownBy(() -> DriverManager.getConnection(url, "", "")).hasMessageContaining("Access denied");
        assertThat(one("SELECT GROUP_CONCAT(DISTINCT grantee) FROM information_schema.user_privileges"))
                .describedAs("whom the bridge's user can see")
                .isEqualTo("'zmobridge'@'127.0.0.1'");
    }

    @Test
    void noOtherMachineCanReachIt() throws Exception {
        int port = URI.create(running.login().url().substring("jdbc:".length())).getPort();
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : each.inetAddresses().toList()) {
                if (!address.getHostAddress().equals("127.0.0.1")) {
                    assertThatThrownBy(() -> {
                                try (Socket socket = new Socket()) {
                                    socket.connect(new InetSocketAddress(address, port), 2000);
                                }
                            })
                            .describedAs("%s", address)
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void whatIsCommittedIsOnTheDisk() throws Exception {
        assertThat(
                        one(
                                "SELECT CONCAT(@@innodb_flush_log_at_trx_commit, ' ', @@innodb_doublewrite, ' ', @@bind_address)"))
                .isEqualTo("1 ON 127.0.0.1");
    }

    @Test
    void oneDataDirectoryServesOneBridge() {
        assertThatThrownBy(() -> JAR.start(home, OPTIONS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another bridge (process "
                        + ProcessHandle.current().pid() + ") works with " + home.resolve("data"))
                .hasMessageContaining("--home");
    }

    @Test
    void aStartThatFailsSaysWhyInWordsOfItsOwn(@TempDir Path other) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> JAR.start(other, new Options(taken.getLocalPort(), 0)))
                    .isInstanceOf(IOException.class)
                    .hasNoCause()
                    .hasMessageContaining("MariaDB ended while it started:")
                    .hasMessageContaining("Address already in use")
                    .hasMessageContaining("mariadb.log");
        }
        try (Running second = JAR.start(other, OPTIONS)) {
            assertThat(second.login().user())
                    .describedAs("nothing is left of it")
                    .isEqualTo("zmobridge");
        }
    }

    @Test
    void aBackupIsWholePackedAndForItsOwnerOnly() throws Exception {
        Path backup = JAR.backup(home, OPTIONS);

        assertThat(backup.getParent()).isEqualTo(home.resolve("backups"));
        assertThat(rights(backup)).isEqualTo("rw-------");
        try (GZIPInputStream unpacked = new GZIPInputStream(Files.newInputStream(backup))) {
            assertThat(new String(unpacked.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("CREATE TABLE `orders`", "'sklep',1201,'2026-03-29 02:30:00.123'", "-- Dump completed")
                    .doesNotContain(running.login().password());
        }
    }

    @Test
    void aBackupIsMadeEveryDayTheNewestFewAreKeptAndOneThatFailsIsTold() throws Exception {
        Path place = Files.createDirectory(home.resolve("elsewhere"));
        Backups backups = new Backups(place);
        MovableClock clock = new MovableClock(Instant.parse("2026-11-22T08:00:00Z"));
        Client client = new Client(Binaries.unpacked(home.resolve("data")), running.login());
        DailyBackup daily = new DailyBackup(backups, client, 3, clock);

        daily.look();
        assertThat(names(place)).containsExactly("zmobridge-2026-11-22T080000000Z.sql.gz");
        clock.advance(Duration.ofHours(23));
        daily.look();
        assertThat(names(place)).describedAs("a day has not passed").hasSize(1);
        for (int day = 0; day < 4; day++) {
            clock.advance(Duration.ofHours(24));
            daily.look();
        }
        assertThat(names(place)).hasSize(3).last().asString().startsWith("zmobridge-2026-11-27T07");
        assertThat(daily.state().failure()).isEmpty();

        Login wrong = new Login(running.login().url(), "zmobridge", "wrong");
        DailyBackup failing =
                new DailyBackup(backups, new Client(Binaries.unpacked(home.resolve("data")), wrong), 3, clock);
        clock.advance(Duration.ofHours(24));
        failing.look();
        assertThat(failing.state().failure()).get().asString().contains("Access denied");
        assertThat(failing.state().lastAt()).contains(Instant.parse("2026-11-27T07:00:00Z"));
        assertThat(names(place)).describedAs("nothing half").hasSize(3);
        daily.look();
        assertThat(daily.state()).extracting("failure").isEqualTo(Optional.empty());
    }

    @Test
    void aRestorePutsTheOldStateBackAndKeepsTheOneBefore() throws Exception {
        Path backup = JAR.backup(home, OPTIONS);
        sql("UPDATE cursors SET last_order_id = 9999", "CREATE TABLE newer (id INT)");
        running.close();
        Path before = JAR.restore(home, OPTIONS, backup);
        running = JAR.start(home, OPTIONS);

        assertThat(one("SELECT CONCAT(last_order_id, ' ', first_start_at) FROM cursors"))
                .isEqualTo("1201 2026-03-29 02:30:00.123");
        assertThat(one("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'newer'"))
                .isEqualTo("0");
        assertThat(one("SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name LIKE 'zmobridge\\_%'"))
                .isEqualTo("0");
        Backups.requireWhole(before);
        assertThat(new String(new GZIPInputStream(Files.newInputStream(before)).readAllBytes()))
                .contains("'sklep',9999");
    }

    @Test
    void aBackupThatIsCutOrIsOfSomethingElseChangesNothing() throws Exception {
        Path backup = JAR.backup(home, OPTIONS);
        byte[] whole = Files.readAllBytes(backup);
        Path cut = Files.write(home.resolve("cut.sql.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Path other = home.resolve("other.sql.gz");
        try (var packed = new java.util.zip.GZIPOutputStream(Files.newOutputStream(other))) {
            packed.write("CREATE TABLE a (id INT);\n-- Dump completed\n".getBytes());
        }
        Path broken = home.resolve("broken.sql.gz");
        try (var packed = new java.util.zip.GZIPOutputStream(Files.newOutputStream(broken))) {
            packed.write("CREATE TABLE orders (id INT);\nNONSENSE;\n-- Dump completed\n".getBytes());
        }
        running.close();
        try {
            assertThatThrownBy(() -> JAR.restore(home, OPTIONS, cut)).hasMessageContaining("no whole backup");
            assertThatThrownBy(() -> JAR.restore(home, OPTIONS, other)).hasMessageContaining("something else");
            assertThatThrownBy(() -> JAR.restore(home, OPTIONS, broken)).hasMessageContaining("NONSENSE");
        } finally {
            running = JAR.start(home, OPTIONS);
        }
        assertThat(one("SELECT last_order_id FROM cursors")).isEqualTo("1201");
    }

    @Test
    void aLostPasswordIsMadeAnewAndAnInterruptedInstallationIsBegunAgain(@TempDir Path other) throws Exception {
        Files.createDirectories(other.resolve("data/mariadb.part/mysql"));
        Files.writeString(other.resolve("data/mariadb.part/mysql/half"), "x");
        try (Running first = JAR.start(other, OPTIONS)) {
            assertThat(JAR.login(other)).contains(first.login());
        }
        assertThat(JAR.login(other)).describedAs("it has stopped").isEmpty();
        Files.delete(other.resolve("data/password"));
        try (Running second = JAR.start(other, OPTIONS);
                Connection connection = Server.connect(second.login())) {
            assertThat(connection.isValid(2)).isTrue();
        }
    }

    @Test
    void aMoveCopiesEveryValueExactlyAndRefusesADatabaseThatIsNotEmpty() throws Exception {
        sql(
                "INSERT INTO dead_letters (shop, shop_order_id, step, error, first_failed_at, last_failed_at, next_attempt_at,"
                        + " payload) VALUES ('sklep', 0, 'IMPORT', 'Zażółć „gęślą” \\\\ 🙂', '2026-03-29 02:30:00.001',"
                        + " '2026-10-25 02:30:00.999', '2026-03-29 02:59:59.500', NULL)",
                "INSERT INTO CAMEL_MESSAGEPROCESSED VALUES ('p', 'sklep/SH 1201', '2026-03-29 02:30:00')");
        Login target = new Login(MariaDb.newSchema(), "root", "");
        TimeZone zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Warsaw")); // where 2:30 did not exist that day
        List<String> progress = new ArrayList<>();
        List<Copied> copied;
        try {
            copied = moveTo(target).run(progress::add);
        } finally {
            TimeZone.setDefault(zone);
        }

        assertThat(progress).hasSize(3);
        assertThat(copied).contains(new Copied("cursors", 1), new Copied("dead_letters", 1), new Copied("waiting", 0));
        assertThatThrownBy(() -> moveTo(target).run(progress::add))
                .hasMessageContaining("already holds tables. Nothing was changed.");
        assertThat(one(target, "SELECT COUNT(*) FROM dead_letters")).isEqualTo("1");
        for (String sql : List.of(
                "SELECT MD5(GROUP_CONCAT(CONCAT_WS('|', id, error, first_failed_at, last_failed_at, next_attempt_at,"
                        + " IFNULL(payload, 'null'), open_mark, refetch, state))) FROM dead_letters",
                "SELECT CONCAT(last_order_id, first_start_at) FROM cursors",
                "SELECT CONCAT(messageId, createdAt) FROM CAMEL_MESSAGEPROCESSED")) {
            assertThat(one(target, sql)).isEqualTo(one(running.login(), sql));
        }
        sql("DELETE FROM dead_letters", "DELETE FROM CAMEL_MESSAGEPROCESSED");
    }

    @Test
    void aMoveThatFailsLeavesNothingBehind() throws Exception {
        Login target = new Login(MariaDb.newSchema(), "root", "");

        assertThatThrownBy(() -> moveTo(target).run(step -> {
                    if (step.startsWith("Loading")) {
                        on(
                                target,
                                "CREATE VIEW orders AS SELECT 1"); // in the way of the table, after others are loaded
                    }
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'orders' already exists");

        assertThat(tables(target)).isEqualTo("0");
    }

    @Test
    void aMoveWhoseCopyIsNotTheSameLeavesNothingBehind() throws Exception {
        Login target = new Login(MariaDb.newSchema(), "root", "");

        assertThatThrownBy(() -> moveTo(target).run(step -> {
                    if (step.startsWith("Comparing")) {
                        on(target, "UPDATE cursors SET last_order_id = last_order_id + 1");
                    }
                }))
                .hasMessageContaining("Table cursors is not the same afterwards: 1 rows became 1");

        assertThat(tables(target)).isEqualTo("0");
    }

    private static Move moveTo(Login target) {
        Binaries binaries = Binaries.unpacked(home.resolve("data"));
        return new Move(new Client(binaries, running.login()), new Client(binaries, target), new Backups(home));
    }

    private static String tables(Login login) throws SQLException {
        return one(
                login,
                "SELECT COUNT(*) FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'");
    }

    private static void on(Login login, String sql) {
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HikariDataSource pool(Login login) {
        return Database.open(login.url(), login.user(), login.password(), 2);
    }

    private static void sql(String... statements) throws SQLException {
        try (Connection connection = Server.connect(running.login());
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static String one(String sql) throws SQLException {
        return one(running.login(), sql);
    }

    private static String one(Login login, String sql) throws SQLException {
        try (Connection connection = Server.connect(login);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<String> names(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place.resolve("backups"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
