package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

/** A ZMO is realised as the rule of its order says (D1, Z5). The origin of these orders says which rule decides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealisationWaysTest extends ChangesFixture {
    private static final int SENT = 4;

    private static final Map<String, Integer> ORIGINS = Map.of("WZ", 100, "FV_WZ", 101, "NOTHING", 102, "BUFFER", 103);
    private static final String RULES =
            """
            documents:
              - id: release
                when: { origin: 100 }
                then: { kind: RECEIPT, realise: WZ }
              - id: both
                when: { origin: 101 }
                then: { kind: RECEIPT, realise: FV+WZ }
              - id: nothing
                when: { origin: 102 }
                then: { kind: RECEIPT, realise: nothing }
              - id: buffer
                when: { origin: 103 }
                then: { kind: RECEIPT, buffer: true }
              - id: usual
                then: { kind: RECEIPT }
            """;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        rig = new Rig().set("redelivery.initial", "1s").set("redelivery.max", "1s");
        rig.erp.allowDoubleRealisation(true);
        rig.home(home);
        Files.writeString(home.resolve("config/documents.yaml"), RULES);
        rig.startIn(home);
    }

    private static OrderBuilder orderFor(String way) {
        return order().origin(ORIGINS.get(way));
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @AfterEach
    void clear() {
        rig.erp.faults().clear();
        rig.erp.releaseGives(16);
    }

    @Test
    @DisplayName("D1 WZ: the goods go out, and nothing else is issued")
    void release() throws Exception {
        long id = issued(orderFor("WZ"));
        rig.shop.setStatus(id, PAID);
        pollUntil("REALISED", id);

        assertThat(documents(id)).isEmpty();
        assertThat(releases(id)).hasSize(1);
        assertThat(rig.order(id).path("salesDocuments").findValuesAsText("number"))
                .containsExactly(releases(id).get(0).get("DocumentNumber").asText());
        assertThat(rig.order(id).path("events").toString()).contains("Wystawiono WZ/");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    @DisplayName("D1, S9 FV+WZ: both, once, whatever state the ERP gives a ZMO with a warehouse document")
    void both(int status) throws Exception {
        rig.erp.releaseGives(status);
        long id = rig.shop.addOrder(orderFor("FV_WZ").status(PAID));
        pollUntil("REALISED", id);

        assertThat(documents(id)).hasSize(1);
        assertThat(releases(id)).hasSize(1);
        assertThat(rig.order(id).path("salesDocuments")).hasSize(2);
        assertThat(rig.order(id).path("problem").isMissingNode()
                        || rig.order(id).path("problem").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WZ", "FV"})
    @DisplayName("Z9, I2 FV+WZ: what had no answer is asked about and not made again")
    void lostAnswer(String kind) throws Exception {
        long id = issued(orderFor("FV_WZ"));
        long before = rig.erp.faults().strikes();
        rig.erp
                .faults()
                .add(Fault.answerLost().on("PUT", "/api/OrdersIssue/" + kind).once());
        rig.shop.setStatus(id, PAID);
        pollUntil("REALISED", id);

        assertThat(documents(id)).hasSize(1);
        assertThat(releases(id)).hasSize(1);
        assertThat(rig.erp.faults().strikes()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName(
            "D1, E1 FV+WZ: an order that is cancelled after its warehouse document is for a person, and gets no invoice")
    void cancelledBetween() throws Exception {
        rig.erp.releaseGives(4);
        long id = issued(orderFor("FV_WZ"));
        rig.erp
                .faults()
                .add(Fault.of(FaultKind.ERROR_503)
                        .on("PUT", "/api/OrdersIssue/FV")
                        .times(30));
        rig.shop.setStatus(id, PAID);
        rig.poll();
        Rig.eventually(() -> assertThat(
                        rig.row("SELECT COUNT(*) AS wz FROM sales_documents s JOIN imports i ON i.id = s.import_id"
                                        + " WHERE s.kind = 'WZ' AND i.shop_order_id = " + id)
                                .get("wz"))
                .isEqualTo(1L));
        rig.shop.setStatus(id, CANCELLED);
        Rig.eventually(
                () -> assertThat(letter(id).map(JsonNode::toString).orElse("")).contains("most wystawił już WZ"));

        rig.erp.faults().clear();
        rig.poll();
        assertThat(rig.order(id).path("state").asText()).isEqualTo("CLOSED");
        assertThat(documents(id)).isEmpty();
        assertThat(releases(id)).hasSize(1);
        assertThat(zmosOf(id)).hasSize(1);
    }

    @Test
    @DisplayName("Z4 FV+WZ: without stock nothing is issued, and both once the goods are there")
    void stock() throws Exception {
        rig.erp.setStock("TKN-05", "0");
        long id = issued(empty().line("TKN-05", "10.00", "1").origin(ORIGINS.get("FV_WZ")));
        rig.shop.setStatus(id, PAID);
        rig.poll();
        Rig.eventually(() -> assertThat(rig.order(id).path("problem").asText()).isNotEmpty());
        assertThat(documents(id)).isEmpty();

        rig.erp.setStock("TKN-05", "10");
        pollUntil("REALISED", id);

        assertThat(documents(id)).hasSize(1);
        assertThat(releases(id)).hasSize(1);
    }

    @Test
    @DisplayName("D1, E3 nothing: the ZMO stays as it is, with that reason, and its sending is no review")
    void nothing() throws Exception {
        long paid = issued(orderFor("NOTHING"));
        long sent = issued(orderFor("NOTHING"));
        rig.shop.setStatus(paid, PAID);
        rig.shop.setStatus(sent, SENT);
        rig.poll();

        for (long id : List.of(paid, sent)) {
            Rig.eventually(() -> assertThat(rig.order(id).path("closedReason").asText())
                    .isEqualTo("Zgodnie z regułą „nothing” ZMO nie jest realizowane"));
            rig.poll();
            assertThat(rig.order(id).path("state").asText()).isEqualTo("ISSUED");
            assertThat(documents(id)).isEmpty();
            assertThat(releases(id)).isEmpty();
            Map<String, Object> row =
                    rig.row("SELECT due_step, (SELECT COUNT(*) FROM dead_letters d WHERE d.shop_order_id ="
                            + " o.shop_order_id AND d.state = 'OPEN') AS open FROM orders o WHERE shop_order_id = "
                            + id);
            assertThat(row).containsEntry("due_step", null).containsEntry("open", 0L);
        }
        rig.shop.setStatus(paid, 8);
        rig.poll();
        Rig.eventually(() -> assertThat(zmosOf(paid)).describedAs("E1").isEmpty());
    }

    @Test
    @DisplayName("D1, Z4 buffer: the ZMO waits there for a person, and is sold once it was issued")
    void buffer() throws Exception {
        long id = issued(orderFor("BUFFER"));
        JsonNode zmo = zmosOf(id).get(0);
        assertThat(zmo.get("Buffer").asBoolean()).isTrue();
        rig.shop.setStatus(id, PAID);
        rig.poll();
        Rig.eventually(() ->
                assertThat(letter(id).map(each -> each.path("cause").asText())).contains("ZMO_IN_BUFFER"));
        assertThat(rig.erp.invoices())
                .filteredOn(each -> each.get("OrderId").equals(zmo.get("Id")))
                .isEmpty();

        String number = rig.erp
                .desk()
                .issueFromBuffer(zmo.get("Id").asLong())
                .get("DocumentNumber")
                .asText();
        pollUntil("REALISED", id);

        assertThat(rig.erp.invoices())
                .filteredOn(each -> each.get("OrderId").equals(zmo.get("Id")))
                .hasSize(1);
        assertThat(zmosOf(id)).hasSize(1);
        assertThat(rig.order(id).path("erpNumber").asText()).isEqualTo(number);
    }

    @Test
    @DisplayName("I2 buffer: a ZMO whose answer was lost is found by its marker, where it stands")
    void bufferFound() throws Exception {
        rig.erp
                .faults()
                .add(Fault.answerLost().on("POST", "/api/OrdersIssue/New").once());
        long id = rig.shop.addOrder(orderFor("BUFFER"));
        pollUntil("ISSUED", id);

        assertThat(zmosOf(id)).hasSize(1);
    }

    private List<ObjectNode> releases(long id) {
        List<Long> zmos =
                zmosOf(id).stream().map(each -> each.get("Id").asLong()).toList();
        return rig.erp.warehouseDocuments().stream()
                .filter(each -> zmos.contains(each.get("OrderId").asLong()))
                .toList();
    }
}
