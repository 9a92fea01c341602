package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
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
        rig.erp.switches().nullAnswers(0).leaveInBuffer(0);
    }

    @Test
    @DisplayName("case 8 E7: a retry sends what the shop says now")
    void retryReadsTheOrderAnew() throws Exception {
        long id = rig.shop.addOrder(empty().line("NIE-MA", "10.00", "1"));
        rig.poll();
        fails(id, "NIE-MA");

        rig.shop.desk().line(id, 0, "code", "KUB-300");

        rig.awaitState("ISSUED", id);
        assertThat(zmo(id).at("/Positions/0/ProductCode").asText()).isEqualTo("KUB-300");
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
