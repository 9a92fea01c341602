package pl.zmobridge.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.documents.Facts.in;
import static pl.zmobridge.order.ShopOrders.order;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.zmobridge.order.Decision;
import pl.zmobridge.order.ShopOrder.Field;
import pl.zmobridge.order.ShopOrders;

@DisplayName("D1 the shipped config/documents.yaml")
class ShippedRulesTest {
    private static final Path FILE = Path.of("config/documents.yaml");

    @Test
    @DisplayName("changes nothing as it is, and begins with the line by which editors complete it")
    void nothing() throws Exception {
        String text = Files.readString(FILE);

        assertThat(RulesFile.parse(text)).isEqualTo(Rules.NONE);
        assertThat(text).startsWith("# yaml-language-server: $schema=../docs/documents.schema.json\n");
        assertThat(Path.of("config").resolve("../docs/documents.schema.json")).exists();
    }

    static Stream<Arguments> presets() {
        return Stream.of(
                Arguments.of("marketplace", order().origin(3).billing(ShopOrders.firm()), "allegro", "NONE", ""),
                Arguments.of("WDT", german().billing(ShopOrders.firm()).vatEu(), "wdt", "INVOICE", "ZMOWDT"),
                Arguments.of("OSS", german(), "oss", "INVOICE", "ZMOSS"),
                Arguments.of("export", order().deliveredTo(in("USA", "US")), "export", "INVOICE", "ZMOEX"),
                Arguments.of("hold", order().sum("15000.00"), "large", "HOLD", ""),
                Arguments.of("wish", order().fields(new Field(7, "Faktura", true, "1")), "wish", "INVOICE", "ZMO"),
                Arguments.of(
                        "before 2027",
                        at("2026-12-31T23:59:59+01:00[Europe/Warsaw]").billing(ShopOrders.firm()),
                        "firm",
                        "INVOICE",
                        "ZMO"),
                Arguments.of(
                        "from 2027 on",
                        at("2027-01-01T00:00:00+01:00[Europe/Warsaw]").billing(ShopOrders.firm()),
                        "firm-2027",
                        "INVOICE",
                        "ZMO27"),
                Arguments.of("everybody else", order(), "person", "RECEIPT", "ZMP"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("presets")
    @DisplayName("holds what it says once its comments are removed")
    void presets(String name, ShopOrders order, String rule, String kind, String type) throws Exception {
        Decision decision = uncommented().decide(Facts.of(order)).orElseThrow();

        assertThat(decision.rule()).isEqualTo(rule);
        assertThat(decision.outcome().kind()).hasToString(kind);
        assertThat(decision.outcome().type()).isEqualTo(type);
        assertThat(decision.foreignVat())
                .describedAs("V3")
                .isEqualTo(Stream.of("wdt", "oss", "export").anyMatch(rule::equals));
    }

    private static Rules uncommented() throws IOException, BadRules {
        return RulesFile.parse(Files.readString(FILE)
                .replaceAll("(?m)^#documents:", "documents:")
                .replaceAll("(?m)^#(  (- id|  (when|then)):)", "$1"));
    }

    private static ShopOrders german() {
        return order().deliveredTo(in("Niemcy", "DE"));
    }

    private static ShopOrders at(String time) {
        return order().placedAt(ZonedDateTime.parse(time));
    }
}
