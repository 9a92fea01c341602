package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.SimSnapshot;
import pl.zmobridge.support.Rig;

/** An ERP whose data was restored from a backup is left alone until a person says go on. */
class ErpStopTest extends CasesFixture {
    @BeforeEach
    void start() throws Exception {
        rig = new Rig()
                .set("redelivery.initial", "300ms")
                .set("redelivery.max", "1s")
                .start();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    @DisplayName(
            "S6: three mismatches stop all writes to the ERP, for all nodes and over a restart, until a person says go on")
    void threeMismatches() throws Exception {
        List<Long> mistaken = mistaken(3);
        Rig.eventually(
                () -> assertThat(rig.get("/api/summary").path("erpStopped")).hasSize(1));
        assertThat(rig.get("/api/summary").at("/erpStopped/0/erp").asText()).isEqualTo(rig.setting("symfonia.url"));
        int issued = rig.erp.ordersIssued();

        long waiting = rig.shop.addOrder(order().status(3));
        rig.poll();
        assertThat(rig.exchange(rig.request("/api/orders/" + waiting + "/import")
                        .POST(BodyPublishers.noBody())
                        .build()))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(409))
                .satisfies(answer -> assertThat(answer.body()).contains("ERP_STOPPED", "/api/erp/resume"));
        assertThat(text("/observe/metrics")).contains("zmobridge_erp_stopped{shop=\"main\"} 1");
        assertThat(text("/observe/health")).contains("nothing is written to the ERP");
        rig.stop();
        rig.start();
        rig.poll();

        assertThat(rig.order(waiting).path("state").asText()).isEqualTo("RECEIVED");
        assertThat(letter(waiting)).isEmpty();
        assertThat(rig.erp.ordersIssued()).isEqualTo(issued);
        assertThat(rig.erp.invoices()).isEmpty();

        assertThat(rig.post("/api/erp/resume?erp=http://other.example", "").path("resumed"))
                .isEmpty();
        assertThat(rig.post("/api/erp/resume", "").path("resumed")).hasSize(1);
        rig.awaitState("REALISED", waiting);
        assertThat(rig.get("/api/summary").path("erpStopped")).isEmpty();
        assertThat(rig.post("/api/erp/resume", "").path("resumed")).isEmpty();

        int before = attempts(mistaken.get(0));
        Rig.eventually(() -> assertThat(attempts(mistaken.get(0))).isGreaterThan(before + 1));
        assertThat(rig.get("/api/summary").path("erpStopped"))
                .describedAs("the person knew those three")
                .isEmpty();
        for (long id : mistaken) {
            assertThat(documents(id)).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "S6: two mismatches are two dead letters, and the other orders go on; discarding is allowed while the ERP is stopped")
    void twoMismatches() throws Exception {
        List<Long> mistaken = mistaken(2);
        long other = rig.shop.addOrder(order().status(3));
        rig.poll();
        rig.awaitState("REALISED", other);
        assertThat(rig.get("/api/summary").path("erpStopped")).isEmpty();

        rig.change("INSERT INTO erp_stops (erp, stopped_at) VALUES ('" + rig.setting("symfonia.url")
                + "', UTC_TIMESTAMP(3))");
        String letter = "/api/dead-letters/"
                + letter(mistaken.get(0)).orElseThrow().path("id").asLong();
        Rig.eventually(() -> assertThat(post(letter + "/replay", "").body()).contains("ERP_STOPPED"));
        Rig.eventually(() -> assertThat(
                        post(letter + "/discard", "{\"reason\":\"test\"}").statusCode())
                .isEqualTo(200));
    }

    /** Paid orders whose ZMO are other firms' since the ERP was restored. */
    private List<Long> mistaken(int count) throws Exception {
        SimSnapshot backup = rig.erp.snapshot();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(issued(order()));
        }
        rig.erp.restore(backup);
        for (int i = 0; i < count; i++) {
            rig.stranger("OBCE/" + i, "555.00");
        }
        ids.forEach(id -> rig.shop.setStatus(id, 3));
        rig.poll();
        for (long id : ids) {
            isLeftToAPerson(id, "SH/" + id, "OBCE/");
        }
        return ids;
    }

    private String text(String path) throws Exception {
        return rig.exchange(rig.request(path).build()).body();
    }

    private int attempts(long id) throws Exception {
        return letter(id).orElseThrow().path("attempts").asInt();
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return rig.exchange(
                rig.request(path).POST(BodyPublishers.ofString(body)).build());
    }
}
