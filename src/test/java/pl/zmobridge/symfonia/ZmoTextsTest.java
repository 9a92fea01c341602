package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.Cards.card;
import static pl.zmobridge.order.ShopOrders.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.PaymentForm;
import pl.zmobridge.order.Template;

class ZmoTextsTest {
    private static final OrderCard CARD = card(order().shipment("POP-WAW579", "InPost", "paczka@example.com", "6200")
            .notes("Proszę dzwonić\nII piętro"));

    private final List<String> cuts = new ArrayList<>();

    @Test
    @DisplayName("I2 H1 H2 N2 as long as the operator chose nothing the texts are what they always were")
    void usual() throws JsonProcessingException {
        JsonNode issue = issue(CARD, ErpSettings.USUAL_DESCRIPTION, ErpSettings.USUAL_NOTE);

        assertThat(issue.path("Description").asText())
                .isEqualTo("SH/1201 | zamówienie 1201 | dostawa: InPost Kurier | płatność: Przelew");
        assertThat(issue.path("Note").asText()).isEqualTo("Proszę dzwonić\nII piętro");
        assertThat(issue(card(order()), ErpSettings.USUAL_DESCRIPTION, ErpSettings.USUAL_NOTE)
                        .has("Note"))
                .isFalse();
        assertThat(cuts).isEmpty();
    }

    @Test
    @DisplayName("I2 the marker stands first, whatever the operator chose")
    void chosen() throws JsonProcessingException {
        JsonNode issue = issue(
                CARD,
                new Template("{pickup-point}, tel. {phone}; {notes}"),
                new Template("przesyłka {tracking}, {email}"));

        assertThat(issue.path("Description").asText())
                .isEqualTo("SH/1201 | zamówienie 1201 | POP-WAW579 (InPost), tel. "
                        + CARD.recipient().phone() + "; Proszę dzwonić II piętro");
        assertThat(issue.path("Note").asText()).isEqualTo("przesyłka 6200, paczka@example.com");
        assertThat(issue(CARD, new Template(""), new Template(""))
                        .path("Description")
                        .asText())
                .isEqualTo("SH/1201 | zamówienie 1201");
    }

    @Test
    @DisplayName("what the ERP has no room for is cut by whole characters, with a warning")
    void cut() throws JsonProcessingException {
        String description = issue(CARD, new Template("😀".repeat(300)), new Template(""))
                .path("Description")
                .asText();

        assertThat(description).startsWith("SH/1201 | zamówienie 1201 | 😀").endsWith("😀");
        assertThat(description.codePoints()).hasSize(255);
        assertThat(cuts).containsExactly("Pole opis skrócono do 255 znaków, tyle mieści system ERP");
    }

    private JsonNode issue(OrderCard card, Template description, Template note) throws JsonProcessingException {
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
                description,
                note);
        return Wire.JSON.readTree(new OrderIssues(settings)
                .issue(card, card.number(), new DocumentBuyer.Card(5), new PaymentForm(4, "Przelew", true, 7), cuts));
    }
}
