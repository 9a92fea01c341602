package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;

/** L6: vouchers of an amount, points and surcharges, as the operator or a person decides. */
class DifferencesTest extends CasesFixture {

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    @DisplayName(
            "L6: a voucher waits for a person, who spreads it; who and why is remembered, and it is sold to the grosz")
    void acceptedByAPerson() throws Exception {
        start(new Rig());
        long id = rig.shop.addOrder(voucher().status(3));
        rig.poll();
        isLeftToAPerson(
                id, "LATO", "różnica -20.00", "suma 149.94", "na stronie tego zamówienia", "order.difference.discount");
        assertThat(letter(id).orElseThrow().path("arguments").path("ways").asText())
                .isEqualTo("spread");
        assertThat(rig.order(id).at("/problems/0/arguments/difference").asText())
                .isEqualTo("-20.00");

        JsonNode done = rig.post(
                "/api/orders/" + id + "/accept-difference", "{\"as\":\"spread\",\"reason\":\"bon urodzinowy\"}");

        assertThat(done.path("state").asText()).describedAs("done at once").isIn("ISSUED", "REALISED");
        assertThat(done.path("warnings").toString())
                .contains("-20.00", "LATO", "zdecydował operator", "bon urodzinowy");
        assertThat(done.path("events").toString()).contains("WARNING", "zdecydował operator", "bon urodzinowy");
        rig.awaitState("REALISED", id);
        assertThat(sold(id)).isEqualByComparingTo("149.94");
        assertThat(values(id)).containsExactly("116.95", "13.00", "19.99");
        assertThat(rig.row(
                        "SELECT difference_as, difference_amount, difference_sum, difference_actor, difference_reason,"
                                + " difference_at IS NULL AS undated FROM orders WHERE shop_order_id = " + id))
                .containsEntry("difference_as", "SPREAD")
                .containsEntry("difference_amount", new BigDecimal("-20.00"))
                .containsEntry("difference_sum", new BigDecimal("149.94"))
                .containsEntry("difference_reason", "bon urodzinowy")
                .containsEntry("undated", 0);
        assertThat(rig.deadLetters()).isEmpty();
    }

    @Test
    @DisplayName(
            "L6: a decision holds for that very difference only; when the shop's sum changes, a person is asked again")
    void anotherSum() throws Exception {
        start(new Rig());
        long id = rig.shop.addOrder(voucher());
        rig.poll();
        isLeftToAPerson(id, "-20.00");
        rig.post("/api/orders/" + id + "/accept-difference", "{\"as\":\"spread\"}");
        rig.awaitState("ISSUED", id);

        rig.shop.desk().addLine(id, "KUB-300", "30.00", "1");
        rig.poll();

        isLeftToAPerson(id, "179.94", "Przyjęta wcześniej różnica -20.00 przy sumie 149.94 już nie obowiązuje");
        rig.post("/api/orders/" + id + "/accept-difference", "{\"as\":\"spread\"}");
        Rig.eventually(
                () -> assertThat(zmo(id).get("GrossValue").decimalValue()).isEqualByComparingTo("179.94"));
        Rig.eventually(() -> assertThat(letter(id)).isEmpty());
    }

