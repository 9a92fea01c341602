package pl.zmobridge.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.support.MariaDb;

/** An agency's bridge: 200 shops and 20 ERPs served by one process of 256 MB. */
class HundredsOfShopsTest {
    private static final int SHOPS = 200;
    private static final int SHOPS_OF_AN_ERP = 10;
    private static final int ORDERS = 3;

    private final List<ShoperSim> shops = new ArrayList<>();
    private final List<SymfoniaSim> erps = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        shops.forEach(ShoperSim::close);
        erps.forEach(SymfoniaSim::close);
    }

    @Test
    void twoHundredShopsFitIntoOneProcessAndAreNotAllAskedAtOnce() throws Exception {
        String database = MariaDb.newSchema();
        BridgeHome home = home(database);

        try (BridgeProcess bridge = BridgeProcess.start(home, Optional.empty(), "-Xmx256m")) {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> {
                        assertThat(bridge.isAlive()).isTrue();
                        assertThat(issued(database)).isEqualTo(SHOPS * ORDERS);
                    });
            System.out.printf(
                    "%d shops, %d orders: resident memory %d MB with -Xmx256m%n",
                    SHOPS, SHOPS * ORDERS, bridge.residentMegabytes());
        }

        assertThat(erps.stream().mapToInt(SymfoniaSim::ordersIssued).sum()).isEqualTo(SHOPS * ORDERS);
        assertThat(erps).allSatisfy(erp -> assertThat(erp.sessionsOpened()).isEqualTo(1));
        assertThat(firstRequestsBySecond().values())
                .describedAs("shops that were first asked in one and the same second")
                .allSatisfy(inOneSecond -> assertThat(inOneSecond).isLessThan(SHOPS / 4L));
    }

    private BridgeHome home(String database) throws Exception {
        for (int i = 0; i < SHOPS / SHOPS_OF_AN_ERP; i++) {
            erps.add(new SymfoniaSim().start());
        }
        for (int i = 0; i < SHOPS; i++) {
            ShoperSim shop = new ShoperSim().start();
            for (int order = 0; order < ORDERS; order++) {
                shop.addOrder(new OrderBuilder()
                        .with("email", "k" + i + "." + order + "@example.pl")
                        .line("KUB-300", "0.99", "1"));
            }
            shops.add(shop);
        }
        BridgeHome home = new BridgeHome(directory, shops.get(0), erps.get(0), database);
        home.set("shoper.url", "").written();
        Path files = Files.createDirectories(home.path().resolve("config").resolve("shops"));
        for (int i = 0; i < SHOPS; i++) {
            Map<String, String> own = Map.of(
                    "shoper.url", shops.get(i).url(),
                    "symfonia.url", erps.get(i / SHOPS_OF_AN_ERP).url(),
                    "order.number.prefix", String.format("S%03d/", i));
            String text = own.entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .collect(Collectors.joining("\n"));
            Files.writeString(files.resolve(String.format("sklep-%03d.properties", i)), text);
        }
        return home;
    }

    private Map<Long, Long> firstRequestsBySecond() {
        return shops.stream()
                .map(shop -> shop.requests().get(0).at())
                .collect(Collectors.groupingBy(Instant::getEpochSecond, Collectors.counting()));
    }

    private static long issued(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, "root", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM orders WHERE state = 'ISSUED'")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            return 0; // the tables are not there yet
        }
    }
}
