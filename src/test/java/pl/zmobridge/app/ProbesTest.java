package pl.zmobridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.attempt.Call;
import pl.zmobridge.attempt.Shop;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.Unreachable;
import pl.zmobridge.monitoring.Outages;
import pl.zmobridge.sim.MovableClock;
import pl.zmobridge.symfonia.Concurrency;
import pl.zmobridge.symfonia.ErpConnection;
import pl.zmobridge.symfonia.ErpKey;
import pl.zmobridge.symfonia.ErpPlace;
import pl.zmobridge.symfonia.SymfoniaSession;

@DisplayName("A system that nobody asks")
class ProbesTest {
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final MovableClock clock = MovableClock.at("2026-11-27T20:00:00Z");
    private final Instant started = clock.instant();
    private final SymfoniaSession session = new SymfoniaSession(() -> "token", token -> {});
    private final ErpConnection erp = new ErpConnection(
            "http://erp.example.pl:9000", new ErpKey("guid", "zmo-bridge"), session, Concurrency.of(1), QUIET);
    private final Shops shops = new Shops(List.of(shop("main"), shop("books")));
    private final Outages outages = new Outages(shops, clock, shop -> Optional.empty());
    private final List<String> asked = new ArrayList<>();
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private Optional<IOException> silence = Optional.empty();
    private boolean mayBegin = true;
    private ProducerTemplate template;
    private Probes probes;

    @BeforeEach
    void start() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:shop-call").process(exchange -> answer(FailedSystem.SHOP, exchange));
                from("direct:erp-call").process(exchange -> answer(FailedSystem.ERP, exchange));
            }
        });
        camel.start();
        template = camel.createProducerTemplate();
        probes = new Probes(shops, outages, () -> template, () -> mayBegin, threads::add, clock);
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    @DisplayName("is asked once a minute, an ERP of several shops once, and none while calls succeed")
    void onceAMinute() {
        look(Duration.ofSeconds(59));
        assertThat(asked).isEmpty();
        look(Duration.ofSeconds(1));
        assertThat(asked).containsExactlyInAnyOrder("shop main statuses", "shop books statuses", "ERP main Ping");
        look(Duration.ofSeconds(59));
        assertThat(asked).hasSize(3);

        asked.clear();
        outages.heard(FailedSystem.SHOP, "main", true);
        look(Duration.ofSeconds(1));
        assertThat(asked).containsExactlyInAnyOrder("shop books statuses", "ERP main Ping");
    }

    @Test
    @DisplayName("is asked in the ERP's session once there was one; the first is opened by work")
    void sessions() {
        look(QUIET);
        assertThat(session.isOpen()).isFalse();
        session.token();
        asked.clear();

        look(QUIET);
        assertThat(asked).contains("ERP main Departments");
        session.expired("token");
        asked.clear();

        look(QUIET);
        assertThat(asked).describedAs("an outage that ended it").contains("ERP main Departments");
    }

    @Test
    @DisplayName("is away when the question fails, with when it answered last, and there again when it does not")
    void away() {
        look(QUIET);
        Instant answered = clock.instant();
        silence = Optional.of(new ConnectException("Connection refused"));
        look(QUIET);

        assertThat(outages.away("books")).containsOnlyKeys("shop", "ERP");
        assertThat(outages.answeredAt(FailedSystem.ERP, "books")).contains(answered);

        silence = Optional.empty();
        look(QUIET);
        assertThat(outages.away("books")).isEmpty();
    }

    @Test
    @DisplayName("is away when the question has no answer for ten seconds, and is asked no second one meanwhile")
    void hangs() {
        clock.advance(QUIET);
        probes.look(started, QUIET);
        probes.look(started, QUIET);
        assertThat(threads).hasSize(3);
        clock.advance(Duration.ofSeconds(11));
        probes.look(started, QUIET);
        assertThat(outages.away("main")).describedAs("it waits for its turn").isEmpty();

        silence = Optional.of(new SocketTimeoutException("Read timed out"));
        whileItHangs = () -> {
            clock.advance(Duration.ofSeconds(11));
            probes.look(started, QUIET);
            assertThat(outages.away("main")).isNotEmpty();
        };
        run();
        assertThat(asked).hasSize(3);
    }

    @Test
    @DisplayName("is not asked while the ERP has all the calls that it may have, nor while routes are replaced")
    void noRoom() throws Exception {
        ErpPlace place = erp.enter("GET /Ping");
        look(QUIET);
        assertThat(asked).doesNotContain("ERP main Ping");
        place.leave();
        mayBegin = false;
        look(Duration.ZERO);
        assertThat(asked).doesNotContain("ERP main Ping");
        mayBegin = true;
        look(Duration.ZERO);
        assertThat(asked).contains("ERP main Ping");
    }

    private Runnable whileItHangs = () -> {};

    private void look(Duration later) {
        clock.advance(later);
        probes.look(started, QUIET);
        run();
    }

    private void run() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    /** What the routes do, as far as outages hear of it. */
    private void answer(FailedSystem system, Exchange exchange) throws IOException {
        String shop = exchange.getVariable("shop", String.class);
        Call call = exchange.getMessage().getBody(Call.class);
        asked.add(system + " " + shop + " " + call.request().path());
        call.goesOut(clock.instant());
        whileItHangs.run();
        if (silence.isPresent()) {
            throw new Unreachable(system, silence.get());
        }
        outages.heard(system, shop, true);
    }

    private Shop shop(String id) {
        return new Shop(id, null, null, new Shop.Target(erp, null, null, null, null, null));
    }
}
