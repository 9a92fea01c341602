package pl.zmobridge.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.SimRequest;

/**
 * {@code mvn -Preliability}: the clock of the database, that of two bridges, or both are set by an hour while one of them writes to a slow
 * ERP, an order waits as a dead letter and others come. Nothing may be done twice, and nothing may stand still for an hour. Needs
 * libfaketime ({@link FakeTime}).
 */
@Tag("reliability")
class ClockJumpTest {
    private static final Duration WRITE = Duration.ofSeconds(12);
    /** A lease for a write of at most 20 s, the longest wait of a dead letter, and some. */
    private static final Duration SOON = Duration.ofSeconds(150);

    /** A statement that hangs in the server while its clock is set is given up after 30 s. */
    private static final Duration LONGEST_GAP = Duration.ofSeconds(60);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    private final List<BridgeProcess> bridges = new ArrayList<>();
    private DatabaseServer server;
    private Site site;

    @AfterEach
    void close() {
        bridges.forEach(BridgeProcess::close);
        if (site != null) {
            site.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest(name = "the database''s clock by {0} s, the bridges'' by {1} s")
    @CsvSource({"3600, 0", "-3600, 0", "0, 3600", "0, -3600", "3600, 3600", "-3600, -3600"})
    void aClockThatIsSetByAnHourDoublesNothingAndStopsNothing(long database, long bridge) throws Exception {
        Optional<Path> library = FakeTime.library();
        assumeTrue(library.isPresent(), "no libfaketime: install it, or name it with -Dfaketime.library");
        FakeTime clockOfDatabase = FakeTime.of(library.get(), directory.resolve("database.clock"));
        FakeTime clockOfBridges = FakeTime.of(library.get(), directory.resolve("bridges.clock"));
        server = new DatabaseServer(directory, directory, clockOfDatabase.environment());
        site = new Site(directory.resolve("home"), server.schema("bridge"));
        site.erp.allowDoubleRealisation(true); // nothing but the bridges keeps a ZMO from being sold twice
        site.erp.addProduct("BRAK-1", "Towar", "0");
        site.home
                .set("shoper.poll.cron", "0/5 * * * * ?")
                .set("symfonia.write-timeout", "20s")
                .set("redelivery.initial", "10s")
                .set("redelivery.max", "20s")
                .written();
        for (int i = 0; i < 2; i++) {
            bridges.add(BridgeProcess.start(site.home, Optional.empty(), clockOfBridges.environment()));
        }
        order("SPD-101");
        order("BRAK-1");
        await().atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> site.register.count("SELECT COUNT(*) FROM orders WHERE state = 'REALISED'") == 1
                        && site.register.count("SELECT COUNT(*) FROM dead_letters WHERE state = 'OPEN'") == 1);
        site.erp.faults().add(Fault.slowWrite(WRITE).on("POST", "/api/Orders").times(3));
        site.erp.faults().add(Fault.slowWrite(WRITE).on("PUT", "/api/Orders").times(3));
        for (int i = 0; i < 3; i++) {
            order("SPD-101");
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> site.erp.goingOn() > 0);

        LogLines log = LogLines.from(site.home);
        Standstill machine = Standstill.watch();
        Instant jump = Instant.now();
        clockOfDatabase.set(database);
        clockOfBridges.set(bridge);
        site.erp.restock("BRAK-1", "100");
        for (int i = 0; i < 3; i++) {
            order("SPD-101");
        }

        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .until(() -> site.erp.goingOn() == 0 && site.register.isQuiet(site.expected.size()));
        Duration stood = machine.longest();
        Duration gap = longestGap(jump);
        System.out.printf(
                "clock of the database %+d s, of the bridges %+d s: all done %d s later, longest time without a poll %d ms, longest"
                        + " standstill of this machine %d ms; polls after %s s%n  %s%n",
                database,
                bridge,
                Duration.between(jump, Instant.now()).toSeconds(),
                gap.toMillis(),
                stood.toMillis(),
                polls(jump).stream()
                        .map(at -> Duration.between(jump, at).toSeconds())
                        .toList(),
                String.join("\n  ", log.since()));
        assertThat(site.violations()).isEmpty();
        assertThat(gap).isLessThan(LONGEST_GAP);
        assertThat(pollTimes())
                .describedAs("how long polls took, by their own word")
                .isNotEmpty()
                .allMatch(time -> !time.isNegative() && time.compareTo(SOON) < 0);
    }

    /** Between any two polls since then, by either bridge. */
    private Duration longestGap(Instant since) {
        List<Instant> polls = new ArrayList<>(polls(since));
        polls.add(0, since);
        polls.add(Instant.now());
        Duration longest = Duration.ZERO;
        for (int i = 1; i < polls.size(); i++) {
            Duration gap = Duration.between(polls.get(i - 1), polls.get(i));
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest;
    }

    private List<Duration> pollTimes() throws IOException {
        return Files.readAllLines(site.home.path().resolve("bridge.log")).stream()
                .map(Pattern.compile("poll: .* (-?\\d+) ms$")::matcher)
                .filter(Matcher::find)
                .map(line -> Duration.ofMillis(Long.parseLong(line.group(1))))
                .toList();
    }

    private List<Instant> polls(Instant since) {
        return site.shop.requests().stream()
                .filter(each -> each.path().equals("/webapi/rest/orders"))
                .map(SimRequest::at)
                .filter(since::isBefore)
                .toList();
    }

    private void order(String product) {
        OrderBuilder order = new OrderBuilder()
                .with("email", "k" + site.expected.size() + "@example.pl")
                .line(product, "149.95", "1")
                .status(3);
        site.order(order, Expected.SOLD);
    }
}
