package pl.zmobridge.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.sim.SimClient.Answer;

/** Rates, sums and positions as the ERP answers them, and edits of what was issued. */
class SymfoniaSumsTest extends SymfoniaFixture {
    private JsonNode issued(ObjectNode order) {
        return issue(order).json();
    }

    private static ObjectNode line(ObjectNode order, int index) {
        return (ObjectNode) order.get("Positions").get(index);
    }

    private Answer edit(JsonNode order, String changes) {
        return client.put("/api/OrdersIssue/Edit", "{\"Id\":" + order.get("Id").asLong() + "," + changes + "}");
    }

    @Test
    void aPositionsOwnRateBeatsTheCards() {
        ObjectNode order = order("1");
        line(order, 0).put("Value", "108.00").putObject("VatRate").put("Code", "8");

        JsonNode position = issued(order).at("/Positions/0");

        assertThat(position.at("/VatRate/Code").asText()).isEqualTo("8");
        assertThat(position.get("GrossValue").decimalValue()).isEqualByComparingTo("108.00");
        assertThat(position.get("NetValue").decimalValue()).isEqualByComparingTo("100.00");
        assertThat(position.get("Quantity").asInt()).isEqualTo(1);
    }

    @Test
    void aPositionWithoutARateHasTheCards() {
        symfonia.desk().productRate("SPD-101", "5");

        JsonNode order = issued(order("1"));

        assertThat(order.at("/Positions/0/VatRate/Code").asText()).isEqualTo("5");
        assertThat(order.at("/Positions/1/VatRate/Code").asText()).isEqualTo("23");
    }

    @ParameterizedTest
    @CsvSource({"zw, 100.00", "np, 100.00", "0, 100.00", "23, 81.30"})
    void exemptAndZeroAreDifferentRatesOfOneValue(String code, String net) {
        ObjectNode order = order("1");
        line(order, 0).put("Value", "100.00").putObject("VatRate").put("Code", code);

        JsonNode position = issued(order).at("/Positions/0");

        assertThat(position.at("/VatRate/Code").asText()).isEqualTo(code);
        assertThat(position.get("NetValue").decimalValue()).isEqualByComparingTo(net);
    }

    @Test
    void aRateThatTheErpLacksOrNoLongerUsesIsRefused() {
        symfonia.desk().vatRate("22", "22 %", "22", false);
        ObjectNode order = order("1");
        line(order, 0).putObject("VatRate").put("Code", "19");
        assertThat(issue(order).message()).contains("nie znaleziono stawki VAT 19");

        line(order, 0).putObject("VatRate").put("Code", "22");
        assertThat(issue(order).message()).contains("stawka VAT 22 jest nieaktywna");
    }

    @Test
    void aContractorsDiscountMakesTheErpsSumAnother() {
        symfonia.desk().contractorDiscount("SH17", "5");

        JsonNode order = issued(order("1"));

        assertThat(order.get("GrossValue").decimalValue()).isEqualByComparingTo("161.44");
        assertThat(client.get("/api/Orders?id=" + order.get("Id").asLong())
                        .json()
                        .at("/Positions/0/GrossValue")
                        .decimalValue())
                .isEqualByComparingTo("142.45");

        symfonia.switches().contractorDiscounts(false);
        assertThat(issued(order("1")).get("GrossValue").decimalValue()).isEqualByComparingTo("169.94");
    }

    @Test
    void anEditAnswersTheNewSumsAndKeepsNumberAndPositions() {
        JsonNode order = issued(order("1"));
        long line = order.at("/Positions/0/Id").asLong();

        JsonNode edited = edit(
                        order,
                        "\"Positions\":[{\"PositionId\":%d,\"Value\":179.95},{\"Code\":\"KUB-300\",\"Quantity\":1,\"Value\":0.99}]"
                                .formatted(line))
                .json();

        assertThat(edited.get("GrossValue").decimalValue()).isEqualByComparingTo("200.93");
        assertThat(edited.get("DocumentNumber")).isEqualTo(order.get("DocumentNumber"));
        assertThat(edited.at("/Positions/0/Id").asLong()).isEqualTo(line);
        assertThat(edited.get("Positions")).hasSize(3);
    }

    @Test
    void anEditOfWhatIsSoldOrOfTheTypeOrOfAForeignPositionIsRefused() {
        JsonNode order = issued(order("1"));

        assertThat(edit(order, "\"TypeCode\":\"ZMP\"").message()).contains("nie można zmienić typu");
        assertThat(edit(order, "\"Positions\":[{\"PositionId\":5,\"Delete\":true}]")
                        .message())
                .contains("Nie znaleziono pozycji o Id 5");

        symfonia.desk().realiseByHand(order.get("Id").asLong());
        assertThat(edit(order, "\"Note\":\"x\"").message()).contains("nie można go zmienić");
    }

    @Test
    void whatStaysInTheBufferHasNoNumberAndReservesNothing() {
        symfonia.setStock("SPD-101", "5");

        JsonNode order = client.post("/api/OrdersIssue/New?issue=false", Json.write(order("2")))
                .json();

        assertThat(order.get("Buffer").asBoolean()).isTrue();
        assertThat(order.get("DocumentNumber").asText()).isEmpty();
        assertThat(symfonia.stockToSale("SPD-101")).isEqualByComparingTo("5");
        long id = order.get("Id").asLong();
        assertThat(client.put("/api/OrdersIssue/FV?orderId=" + id, "").message())
                .contains("jest w buforze");

        symfonia.desk().issueFromBuffer(id);
        assertThat(symfonia.order("ZMO/0001/2026")).isPresent();
        assertThat(symfonia.stockToSale("SPD-101")).isEqualByComparingTo("3");
    }

    @Test
    void fieldsCanBeNullInPractice() {
        symfonia.switches().nullFields("GrossValue", "Description");

        JsonNode order = issued(order("1"));

        assertThat(order.get("GrossValue").isNull()).isTrue();
        assertThat(order.at("/Positions/0/GrossValue").isNull()).isTrue();
        assertThat(order.get("Description").isNull()).isTrue();
    }

    @Test
    void aSaleSaysItsMarkersAndWhetherItIsFiscal() {
        symfonia.desk().salesType(31, "OSS", "Sprzedaż OSS", 40, 1_048_576);
        symfonia.desk().orderType(131, "ZMOSS", "sZMOSS", 31);
        ObjectNode order = order("1").put("TypeCode", "ZMOSS").put("Series", "sZMOSS");
        long id = issued(order).get("Id").asLong();

        long sale = symfonia.desk().realiseByHand(id).get("Id").asLong();

        JsonNode shown = client.get("/api/Sales?id=" + sale).json();
        assertThat(shown.get("JPK_V7Attributes").asInt()).isEqualTo(1_048_576);
        assertThat(shown.get("Fisacal").asInt()).isZero();
        assertThat(shown.get("Canceled").asInt()).isZero();
        assertThat(shown.get("Positions")).hasSize(2);
        assertThat(client.get("/api/DocumentTypes?id=31")
                        .json()
                        .get("Character")
                        .asInt())
                .isEqualTo(40);
        assertThat(client.get("/api/DocumentTypes?id=131")
                        .json()
                        .get("Character")
                        .asInt())
                .isEqualTo(86);
        assertThat(client.get("/api/DocumentTypes?id=12")
                        .json()
                        .get("Character")
                        .asInt())
                .isEqualTo(50);
        assertThat(client.get("/api/DocumentTypes?id=999").status()).isEqualTo(404);
    }
}
