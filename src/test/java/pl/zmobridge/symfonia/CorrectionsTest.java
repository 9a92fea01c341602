package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.order.CorrectionDoubt;
import pl.zmobridge.order.CorrectionProposal;
import pl.zmobridge.order.CorrectionProposal.Amount;
import pl.zmobridge.order.CorrectionProposal.Line;
import pl.zmobridge.order.CorrectionProposal.Why;
import pl.zmobridge.wire.Answer;

@DisplayName("E6: corrections on the wire")
class CorrectionsTest {
    private static final String SALE =
            """
            {"Id":7,"DocumentNumber":"FV 7","Canceled":0,"Currency":"PLN","Positions":[
             {"No":1,"ProductCode":"A","Quantity":2,"GrossValue":20.00,"VatRate":{"Code":"23"}},
             {"No":2,"ProductCode":"D","Quantity":1,"GrossValue":9.99,"VatRate":{"Code":"23"}}]}""";

    private static final CorrectionProposal PROPOSAL = new CorrectionProposal(
            Why.CHANGED,
            List.of(
                    new Line(1, "A", "Towar", "szt.", "23", false, amount("2", "20.00"), amount("1", "10.00")),
                    new Line(2, "D", "Kurier", "szt.", "23", true, amount("1", "9.99"), amount("1", "9.99"))),
            List.of());

    private static Amount amount(String quantity, String gross) {
        return new Amount(new BigDecimal(quantity), new BigDecimal(gross));
    }

    private static Answer said(int status, String body) {
        return new Answer(status, Map.of(), body);
    }

    private static String body() {
        StoredSale sale = Corrections.sale(7).read(said(200, SALE)).orElseThrow();
        return Corrections.body(
                new ErpSettings.Numbering("FKS", "sFKS"), sale, PROPOSAL, "Zmiana zamówienia", "SH/1201", "zb-1");
    }

    @Test
    @DisplayName("E6 every position is sent as it is afterwards, and the mark stands in the note")
    void everyPosition() {
        assertThat(body())
                .contains(
                        "\"MasterDocumentId\":7",
                        "\"Note\":\"SH/1201 | korekta zb-1\"",
                        "{\"No\":1,\"Code\":\"A\",\"Name\":\"Towar\",\"Quantity\":1,\"Value\":10.00,\"VatRate\":{\"Code\":\"23\"}}",
                        "{\"No\":2,\"Code\":\"D\"");
    }

    @Test
    @DisplayName(
            "E6 an ERP that does not list corrections says nothing, and one that lists the document itself says none")
    void sequence() {
        assertThat(Corrections.sequence(7).read(said(404, "{\"Message\":\"Nie znaleziono zasobu\"}")))
                .isEmpty();
        assertThat(Corrections.sequence(7).read(said(200, "[{\"Id\":7,\"No\":0},{\"Id\":9,\"No\":1}]")))
                .contains(List.of(9));
        assertThat(Corrections.sequence(7).read(said(200, "[]"))).contains(List.of());
    }

    @Test
    @DisplayName("E6, S3 what the ERP stored otherwise, or does not tell, is named")
    void differences() {
        assertThat(
                        differences(
                                """
                        {"Id":9,"DocumentNumber":"FKS 1","GrossValue":-10.00,"Positions":[
                         {"No":1,"AfterCorrection":{"Quantity":1,"GrossValue":10}},
                         {"No":2,"AfterCorrection":{"Quantity":1,"GrossValue":9.99}}]}"""))
                .isEmpty();
        assertThat(
                        differences(
                                """
                        {"Id":9,"DocumentNumber":"","GrossValue":-20.00,"Positions":[
                         {"No":1,"AfterCorrection":{"Quantity":0,"GrossValue":0}}]}"""))
                .containsExactly(
                        "wartość korekty: -10.00 → -20",
                        "pozycja 1 korekty, ilość: 1 → 0",
                        "pozycja 1 korekty, wartość: 10 → 0",
                        "pozycja 2 korekty: nie wiadomo",
                        "korekta została w buforze");
        assertThat(differences("{\"Id\":9,\"DocumentNumber\":\"FKS 1\",\"GrossValue\":-10.00}"))
                .containsExactly("pozycje korekty: nie wiadomo");
    }

    private static List<String> differences(String stored) {
        return Corrections.correction(9)
                .read(said(200, stored))
                .orElseThrow()
                .differences(body(), PROPOSAL.difference(), PROPOSAL.after());
    }

    @Test
    @DisplayName("E6 a document that is cancelled, in another currency or without numbers of its lines is doubtful")
    void doubts() {
        assertThat(doubts(SALE)).isEmpty();
        assertThat(doubts(SALE.replace("\"Canceled\":0", "\"Canceled\":1")))
                .containsExactly(CorrectionDoubt.DOCUMENT_CANCELLED);
        assertThat(doubts(SALE.replace("PLN", "EUR"))).containsExactly(CorrectionDoubt.CURRENCY);
        assertThat(doubts(SALE.replace("\"No\":2,", ""))).containsExactly(CorrectionDoubt.DOCUMENT_UNREADABLE);
    }

    private static List<CorrectionDoubt> doubts(String sale) {
        return Corrections.sale(7).read(said(200, sale)).orElseThrow().doubts();
    }
}
