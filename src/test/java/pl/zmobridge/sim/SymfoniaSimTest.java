package pl.zmobridge.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.sim.SimClient.Answer;

class SymfoniaSimTest extends SymfoniaFixture {
    @Test
    void anIssuedOrderHasANumberItsTotalAndItsReservation() {
        symfonia.setStock("SPD-101", "5");

        JsonNode order = issue(order("2")).json();

        assertThat(order.get("DocumentNumber").asText()).isEqualTo("ZMO/0001/2026");
        assertThat(order.get("GrossValue").decimalValue()).isEqualByComparingTo("169.94");
        assertThat(order.get("MaturityDate").asText()).isEqualTo("2026-10-09T00:00:00");
        assertThat(order.at("/Positions/0/ProductCode").asText()).isEqualTo("SPD-101");
        assertThat(symfonia.stockToSale("SPD-101")).isEqualByComparingTo("3");
        assertThat(symfonia.stock("SPD-101")).isEqualByComparingTo("5");
    }

    @Test
    void propertyNamesAreReadInAnyLetterCase() {
        String lower = Json.write(order("1"))
                .replace("\"TypeCode\"", "\"typeCode\"")
                .replace("\"Positions\"", "\"POSITIONS\"");

        assertThat(client.post("/api/OrdersIssue/New?issue=true", lower).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "TypeCode, '\"XXX\"', typu dokumentu",
        "Series, '\"sZMP\"', serii",
        "Department, '\"NIE\"', wydziału",
        "PaymentRegistry, '{\"Code\":\"NIE\"}', rejestru",
        "PaymentFormId, 77, formy płatności",
        "PaymentFormId, 8, nieaktywna",
        "Buyer, '{\"Code\":\"NIKT\"}', kontrahenta o kodzie NIKT",
        "Recipient, '{\"Id\":1}', kontrahenta o Id 1",
        "PriceKind, 3, PriceKind",
        "SalePriceType, 5, SalePriceType",
        "Positions, '[]', co najmniej jedną pozycję",
        "Positions, '[{\"Code\":\"NIE-MA\",\"Quantity\":1,\"Value\":1}]', towaru o kodzie NIE-MA",
        "Positions, '[{\"Code\":\"SPD-101\",\"Quantity\":0,\"Value\":1}]', ilość",
        "Positions, '[{\"Quantity\":1,\"Value\":1}]', nazwę towaru jednorazowego",
        "Department, null, Pole Department jest wymagane",
        "IssueDate, '\"wczoraj\"', nieprawidłowa data"
    })
    void aWrongOrderIsRefusedInPolish(String field, String value, String words) {
        ObjectNode order = order("1");
        order.set(field, Json.parse(value).orElseThrow());

        Answer refused = issue(order);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).contains(words);
        assertThat(symfonia.orders()).isEmpty();
    }

    @Test
    void aOneOffBuyerIsTakenFromDataAndIsNoContractor() {
        ObjectNode order = order("1");
        order.putObject("Buyer").putObject("Data").put("Name", "Jan Gość").put("City", "Łódź");

        JsonNode issued = issue(order).json();

        assertThat(issued.get("BuyerId").asLong())
                .isNotEqualTo(issued.get("RecipientId").asLong());
        assertThat(symfonia.contractors()).hasSize(1);
        assertThat(symfonia.oneOffContractors()).hasSize(1);
    }

    @Test
    void ordersAreFoundByIdNumberAndDay() {
        long id = issuedId("1");

        assertThat(client.get("/api/Orders?id=" + id).json().get("Description").asText())
                .isEqualTo("SH/1201 [x]");
        assertThat(client.get("/api/Orders?buffer=false&number=ZMO%2F0001%2F2026")
                        .json()
                        .get("Id")
                        .asLong())
                .isEqualTo(id);
        assertThat(client.get("/api/Orders?id=1").status()).isEqualTo(404);
        assertThat(client.get("/api/Orders?buffer=false&number=X").message()).contains("o numerze X");
        JsonNode today = client.get("/api/Orders/Filter?dateFrom=2026-10-02&dateTo=2026-10-02")
                .json();
        assertThat(today.findValuesAsText("Description")).containsExactly("SH/1201 [x]");
        assertThat(client.get("/api/Orders/Filter?dateFrom=2026-10-03&dateTo=2026-10-09")
                        .json())
                .isEmpty();
        assertThat(client.get("/api/Orders/Filter?dateFrom=2026-10-03").status())
                .isEqualTo(400);
    }

    @Test
    void aNumberIsGivenOnceOnly() {
        long first = issuedId("1");
        long second = issuedId("1");

        assertThat(rename(first, "SH/1201").status()).isEqualTo(200);
        assertThat(rename(first, "SH/1201").status()).isEqualTo(200);
        assertThat(rename(second, "SH/1201").status()).isEqualTo(400);
        assertThat(rename(second, "SH/1201").message()).contains("już istnieje");
        assertThat(rename(1, "SH/9").status()).isEqualTo(404);
        assertThat(symfonia.order("SH/1201").orElseThrow().get("Id").asLong()).isEqualTo(first);
        assertThat(symfonia.order("ZMO/0001/2026")).isEmpty();
    }

    private Answer rename(long id, String number) {
        return client.send(
                "PATCH", "/api/OrdersIssue/DocumentNumber?id=" + id + "&number=" + SimClient.encoded(number), "");
    }

    @Test
    void anEditChangesPositionsAndReservation() {
        symfonia.setStock("SPD-101", "5");
        JsonNode order = issue(order("2")).json();
        long line = order.at("/Positions/0/Id").asLong();
        long delivery = order.at("/Positions/1/Id").asLong();

        JsonNode edited = client.put(
                        "/api/OrdersIssue/Edit",
                        "{\"Id\":%d,\"Description\":\"nowy\",\"Positions\":[{\"PositionId\":%d,\"Quantity\":3},{\"PositionId\":%d,\"Delete\":true}]}"
                                .formatted(order.get("Id").asLong(), line, delivery))
                .json();

        assertThat(edited.get("GrossValue").decimalValue()).isEqualByComparingTo("149.95");
        assertThat(edited.get("Description").asText()).isEqualTo("nowy");
        assertThat(edited.get("DocumentNumber").asText()).isEqualTo("ZMO/0001/2026");
        assertThat(symfonia.stockToSale("SPD-101")).isEqualByComparingTo("2");
    }

    @Test
    void aDeletedOrderFreesItsReservationAndIsGone() {
        symfonia.setStock("SPD-101", "5");
        long id = issuedId("2");

        assertThat(client.send("DELETE", "/api/OrdersIssue/Delete?id=" + id, "").status())
                .isEqualTo(200);

        assertThat(symfonia.stockToSale("SPD-101")).isEqualByComparingTo("5");
        assertThat(client.get("/api/Orders?id=" + id).status()).isEqualTo(404);
        assertThat(client.send("DELETE", "/api/OrdersIssue/Delete?id=" + id, "").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"DAY, 2026-10-02", "FRACTION, 2026-10-02T00:00:00.1234567", "OFFSET, 2026-10-02T00:00:00+02:00"})
    void datesAndNamesComeInTheFormsOfTheInstallation(ErpDates form, String expected) {
        symfonia.dates(form);
        symfonia.camelCase(true);

        assertThat(issue(order("1")).json().get("issueDate").asText()).isEqualTo(expected);
    }
}
