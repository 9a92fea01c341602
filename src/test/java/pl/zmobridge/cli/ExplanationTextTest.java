package pl.zmobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.words.Language;

@DisplayName("D2 an explanation as people read it")
class ExplanationTextTest {
    private static final String EXPLANATION =
            """
            {"rule":"oss","tried":[{"rule":"allegro","fits":false,"because":"origin: 0"},{"rule":"oss","fits":true,"because":"all"}],
             "number":"SH/7","becomes":{"kind":"INVOICE","type":"ZMOSS","series":"sOSS"},"facts":{"country":"DE"},"problems":["x"],
             "payment":{"inShop":"Przelew","form":"Przelew – 7 dni","rule":"M3","because":"oldest"},
             "currencyRate":{"rate":"4.31","source":"nbp","date":"2026-11-02"},
             "lines":[{"code":"A-1","name":"Kubek","vatRate":"19% DE","source":"table","because":"the table"}],
             "contractor":{"policy":"Person"}}
            """;
    private static final String ORDER =
            """
            {"number":"SH/7","placedAt":"2026-11-02T10:00:00+01:00","total":"12.00","currency":"EUR","state":"ISSUED",
             "document":"INVOICE","erpNumber":"SH/7"}
            """;

    @Test
    @DisplayName("names the rule, those before it, payment, rate, contractor and the VAT of each line")
    void text() throws Exception {
        assertThat(new ExplanationText(Language.EN).lines(json(EXPLANATION)))
                .containsExactly(
                        "Order          SH/7",
                        "Rule           oss",
                        "Becomes        invoice (ZMOSS sOSS)",
                        "  - allegro: origin: 0",
                        "  + oss: all",
                        "Problem        x",
                        "Payment        Przelew → Przelew – 7 dni, M3: oldest",
                        "Rate           4.31 PLN (nbp, 2026-11-02)",
                        "Contractor     Person",
                        "VAT            A-1 Kubek: 19% DE, the table");
        assertThat(new ExplanationText(Language.PL).lines(json(EXPLANATION)))
                .contains("Reguła         oss", "Będzie         faktura (ZMOSS sOSS)");
    }

    @Test
    @DisplayName("is a row of the table of past orders")
    void table() throws Exception {
        ExplanationText texts = new ExplanationText(Language.EN);
        Table table = texts.table();
        texts.row(table, json(ORDER), Optional.of(json(EXPLANATION)));
        texts.row(table, json(ORDER), Optional.empty());

        assertThat(table.text(Terminal.UNLIMITED).lines())
                .containsExactly(
                        "Number  Date            Total  Country  Rule           Becomes               Became",
                        "SH/7    2026-11-02  12.00 EUR  DE       oss            invoice (ZMOSS sOSS)  ISSUED invoice SH/7",
                        "SH/7    2026-11-02  12.00 EUR  –        (data erased)  –                     ISSUED invoice SH/7");
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
