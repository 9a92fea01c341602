package pl.zmobridge.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.support.Rig.eventually;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import pl.zmobridge.logs.LogMasks;
import pl.zmobridge.settings.LogFormat;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.support.Rig;

@DisplayName("The log")
class LogTest {
    private static final String STATEMENTS = "org.springframework.jdbc.core.JdbcTemplate";

    private final LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Encoder<ILoggingEvent> text = encoder(LogFormat.TEXT);
    private final Encoder<ILoggingEvent> json = encoder(LogFormat.JSON);
    private final Lines lines = new Lines();
    private final Rig rig = new Rig();
    private Level rootBefore;
    private Appender<ILoggingEvent> console;

    /** Keeps every event. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            event.getCallerData();
            events.add(event);
        }
    }

    @BeforeEach
    void listen() {
        LogMasks.of(logs); // stands before the appenders that are there now, so not before ours
        Logger root = logs.getLogger(Logger.ROOT_LOGGER_NAME);
        rootBefore = root.getLevel();
        root.setLevel(Level.INFO);
        lines.setContext(logs);
        lines.start();
        root.addAppender(lines);
        console = root.getAppender("CONSOLE");
        root.detachAppender(console);
    }

    @AfterEach
    void stop() {
        rig.close();
        Logger root = logs.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAppender(lines);
        root.addAppender(console);
        root.setLevel(rootBefore);
        Logger statements = logs.getLogger(STATEMENTS);
        statements.detachAppender(lines);
        statements.setAdditive(true);
        statements.setLevel(null);
    }

    @Test
    @DisplayName("names shop and order in each line of an order, be it ours or a library's")
    void namesTheOrder() throws Exception {
        rig.start();
        long good = rig.shop.addOrder(
                new OrderBuilder().line("SPD-101", "10.00", "1").status(3).build());
        long bad = rig.shop.addOrder(
                new OrderBuilder().line("NO-SUCH-CODE", "10.00", "1").build());
        Logger statements = logs.getLogger(STATEMENTS);
        statements.setLevel(Level.DEBUG);
        statements.setAdditive(false); // not on the console
        statements.addAppender(lines);
        rig.poll();
        rig.awaitState("REALISED", good);
        eventually(() -> assertThat(text("IMPORT failed")).isNotEmpty());

        assertThat(text("ZMO SH/" + good + " issued"))
                .singleElement()
                .asString()
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d INFO  main SH/" + good + ": ZMO SH/" + good
                        + " issued\\R");
        assertThat(text("IMPORT failed").get(0)).contains("WARN  main SH/" + bad + ": IMPORT failed, attempt 1");
        assertThat(text("poll: 2 new orders").get(0)).contains("INFO  main: poll: 2 new orders");
        assertThat(events().stream().filter(event -> event.getLoggerName().equals("pl.zmobridge.orders")))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.getMDCPropertyMap()).containsKeys("shop", "order"));
        assertThat(events().stream()
                        .filter(event -> event.getLoggerName().equals(STATEMENTS))
                        .map(event -> event.getMDCPropertyMap().getOrDefault("order", "none")))
                .describedAs("orders in a library's lines; statements of polls and searches are about none")
                .contains("SH/" + good, "SH/" + bad, "none");
        statements.setLevel(null);
        lines.events.clear();
        rig.poll();
        assertThat(events())
                .describedAs("a thread keeps no order")
                .allSatisfy(event -> assertThat(event.getMDCPropertyMap()).doesNotContainKey("order"));
    }

    @Test
    @DisplayName("is one JSON object a line with log.format=json")
    void isJson() throws Exception {
        rig.start();
        long id = rig.shop.addOrder(
                new OrderBuilder().line("SPD-101", "10.00", "1").build());
        rig.poll();
        rig.awaitState("ISSUED", id);
        eventually(() -> assertThat(text(" issued")).isNotEmpty());
        logs.getLogger("pl.zmobridge.test").warn("two\nlines \"quoted\"", new IllegalStateException("why\nnot"));

        for (ILoggingEvent event : events()) {
            String line = encoded(json, event);
            assertThat(line.strip()).doesNotContain("\n");
            JsonNode object = new ObjectMapper().readTree(line);
            assertThat(object.fieldNames()).toIterable().contains("time", "level", "logger", "message");
            assertThat(OffsetDateTime.parse(object.path("time").asText())).isNotNull();
        }
        JsonNode issued = events().stream()
                .filter(event -> event.getFormattedMessage().endsWith(" issued"))
                .map(event -> read(encoded(json, event)))
                .findFirst()
                .orElseThrow();
        assertThat(issued.path("level").asText()).isEqualTo("INFO");
        assertThat(issued.path("shop").asText()).isEqualTo("main");
        assertThat(issued.path("order").asText()).isEqualTo("SH/" + id);
        assertThat(issued.path("message").asText()).isEqualTo("ZMO SH/" + id + " issued");
        assertThat(text("quoted")).singleElement().asString().hasLineCount(1).contains("two lines", "IllegalState");
    }

    @Test
    @DisplayName("tells a shop that breaks off while feedback is sent as the shop, not as the ERP")
    void tellsWhoWasAway() throws Exception {
        rig.set("feedback.imported-status", "2").start();
        rig.shop.faults().add(Fault.dropped().on("PUT", "/webapi/rest/orders").times(8));
        rig.shop.addOrder(new OrderBuilder().line("SPD-101", "10.00", "1").build());
        rig.poll();

        eventually(() -> assertThat(text("does not answer")).isNotEmpty());
        assertThat(text("does not answer")).allMatch(line -> line.contains("The shop does not answer"));
        assertThat(rig.get("/api/summary").path("away").toString()).doesNotContain("ERP");
    }

    @Test
    @DisplayName("holds no secret and no personal data, whatever fails")
    void holdsNoSecretAndNoPersonalData() throws Exception {
        rig.set("ops.password", "tajne-haslo")
                .set("feedback.imported-status", "2")
                .set("symfonia.write-timeout", "1s");
        rig.shop.credentials("sklep-login", "sklep-haslo");
        rig.start();
        rig.erp.refusalsAs500(true);
        rig.shop.addOrder(person().line("SPD-101", "10.00", "1").build());
        rig.shop.addOrder(person().line("NO-SUCH-CODE", "10.00", "1").build());
        rig.shop.addOrder(person().line("", "10.00", "1").build());
        rig.shop.addOrder(
                person().with("date", "kiedyś").line("SPD-101", "10.00", "1").build());
        rig.shop.addOrder(person().firm("Firma Tajemnicza Sp. z o.o.", "5260250274")
                .line("SPD-101", "1.00", "1")
                .build());
        for (int buyer = 7001; buyer <= 7012; buyer++) { // a write that fails waits before the next one may
            rig.shop.addOrder(person().user(buyer).line("SPD-101", "10.00", "1").build());
        }
        for (FaultKind kind : FaultKind.values()) {
            if (!Set.of(FaultKind.HANG, FaultKind.LATENCY, FaultKind.SLOW_WRITE).contains(kind)) {
                rig.erp.faults().add(Fault.of(kind).on("POST", "/api").once());
                rig.shop.faults().add(Fault.of(kind).on("PUT", "/webapi/rest").once());
            }
        }
        rig.exchange(rig.request("/api/poll")
                .header("Authorization", "Basic " + basic("admin:tajne-haslo"))
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody())
                .build());
        rig.exchange(rig.request("/api/orders?q=Wierzbicka").GET().build());
        eventually(() -> {
            assertThat(text(" issued")).hasSizeGreaterThanOrEqualTo(2);
            assertThat(text("failed, attempt")).isNotEmpty();
        });

        List<String> secrets = List.of(
                "Wierzbicka",
                "Hieronima",
                "hieronima",
                "Kwiatowa",
                "600700800",
                "Tajemnicza",
                "5260250274",
                "00-999",
                ShoperSim.TOKEN,
                SymfoniaSim.APPLICATION_GUID,
                "tajne-haslo",
                basic("admin:tajne-haslo"),
                "Bearer ");
        for (ILoggingEvent event : events()) {
            assertThat(encoded(text, event) + encoded(json, event)).doesNotContain(secrets);
        }
    }

    private static OrderBuilder person() {
        String[] address = {
            "firstname",
            "Hieronima",
            "lastname",
            "Wierzbicka",
            "street1",
            "Kwiatowa 7",
            "postcode",
            "00-999",
            "phone",
            "600700800"
        };
        return new OrderBuilder()
                .with("email", "hieronima@example.com")
                .delivery(address)
                .billing(address);
    }

    private static String basic(String credentials) {
        return java.util.Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private List<ILoggingEvent> events() {
        return lines.events;
    }

    private List<String> text(String part) {
        return events().stream()
                .filter(event -> event.getFormattedMessage().contains(part))
                .map(event -> encoded(text, event))
                .toList();
    }

    private static String encoded(Encoder<ILoggingEvent> encoder, ILoggingEvent event) {
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    private static JsonNode read(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (Exception e) {
            throw new AssertionError(line, e);
        }
    }

    /** The one that the product's own file sets up. */
    private static Encoder<ILoggingEvent> encoder(LogFormat format) {
        try {
            LoggerContext context = new LoggerContext();
            format.configure(context);
            return ((ConsoleAppender<ILoggingEvent>)
                            context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("CONSOLE"))
                    .getEncoder();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
