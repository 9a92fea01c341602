package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.sim.ErpLicence;
import pl.zmobridge.sim.ErpSwitches;
import pl.zmobridge.sim.ErpTexts;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.support.Rig;

/** What the ERP answers, and what an order is when it is tried again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerCasesTest extends CasesFixture {
    @BeforeAll
    void start() throws Exception {
        rig = new Rig().start();
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @AfterEach
    void asBefore() {
        rig.erp
                .switches()
                .nullAnswers(0)
                .leaveInBuffer(0)
                .refuseEmoji(false)
                .windows1250(false)
                .licence(ErpLicence.COUNTED);
        rig.erp
                .switches()
                .texts()
                .descriptionLimit(Integer.MAX_VALUE)
                .sessionOver(401, "Odmowa autoryzacji dla tego żądania.");
        rig.erp.faults().clear();
        rig.erp.sessionLimit(100);
    }

    @Test
    @DisplayName(
            "case 37 I5: what the ERP cannot store is left out at the second try, with a warning; the ERP is not away")
    void emojiInANote() throws Exception {
        rig.erp.switches().refuseEmoji(true);
        long id = rig.shop.addOrder(order().notes("Dziękuję 🌷")
                .billing("firstname", "Ola 🌷", "lastname", "Kos", "city", "Łódź", "street1", "Piotrkowska 1"));

        rig.poll();
        rig.awaitState("ISSUED", id);

        assertThat(rig.erp.requests().stream()
                        .filter(each -> each.path().endsWith("OrdersIssue/New")
                                && each.body().contains("SH/" + id))
                        .toList()
                        .get(0)
                        .body())
                .contains("Dziękuję");
        assertThat(rig.order(id).path("events").toString()).contains("może nie umieć zapisać");
        assertThat(rig.get("/api/summary").path("away")).isEmpty();
        assertThat(letter(id)).isEmpty();
    }

    @Test
    @DisplayName(
            "case 37 I5: an ERP that stores windows-1250 only gets orders with other signs and letters at the second try")
    void otherLetters() throws Exception {
        rig.erp.switches().windows1250(true);
        long heart = rig.shop.addOrder(order().notes("Dziękuję ❤️ ☺"));
        long olena = rig.shop.addOrder(order().notes("Дякую")
                .billing("firstname", "Олена", "lastname", "Søndergård", "city", "Łódź", "street1", "Piotrkowska 1"));
        long star = rig.shop.addOrder(empty().line("KUB-300", "10.00", "1").lineField("name", "Kubek ★ „Łódź”"));

        rig.poll();
        rig.awaitState("ISSUED", heart, olena, star);

        assertThat(zmo(heart).path("Note").asText()).isEqualTo("Dziękuję");
        assertThat(buyer(zmo(olena)).path("Name").asText()).isEqualTo("Olena Sondergard");
        assertThat(zmo(star).at("/Positions/0/Name").asText()).isEqualTo("Kubek „Łódź”");
        for (long id : new long[] {heart, olena, star}) {
            assertThat(rig.order(id).path("events").toString()).contains("może nie umieć zapisać");
            assertThat(letter(id)).isEmpty();
        }
        assertThat(rig.get("/api/summary").path("away")).isEmpty();
    }

    @Test
    @DisplayName("I5: an error at one order, again and again while others pass, is that order's and a person's")
    void errorAtOneOrder() throws Exception {
        long bad = rig.shop.addOrder(order().notes("zły tekst"));
        rig.erp.faults().add(Fault.of(FaultKind.ERROR_500_JSON).when(request -> request.body()
                .contains("zły tekst")));
        rig.poll();
        fails(bad, "HTTP 500");
        assertThat(letter(bad).orElseThrow().path("cause").asText()).isEqualTo("ERP_FAILED");
        assertThat(rig.get("/api/summary").path("away")).isEmpty();

        issued(order());

        isLeftToAPerson(bad, "za każdym razem");
        rig.erp.faults().clear();
        rig.awaitState("ISSUED", bad);
    }

    @ParameterizedTest
    @EnumSource(ErpLicence.class)
    @DisplayName("case 35: no licence for a session is an outage, told as such, and over by itself")
    void noLicence(ErpLicence how) throws Exception {
        rig.erp.switches().licence(how);
        rig.erp.expireSessions();
        rig.erp.sessionLimit(0);
        long first = rig.shop.addOrder(order());
        long second = rig.shop.addOrder(order());

        rig.poll();
        fails(first, "nie otworzyła sesji");
        fails(second, how == ErpLicence.COUNTED ? "otwartych sesji 0" : "sesj");

        assertThat(letter(first).orElseThrow().path("cause").asText()).isEqualTo("ERP_AWAY");
        assertThat(letter(first).orElseThrow().path("waitsFor").asText()).isEqualTo("SYSTEM");
        assertThat(rig.get("/api/summary").path("away").toString()).contains("ERP");
        rig.erp.sessionLimit(100);
        rig.awaitState("ISSUED", first, second);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 500})
    @DisplayName("the end of a session is known by its text, in a question and in a write")
    void sessionEndsInWords(int status) throws Exception {
        rig.erp.switches().sessionOver(status, ErpSwitches.SESSION_OVER);
        rig.erp.expireSessions();
        issued(order());
        rig.erp
                .faults()
                .add(Fault.of(FaultKind.SESSIONS_EXPIRED)
                        .on("POST", "/api/OrdersIssue/New")
                        .once());
        int before = rig.erp.ordersIssued();

        long id = issued(order());

        assertThat(rig.erp.ordersIssued()).isEqualTo(before + 1);
        assertThat(letter(id)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ErpTexts.class)
    @DisplayName("I2: a marker that the ERP has changed is found after an answer that named nothing")
    void changedMarker(ErpTexts change) throws Exception {
        rig.erp.switches().texts(change).descriptionLimit(25);
        int before = rig.erp.ordersIssued();
        rig.erp.switches().nullAnswers(1);

        issued(order());

        assertThat(rig.erp.ordersIssued()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("case 8 E7: a retry sends what the shop says now")
    void retryReadsTheOrderAnew() throws Exception {
        long id = rig.shop.addOrder(empty().line("NIE-MA", "10.00", "1"));
        rig.poll();
        fails(id, "NIE-MA");

        rig.shop.desk().line(id, 0, "code", "KUB-300");
        rig.erp.forgetRequests();

        rig.awaitState("ISSUED", id);
        assertThat(zmo(id).at("/Positions/0/ProductCode").asText()).isEqualTo("KUB-300");
        assertThat(rig.erp.requests("GET", "/api/Orders/Filter"))
                .describedAs("what was refused may stand in the buffer, without a number")
                .isPositive();
    }

    @Test
    @DisplayName("case 17 I2: a New that answers null is unclear, and asked about")
    void newAnswersNull() throws Exception {
        int before = rig.erp.ordersIssued();
        rig.erp.switches().nullAnswers(1);

        long id = issued(order());

        assertThat(rig.erp.ordersIssued()).isEqualTo(before + 1);
        assertThat(zmo(id).get("GrossValue").decimalValue()).isEqualByComparingTo("169.94");
    }

    @Test
    @DisplayName("case 34 S3: what stays in the buffer is not issued, and a person is told")
    void leftInTheBuffer() throws Exception {
        rig.erp.switches().leaveInBuffer(1);
        long id = rig.shop.addOrder(order().status(3));

        rig.poll();

        isLeftToAPerson(id, "bufor");
        assertThat(rig.order(id).path("state").asText()).isEqualTo("RECEIVED");
    }
}
