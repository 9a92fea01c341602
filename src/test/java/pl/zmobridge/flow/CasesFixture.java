package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

/** Words for the cases: small orders, and what is right to become of them. */
abstract class CasesFixture {
    private static final DateTimeFormatter SHOP_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static int buyers;

    Rig rig;

    /** An order of half an hour ago, of a buyer whom nobody knows, without lines. */
    static OrderBuilder empty() {
        return new OrderBuilder().date(ago(Duration.ofMinutes(30))).with("email", "case" + ++buyers + "@example.pl");
    }

    /** 169.94: one line of 149.95, delivery 19.99. */
    static OrderBuilder order() {
        return empty().line("SPD-101", "149.95", "1");
    }

    /** In the shop's time. */
    static String ago(Duration time) {
        return SHOP_TIME.format(LocalDateTime.now(ZoneId.of("Europe/Warsaw")).minus(time));
    }

    final long issued(OrderBuilder order) throws Exception {
        long id = rig.shop.addOrder(order);
        rig.imported(id);
        return id;
    }

    /** Polls again and again until the order has that state. */
    final void pollUntil(String state, long id) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    rig.poll();
                    assertThat(rig.order(id).path("state").asText())
                            .describedAs("state of %d, %s", id, rig.order(id).path("problem"))
                            .isEqualTo(state);
                });
    }

    final List<ObjectNode> documents(long id) {
        return rig.erp.invoices().stream()
                .filter(each -> each.get("OrderNumber").asText().equals("SH/" + id))
                .toList();
    }

    final ObjectNode theDocument(long id) {
        assertThat(documents(id)).describedAs("documents of SH/%d", id).hasSize(1);
        return documents(id).get(0);
    }

    final BigDecimal sold(long id) {
        return theDocument(id).get("GrossValue").decimalValue();
    }

    final ObjectNode zmo(long id) {
        return rig.erp.order("SH/" + id).orElseThrow(() -> new AssertionError("no ZMO of " + id));
    }

    final ObjectNode buyer(JsonNode document) {
        long id = document.get("BuyerId").asLong();
        return rig.erp.contractors().stream()
                .filter(each -> each.get("Id").asLong() == id)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no card " + id));
    }

    final Optional<JsonNode> letter(long id) throws Exception {
        return StreamSupport.stream(rig.deadLetters().spliterator(), false)
                .filter(each -> each.path("shopOrderId").asLong() == id)
                .findFirst();
    }

    /** Right is a dead letter or review that says this, waits for a person, and no document. */
    final void isLeftToAPerson(long id, String... words) {
        Rig.eventually(() -> {
            assertThat(letter(id))
                    .describedAs(
                            "dead letter of %d, %s",
                            id, rig.order(id).path("state").asText())
                    .isPresent();
            JsonNode letter = letter(id).orElseThrow();
            assertThat(List.of(words))
                    .allSatisfy(
                            word -> assertThat(letter.path("error").asText()).contains(word));
            assertThat(letter.path("waitsFor").asText()).isEqualTo("PERSON");
        });
        assertThat(documents(id)).isEmpty();
    }

    /** Waits until the order has a dead letter that says this. */
    final void fails(long id, String words) {
        Rig.eventually(() -> {
            JsonNode letter = letter(id).orElseThrow(() -> new AssertionError("no dead letter of " + id));
            assertThat(letter.path("error").asText()).contains(words);
        });
    }
}
