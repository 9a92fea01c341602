package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.Cards.card;
import static pl.zmobridge.order.ShopOrders.line;
import static pl.zmobridge.order.ShopOrders.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.PaymentForm;

/** What an edit of a ZMO sends, and when a ZMO is left alone. */
class OrderEditsTest {
    private static final OrderCard CARD =
            card(order().lines(line("SPD-101", "149.95", "1"), line("KUB-300", "30.00", "1"))
                    .sum("199.94"));

    @Test
    @DisplayName("S4 positions keep their ids, a new one has none")
    void added() throws Exception {
        JsonNode edit = edit(
                """
                {"Id":7,"Positions":[{"Id":11,"ProductCode":"SPD-101","GrossValue":149.95},
                  {"Id":12,"ProductCode":"DOSTAWA","GrossValue":19.99}]}""");

        assertThat(edit.path("Id").asInt()).isEqualTo(7);
        assertThat(positions(edit)).containsExactly("SPD-101 11", "KUB-300 -", "DOSTAWA 12");
    }

    @Test
    @DisplayName(
            "S4 what the order does not have any more is deleted; two positions of one code are told apart by value")
    void deleted() throws Exception {
        JsonNode edit = edit(
                """
                {"Id":7,"Positions":[{"PositionId":10,"ProductCode":"SPD-101","GrossValue":10},
                  {"PositionId":11,"ProductCode":"spd-101","GrossValue":149.95},{"PositionId":13,"ProductCode":"STARY","GrossValue":5},
                  {"PositionId":14,"ProductCode":"KUB-300","GrossValue":1},{"PositionId":12,"ProductCode":"DOSTAWA","GrossValue":19.99}]}""");

        assertThat(positions(edit))
                .containsExactly("SPD-101 11", "KUB-300 14", "DOSTAWA 12", "deleted 10", "deleted 13");
    }

    @Test
    @DisplayName("S6, S9 only a new ZMO of a known number, without documents, is changed")
    void status() throws Exception {
        assertThat(isAsIssued("{\"Id\":7,\"DocumentNumber\":\"SH/1201\",\"DocumentStatus\":4}"))
                .isTrue();
        assertThat(isAsIssued("{\"Id\":7,\"DocumentNumber\":\"SH/1201\",\"DocumentStatus\":16}"))
                .isFalse();
        assertThat(isAsIssued("{\"Id\":7,\"DocumentNumber\":\"SH/1201\"}")).isFalse();
        assertThat(isAsIssued("{\"Id\":7,\"DocumentNumber\":\"ZMO/9\",\"DocumentStatus\":4}"))
                .isFalse();
        assertThat(isAsIssued(
                        "{\"Id\":7,\"DocumentNumber\":\"SH/1201\",\"DocumentStatus\":4,\"WarehouseSettled\":true}"))
                .isFalse();
    }

    private static boolean isAsIssued(String answer) throws JsonProcessingException {
        return ZmoStatus.read(Wire.JSON.readTree(answer)).orElseThrow().isAsIssued(Set.of("SH/1201"));
    }

    private static JsonNode edit(String stored) throws JsonProcessingException {
        ErpSettings settings = new ErpSettings(
                new ErpSettings.Numbering("ZMO", "sZMO"),
                new ErpSettings.Numbering("ZMP", "sZMP"),
                "SKLEP",
                "BANK",
                0,
                ErpSettings.Reservation.QUANTITY,
                "Gotówka",
                PaymentTable.EMPTY,
                true,
                ContractorPolicy.of(new ContractorCodes("SH")),
                new VatSettings(false, Map.of(), false),
                ErpSettings.USUAL_DESCRIPTION,
                ErpSettings.USUAL_NOTE);
        return Wire.JSON.readTree(new OrderIssues(settings)
                .edit(
                        CARD,
                        CARD.number(),
                        new DocumentBuyer.Card(5),
                        new PaymentForm(4, "Przelew", true, 7),
                        7,
                        new StoredZmo(Wire.JSON.readTree(stored)),
                        new ArrayList<>()));
    }

    private static List<String> positions(JsonNode edit) {
        List<String> positions = new ArrayList<>();
        for (JsonNode position : edit.path("Positions")) {
            String code = position.path("Delete").asBoolean()
                    ? "deleted"
                    : position.path("Code").asText();
            positions.add(code + " " + position.path("PositionId").asText("-"));
        }
        return positions;
    }
}
