package pl.zmobridge.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;

@DisplayName("The Kamelets")
class KameletsTest {
    private static final Path EXAMPLE = Path.of("docs/examples/own-camel-project/src/main/resources");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ISSUE = "/api/OrdersIssue/New";
    private static final String SELL = "/api/OrdersIssue/FV";

    private final ShoperSim shop = new ShoperSim().start();
    private final SymfoniaSim erp = new SymfoniaSim().start();
    private CamelContext camel;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() {
        camel = new DefaultCamelContext();
    }

    @AfterEach
    void stop() {
        camel.stop();
        shop.close();
        erp.close();
    }

    /** The example's files as they are, with addresses and keys of the simulators. */
    private void runExample() throws Exception {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(EXAMPLE.resolve("application.properties"))));
        properties.putAll(Map.of(
                "shop.url",
                shop.url(),
                "shop.token",
                ShoperSim.TOKEN,
                "shop.cursor",
                directory.resolve("data/last-order").toString(),
                "shop.delay",
                "200",
                "erp.url",
                erp.url(),
                "erp.guid",
                SymfoniaSim.APPLICATION_GUID));
        camel.getPropertiesComponent().setInitialProperties(properties);
        Path routes = EXAMPLE.resolve("camel/orders.camel.yaml");
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveResource(camel, "file:" + routes.toAbsolutePath()));
        camel.start();
    }

    private static OrderBuilder order() {
        return new OrderBuilder().line("SPD-101", "149.95", "1");
    }

    private void noSessionStays() {
        assertThat(erp.requests("GET", "/api/Sessions/CloseSession"))
                .isEqualTo(erp.requests("GET", "/api/Sessions/OpenNewSession"))
                .isPositive();
    }

    private long zmo(long id) {
        return erp.orders().stream()
                .filter(each -> each.path("DocumentNumber").asText().equals("WWW/" + id))
                .count();
    }

    private long documents(long id) {
        return erp.invoices().stream()
                .filter(each -> each.path("OrderNumber").asText().equals("WWW/" + id))
                .count();
    }

    @Test
    @DisplayName(
            "carry a shop's orders into ZMO and sell the paid ones, in a project of one's own, each once, also after a new start")
    void example() throws Exception {
        List<Long> ids = Stream.generate(() -> shop.addOrder(order())).limit(60).toList();
        long paid = shop.addOrder(order());
        shop.desk().pay(paid);
        runExample();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(documents(paid)).isEqualTo(1));
        assertThat(ids).allSatisfy(id -> {
            assertThat(zmo(id)).isEqualTo(1);
            assertThat(documents(id)).isZero();
        });
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(directory.resolve("data/last-order"))
                .hasContent(Long.toString(paid)));
        assertThat(shop.refusedCalls()).isZero();

        camel.stop();
        camel = new DefaultCamelContext();
        Files.writeString(directory.resolve("data/last-order"), Long.toString(paid - 2)); // as after a kill
        long next = shop.addOrder(order());
        runExample();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(zmo(next)).isEqualTo(1));
        assertThat(zmo(paid)).isEqualTo(1);
        assertThat(documents(paid)).isEqualTo(1);
        camel.stop();
        noSessionStays();
    }

    private JsonNode send(String to, String body) throws Exception {
        try {
            return JSON.readTree(camel.createProducerTemplate().requestBody(to, body, String.class));
        } catch (CamelExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    private void routes(int writeTimeout) throws Exception {
        camel.getPropertiesComponent().setInitialProperties(new Properties());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler()); // the default one logs what the tests expect
                String parameters = "?url=" + erp.url() + "&applicationGuid=" + SymfoniaSim.APPLICATION_GUID
                        + "&writeTimeout=" + writeTimeout;
                from("direct:issue").to("kamelet:symfonia-zmo-sink" + parameters);
                from("direct:sell").to("kamelet:symfonia-sale-action" + parameters);
            }
        });
        camel.start();
    }

    private static String zmoOf(String number) {
        return ("{'Number':'" + number + "','TypeCode':'ZMP','Series':'sZMP','Department':'SKLEP',"
                        + "'PaymentRegistry':{'Code':'BANK'},'PaymentFormId':4,'PriceKind':1,'SalePriceType':0,"
                        + "'Buyer':{'Data':{'Name':'Anna Żak','City':'Łódź'}},'Description':'pilne',"
                        + "'Positions':[{'Code':'SPD-101','Quantity':1,'Value':149.95}]}")
                .replace('\'', '"');
    }

    @Test
    @DisplayName("issue and sell once though answers are lost; what may still be going on is left alone")
    void once() throws Exception {
        routes(1500);
        erp.faults().add(Fault.answerLost().on("POST", ISSUE).once());
        assertThatThrownBy(() -> send("direct:issue", zmoOf("X/1"))).isNotNull();
        assertThatThrownBy(() -> send("direct:issue", zmoOf("X/1"))).hasMessageContaining("may still be going on");
        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptions()
                .until(() -> !send("direct:issue", zmoOf("X/1")).path("issued").asBoolean());
        assertThat(erp.requests("POST", ISSUE)).isEqualTo(1);
        assertThat(erp.order("X/1").orElseThrow().path("Description").asText()).isEqualTo("X/1 | pilne");

        erp.faults().add(Fault.answerLost().on("PUT", SELL).once());
        assertThatThrownBy(() -> send("direct:sell", "X/1")).isNotNull();
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> !send(
                        "direct:sell", "{\"number\":\"X/1\"}")
                .path("sold")
                .asBoolean());
        assertThat(erp.requests("PUT", SELL)).isEqualTo(1);
        noSessionStays();
    }

    @Test
    @DisplayName("leave a sale that may still be going on alone, however its ZMO is named")
    void named() throws Exception {
        routes(1500);
        int id = send("direct:issue", zmoOf("X/4")).path("id").asInt();
        erp.faults().add(Fault.of(FaultKind.ERROR_503).on("PUT", SELL).once());
        assertThatThrownBy(() -> send("direct:sell", "X/4")).isNotNull();
        assertThatThrownBy(() -> send("direct:sell", "{\"id\":" + id + "}"))
                .hasMessageContaining("may still be going on");
        assertThat(erp.requests("PUT", SELL)).isEqualTo(1);
        noSessionStays();
    }

    @Test
    @DisplayName("say what is wrong: no number, another document of that number, no such ZMO; and nothing is written")
    void faults() throws Exception {
        routes(1500);
        assertThatThrownBy(() -> send("direct:issue", "{}")).hasMessageContaining("Number");
        assertThatThrownBy(() -> send("direct:issue", "no JSON")).hasMessageContaining("Number");
        assertThatThrownBy(() -> send("direct:sell", "WWW/404")).hasMessageContaining("no ZMO WWW/404");
        send("direct:issue", zmoOf("X/2"));
        erp.desk().renameOrder(erp.order("X/2").orElseThrow().path("Id").asLong(), "X/3");
        assertThatThrownBy(() -> send("direct:issue", zmoOf("X/3"))).hasMessageContaining("another document");
        assertThat(erp.requests("POST", ISSUE)).isEqualTo(1);
        noSessionStays();
    }

    static Stream<Path> kamelets() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/kamelets"))) {
            return files.toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kamelets")
    @DisplayName(
            "are Kamelets as Camel's catalogue has them: named like their files, each parameter described and used")
    void shape(Path file) throws Exception {
        String text = Files.readString(file);
        JsonNode kamelet = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
        assertThat(kamelet.path("apiVersion").asText()).isEqualTo("camel.apache.org/v1");
        assertThat(kamelet.path("kind").asText()).isEqualTo("Kamelet");
        String name = kamelet.at("/metadata/name").asText();
        assertThat(file.getFileName()).hasToString(name + ".kamelet.yaml");
        assertThat(name)
                .endsWith("-"
                        + kamelet.at("/metadata/labels")
                                .path("camel.apache.org/kamelet.type")
                                .asText());
        JsonNode definition = kamelet.at("/spec/definition");
        assertThat(definition.path("title").asText()).isNotBlank();
        Set<String> properties = new TreeSet<>();
        definition.path("properties").properties().forEach(property -> {
            properties.add(property.getKey());
            assertThat(property.getValue().path("description").asText()).isNotBlank();
            assertThat(property.getValue().path("title").asText()).isNotBlank();
            assertThat(property.getValue().path("type").asText()).isIn("string", "integer", "boolean");
        });
        Set<String> used = new TreeSet<>();
        Matcher placeholder = Pattern.compile("\\{\\{(\\w+)}}").matcher(text);
        while (placeholder.find()) {
            used.add(placeholder.group(1));
        }
        kamelet.at("/spec/template/beans")
                .forEach(bean -> used.remove(bean.path("name").asText()));
        used.remove("routeId");
        assertThat(used).isEqualTo(properties);
        definition.path("required").forEach(each -> assertThat(properties).contains(each.asText()));
    }
}
