package pl.zmobridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.component.direct.DirectEndpoint;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.monitoring.Outages;
import pl.zmobridge.reload.RouteFiles;
import pl.zmobridge.reload.RouteLoader;
import pl.zmobridge.settings.SettingsReader;
import pl.zmobridge.shoper.OrdersAnswer;
import pl.zmobridge.shoper.ShoperApi;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Dispensable;
import pl.zmobridge.wire.Request;

/** Over the bridge's own routes and real HTTP, without a database. */
@DisplayName("How a call ends decides whether its system is away")
class EveryCallCountsTest {
    private static final Path HOME = Path.of("").toAbsolutePath();

    private final ShoperSim shop = new ShoperSim().start();
    private final SymfoniaSim erp = new SymfoniaSim().start();
    private Bridge bridge;
    private Outages outages;

    @BeforeEach
    void start() throws Exception {
        bridge = Bridge.idle(SettingsReader.of(HOME, settings(), Map.of()), "zmo-bridge-calls");
        bridge.main.addInitialProperty("shop-call.retries", "0");
        bridge.main.init();
        CamelContext camel = bridge.main.getCamelContext();
        camel.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerDefinition()); // as in Bridge
        new RouteLoader(templates -> {})
                .load(
                        camel,
                        RouteFiles.read(HOME)
                                .passedFrom(List.of("direct:shop-call", "direct:erp-call", "direct:erp-session")));
        bridge.main.start();
        for (Route route : List.copyOf(camel.getRoutes())) {
            if (route.getEndpoint() instanceof DirectEndpoint) {
                camel.getRouteController().startRoute(route.getRouteId());
            }
        }
        outages = camel.getRegistry().lookupByNameAndType("outages", Outages.class);
    }

    @AfterEach
    void stop() {
        bridge.close();
        shop.close();
        erp.close();
    }

    @Test
    @DisplayName("nothing came back: away at once, with when it answered last; an answer: there again")
    void silence() {
        ask(FailedSystem.ERP, SymfoniaApi.ping());
        ask(FailedSystem.SHOP, statuses());
        assertThat(outages.answered("main")).containsOnlyKeys("ERP", "shop");
        erp.down();
        shop.down();

        ask(FailedSystem.ERP, SymfoniaApi.ping());
        ask(FailedSystem.SHOP, statuses());
        assertThat(outages.away("main")).containsOnlyKeys("shop", "ERP");
        assertThat(outages.answeredAt(FailedSystem.ERP, "main").orElseThrow())
                .isBefore(outages.away("main").get("ERP"));

        erp.up();
        shop.up();
        ask(FailedSystem.ERP, SymfoniaApi.ping());
        ask(FailedSystem.SHOP, statuses());
        assertThat(outages.away("main")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"ERROR_502_HTML", "ERROR_503", "OK_HTML", "NOT_FOUND_HTML", "DROPPED", "TRUNCATED"})
    @DisplayName("something else answered in its place: away")
    void notItself(FaultKind how) {
        erp.faults().add(Fault.of(how).on("GET", "/api/Departments").once());
        shop.faults().add(Fault.of(how).on("GET", "/webapi/rest/statuses").once());

        ask(FailedSystem.ERP, SymfoniaApi.departments());
        ask(FailedSystem.SHOP, statuses());
        assertThat(outages.away("main")).containsOnlyKeys("shop", "ERP");

        ask(FailedSystem.ERP, SymfoniaApi.departments());
        ask(FailedSystem.SHOP, statuses());
        assertThat(outages.away("main")).isEmpty();
    }

    @Test
    @DisplayName("it refused, reported an error, or wants fewer requests: it is there")
    void itself() {
        erp.faults()
                .add(Fault.of(FaultKind.ERROR_500_JSON)
                        .on("GET", "/api/Departments")
                        .once());
        shop.faults().add(Fault.tooManyRequests(0).on("GET", "/webapi/rest/statuses"));
        ask(FailedSystem.ERP, SymfoniaApi.departments());
        ask(FailedSystem.ERP, SymfoniaApi.seriesOf(999_999));
        ask(FailedSystem.SHOP, statuses());
        shop.faults().clear();
        shop.token("another");
        ask(FailedSystem.SHOP, statuses());

        assertThat(outages.away("main")).isEmpty();
        assertThat(outages.answered("main")).containsOnlyKeys("shop", "ERP");
    }

    @Test
    @DisplayName("what failed without a session is over without one")
    void withoutSession() {
        erp.faults().add(Fault.of(FaultKind.ERROR_503).on("GET", "/api/Ping").once());
        ask(FailedSystem.ERP, SymfoniaApi.ping());
        assertThat(outages.away("main")).containsOnlyKeys("ERP");
        ask(FailedSystem.ERP, SymfoniaApi.ping());

        assertThat(outages.away("main")).isEmpty();
    }

    @Test
    @DisplayName("no licence for a session: what is open to all proves nothing, a session does")
    void noSession() {
        erp.sessionLimit(0);
        ask(FailedSystem.ERP, SymfoniaApi.departments());
        ask(FailedSystem.ERP, SymfoniaApi.ping());
        assertThat(outages.away("main")).containsOnlyKeys("ERP");

        erp.sessionLimit(10);
        ask(FailedSystem.ERP, SymfoniaApi.departments());
        assertThat(outages.away("main")).isEmpty();
    }

    @Test
    @DisplayName("one that can be done without says nothing: neither its silence nor an answer that is not understood")
    void dispensable() {
        shop.faults().add(Fault.dropped().on("POST", "/webapi/rest/bulk").once());
        ask(FailedSystem.SHOP, bulk());
        assertThat(outages.away("main")).describedAs("after a silence").isEmpty();

        shop.faults().add(Fault.of(FaultKind.ERROR_503).on("GET", "/webapi/rest/statuses"));
        ask(FailedSystem.SHOP, statuses());
        ask(FailedSystem.SHOP, bulk());
        assertThat(outages.away("main"))
                .describedAs("after an answer that is not understood")
                .containsOnlyKeys("shop");

        shop.faults().clear();
        ask(FailedSystem.SHOP, statuses());
        assertThat(outages.away("main")).isEmpty();
    }

    private static Request<?> bulk() {
        OrdersAnswer not = new OrdersAnswer.NotTogether("?", false);
        return new Request<>("POST", "bulk", "", "[]", new Dispensable<OrdersAnswer>() {
            @Override
            public OrdersAnswer apply(Answer answer) {
                return not;
            }

            @Override
            public OrdersAnswer unanswered() {
                return not;
            }
        });
    }

    private static Request<?> statuses() {
        return ShoperApi.dictionary(ShoperApi.Dictionary.STATUSES, 1);
    }

    private void ask(FailedSystem system, Request<?> question) {
        String route = system == FailedSystem.ERP ? "direct:erp-call" : "direct:shop-call";
        Exchange answer = bridge.template().request(route, exchange -> {
            exchange.setVariable("shop", "main");
            exchange.getMessage().setBody(question);
        });
        assertThat(answer).isNotNull();
    }

    private Map<Object, Object> settings() {
        Map<Object, Object> settings = new HashMap<>(Map.of(
                "shoper.url", shop.url(),
                "shoper.token", ShoperSim.TOKEN,
                "symfonia.url", erp.url(),
                "symfonia.application-guid", SymfoniaSim.APPLICATION_GUID,
                "symfonia.department", "SKLEP",
                "symfonia.payment-registry", "BANK",
                "symfonia.payment-form.default", "Gotówka",
                "symfonia.delivery.code", "DOSTAWA",
                "db.url", "jdbc:mariadb://127.0.0.1:3306/zmobridge",
                "db.user", "zmobridge"));
        settings.putAll(Map.of(
                "symfonia.invoice.type", "ZMO",
                "symfonia.invoice.series", "sZMO",
                "symfonia.receipt.type", "ZMP",
                "symfonia.receipt.series", "sZMP",
                "db.password", "secret"));
        return settings;
    }
}