    @Test
    @DisplayName("L6: spread and line by the operator's keys, only where the shop's own fields explain the difference")
    void byTheOperator() throws Exception {
        rig = new Rig()
                .set("order.difference.discount", "spread")
                .set("order.difference.surcharge", "line")
                .set("order.difference.code", "DOPLATA");
        rig.start();
        rig.erp.addProduct("DOPLATA", "Dopłata za płatność", "1");
        rig.shop.desk().surcharge(1, 2, "5.00");
        long voucher = rig.shop.addOrder(voucher().status(3));
        long points = rig.shop.addOrder(goods().points(300, "3.00").status(3));
        long surcharged = rig.shop.addOrder(
                goods().shipping(1, "19.99").payment(2).surcharge("5.00").status(3));
        long unexplained = rig.shop.addOrder(goods().sum("160.00").status(3));

        rig.poll();

        rig.awaitState("REALISED", voucher, points, surcharged);
        assertThat(sold(voucher)).isEqualByComparingTo("149.94");
        assertThat(sold(points)).isEqualByComparingTo("166.94");
        assertThat(sold(surcharged)).isEqualByComparingTo("174.94");
        assertThat(values(surcharged)).containsExactly("134.95", "15.00", "5.00", "19.99");
        JsonNode own = rig.sentIssue("SH/" + surcharged).path("Positions").get(2);
        assertThat(own.path("Code").asText()).isEqualTo("DOPLATA");
        assertThat(own.path("VatRate").path("Code").asText()).isEqualTo("23");
        assertThat(rig.order(surcharged).path("warnings").toString()).contains("DOPLATA", "order.difference.surcharge");
        assertThat(rig.order(voucher).path("events").toString()).contains("rozłożono na towary");
        isLeftToAPerson(unexplained, "nic w zamówieniu nie tłumaczy tej różnicy");
    }

    @Test
    @DisplayName("L6: nothing to accept is a conflict, another word or a line without a code cannot be processed")
    void refused() throws Exception {
        start(new Rig());
        long plain = issued(goods());
        long open = rig.shop.addOrder(voucher());
        rig.poll();
        isLeftToAPerson(open, "-20.00");

        assertThatThrownBy(() -> accept(plain, "{\"as\":\"spread\"}")).hasMessageContaining("409");
        assertThatThrownBy(() -> accept(999999, "{\"as\":\"spread\"}")).hasMessageContaining("404");
        for (String body : List.of("", "{}", "{\"as\":\"ask\"}", "spread", "{\"as\":\"line\"}")) {
            assertThatThrownBy(() -> accept(open, body)).describedAs(body).hasMessageContaining("422");
        }
        assertThat(rig.row("SELECT difference_as FROM orders WHERE shop_order_id = " + open))
                .containsEntry("difference_as", null);
    }

    @Test
    @DisplayName(
            "case 27 L6: a code of a fixed amount, told as if it were a percentage, waits for a person who can take it")
    void codeOfAnAmount() throws Exception {
        start(new Rig());
        long id = rig.shop.addOrder(empty().shipping(4, "0.00")
                .line("SPD-101", "400.00", "1")
                .with("promo_code", "BON150")
                .with("discount_code", "150.00")
                .sum("250.00")
                .status(3));
        rig.poll();
        isLeftToAPerson(id, "BON150", "rabat, który nie jest procentem: discount_code = 150.00", "różnica -150.00");

        accept(id, "{\"as\":\"spread\"}");

        rig.awaitState("REALISED", id);
        assertThat(sold(id)).isEqualByComparingTo("250.00");
    }

    @Test
    @DisplayName("L6: a discount as a line of its own is refused with the reason")
    void discountAsLine() throws Exception {
        rig = new Rig().set("order.difference.discount", "line").set("order.difference.code", "RABAT");
        rig.start();
        long id = rig.shop.addOrder(voucher());
        rig.poll();

        isLeftToAPerson(id, "miałaby wartość poniżej zera");
        assertThatThrownBy(() -> accept(id, "{\"as\":\"line\"}")).hasMessageContaining("409");
        assertThat(rig.erp.ordersIssued()).isZero();
    }

    private void start(Rig some) throws Exception {
        rig = some.set("redelivery.initial", "1h").set("redelivery.max", "1h");
        rig.start();
    }

    private JsonNode accept(long id, String body) throws Exception {
        return rig.post("/api/orders/" + id + "/accept-difference", body);
    }

    /** 134.95 and 15.00, delivery 19.99. */
    private static OrderBuilder goods() {
        return empty().line("SPD-101", "134.95", "1").line("KUB-300", "15.00", "1");
    }

    private static OrderBuilder voucher() {
        return goods().voucher(9, "LATO", "20.00");
    }

    private List<String> values(long id) throws Exception {
        return StreamSupport.stream(rig.sentIssue("SH/" + id).path("Positions").spliterator(), false)
                .map(position ->
                        position.path("Value").decimalValue().setScale(2).toPlainString())
                .toList();
    }
}
