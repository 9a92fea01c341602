package pl.zmobridge.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.sim.SimClient.Answer;

class SymfoniaSimTest {
    private final MovableClock clock = MovableClock.at("2026-10-02T10:00:00Z");
    private final SymfoniaSim symfonia = new SymfoniaSim(clock);
    private SimClient client;

    @BeforeEach
    void open() {
        symfonia.start();
        symfonia.addContractor("SH17", "Anna Żak", "", 0);
        client = SimClient.of(symfonia);
    }

    @AfterEach
    void close() {
        symfonia.close();
    }

    private static ObjectNode order(String quantity) {
        return (ObjectNode) Json.parse(
                        """
                        {"TypeCode":"ZMO","Series":"sZMO","Department":"SKLEP","PaymentRegistry":{"Code":"BANK"},"PaymentFormId":4,
                         "Buyer":{"Code":"SH17"},"Recipient":{"Code":"SH17"},"PriceKind":1,"SalePriceType":4,"ReservationType":1,
                         "Description":"SH/1201 [x]","Positions":[{"Code":"SPD-101","Quantity":%s,"Value":149.95},
                         {"Code":"DOSTAWA","Quantity":1,"Value":19.99}]}"""
                                .formatted(quantity))
                .orElseThrow();
    }

    private Answer issue(JsonNode order) {
        return client.post("/api/OrdersIssue/New?issue=true", Json.write(order));
    }

    private long issued(String quantity) {
        return issue(order(quantity)).json().get("Id").asLong();
    }

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
        long id = issued("1");

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
        long first = issued("1");
        long second = issued("1");

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
        long id = issued("2");

        assertThat(client.send("DELETE", "/api/OrdersIssue/Delete?id=" + id, "").status())
                .isEqualTo(200);

        assertThat(symfonia.stockToSale("SPD-101")).isEqualByComparingTo("5");
        assertThat(client.get("/api/Orders?id=" + id).status()).isEqualTo(404);
        assertThat(client.send("DELETE", "/api/OrdersIssue/Delete?id=" + id, "").status())
                .isEqualTo(404);
    }

    @Test
    void realisationTakesStockAndIssuesTheDocumentOfTheType() {
        symfonia.setStock("SPD-101", "5");
        long id = issued("2");

        JsonNode documents = client.put("/api/OrdersIssue/FV?orderId=" + id, "").json();

        assertThat(documents).hasSize(1);
        assertThat(documents.get(0).get("DocumentNumber").asText()).isEqualTo("FV/0001/2026");
        assertThat(symfonia.stock("SPD-101")).isEqualByComparingTo("3");
        assertThat(symfonia.stockToSale("SPD-101")).isEqualByComparingTo("3");
        assertThat(client.get("/api/Orders/FV?orderId=" + id).json()).isEqualTo(documents);
        assertThat(client.get("/api/Orders/Status?orderId=" + id)
                        .json()
                        .get("DocumentStatus")
                        .asInt())
                .isEqualTo(16);
        long document = documents.get(0).get("Id").asLong();
        assertThat(client.get("/api/Sales/ZMO?documentId=" + document)
                        .json()
                        .get("Id")
                        .asLong())
                .isEqualTo(id);
        byte[] pdf = Base64.getDecoder()
                .decode(client.get("/api/Orders/InvoicesPDF?orderId=" + id + "&printNote=false")
                        .json()
                        .get("ContentFile_Base64")
                        .asText());
        assertThat(new String(pdf, StandardCharsets.UTF_8)).startsWith("%PDF-1.4\n% FV/0001/2026");
    }

    @Test
    void aReceiptOrderRealisesIntoAReceipt() {
        issue(order("1").put("TypeCode", "ZMP").put("Series", "sZMP"));

        assertThat(client.put("/api/OrdersIssue/FV?orderNumber=ZMP%2F0001%2F2026", "")
                        .json()
                        .at("/0/DocumentNumber")
                        .asText())
                .isEqualTo("PA/0001/2026");
    }

    @Test
    void tooLittleStockRefusesUntilADeliveryArrives() {
        symfonia.setStock("SPD-101", "1");
        long id = issued("2");

        Answer refused = client.put("/api/OrdersIssue/FV?orderId=" + id, "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.message()).startsWith("Brak wystarczającej ilości towaru SPD-101");
        assertThat(client.get("/api/Orders/FV?orderId=" + id).json()).isEmpty();
        symfonia.refusalsAs500(true);
        assertThat(client.put("/api/OrdersIssue/FV?orderId=" + id, "").status()).isEqualTo(500);

        symfonia.restock("SPD-101", "1");
        assertThat(client.put("/api/OrdersIssue/FV?orderId=" + id, "").status()).isEqualTo(200);
    }

    @Test
    void whatOneOrderReservedAnotherCannotTake() {
        symfonia.setStock("SPD-101", "2");
        long first = issued("2");
        long second = issued("1");

        assertThat(client.put("/api/OrdersIssue/FV?orderId=" + second, "").status())
                .isEqualTo(400);
        assertThat(client.put("/api/OrdersIssue/FV?orderId=" + first, "").status())
                .isEqualTo(200);
    }

    @Test
    void aSecondRealisationIsRefusedUnlessTheErpIsCareless() {
        long id = issued("1");
        client.put("/api/OrdersIssue/FV?orderId=" + id, "");

        assertThat(client.put("/api/OrdersIssue/FV?orderId=" + id, "").message())
                .contains("zostało już zrealizowane");
        assertThat(symfonia.invoices()).hasSize(1);

        symfonia.allowDoubleRealisation(true);
        assertThat(client.put("/api/OrdersIssue/FV?orderId=" + id, "").status()).isEqualTo(200);
        assertThat(symfonia.invoices()).hasSize(2);
    }

    @Test
    void aWarehouseDocumentTakesTheGoodsAndTheInvoiceDoesNotTakeThemAgain() {
        symfonia.setStock("SPD-101", "5");
        long id = issued("2");

        assertThat(client.put("/api/OrdersIssue/WZ?orderId=" + id, "")
                        .json()
                        .at("/0/DocumentNumber")
                        .asText())
                .isEqualTo("WZ/0001/2026");
        client.put("/api/OrdersIssue/FV?orderId=" + id, "");

        assertThat(symfonia.stock("SPD-101")).isEqualByComparingTo("3");
    }

    @Test
    void anErpThatDeletesRealisedOrdersLeavesOnlyTheSale() {
        symfonia.deleteRealisedOrders(true);
        long id = issued("1");
        client.put("/api/OrdersIssue/FV?orderId=" + id, "");

        assertThat(client.get("/api/Orders?id=" + id).status()).isEqualTo(404);
        assertThat(client.get("/api/Orders/FV?orderId=" + id).status()).isEqualTo(404);
        long buyer = symfonia.contractors().get(0).get("Id").asLong();
        JsonNode sales = client.get("/api/Sales/Filter?buyerId=" + buyer + "&dateFrom=2026-10-01&dateTo=2026-10-02")
                .json();
        assertThat(sales.at("/0/GrossValue").decimalValue()).isEqualByComparingTo("169.94");
        assertThat(client.get("/api/Sales/ZMO?documentId=" + sales.at("/0/Id").asLong())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void contractorsAreFoundByCodeIdAndNipAsText() {
        long id = symfonia.addContractor("F1", "Firma", "111-111-11-11", 6)
                .get("Id")
                .asLong();

        assertThat(client.get("/api/Contractors?code=F1")
                        .json()
                        .at("/PaymentForm/Id")
                        .asLong())
                .isEqualTo(6);
        assertThat(client.get("/api/Contractors?id=" + id).json().get("Code").asText())
                .isEqualTo("F1");
        assertThat(client.get("/api/Contractors?nip=111-111-11-11").json()).hasSize(1);
        assertThat(client.get("/api/Contractors?nip=1111111111").json()).isEmpty();
        assertThat(client.get("/api/Contractors?code=F2").status()).isEqualTo(404);
    }

    @Test
    void aContractorsCodeIsUniqueAndShort() {
        assertThat(create("N1").status()).isEqualTo(200);
        assertThat(create("N1").message()).contains("już istnieje");
        assertThat(create("X".repeat(21)).status()).isEqualTo(400);
        symfonia.contractorCodeLimit(99);
        assertThat(create("X".repeat(40)).status()).isEqualTo(200);
        assertThat(create("X".repeat(41)).status()).isEqualTo(400);

        Answer updated = client.put("/api/Contractors/Update?syncFk=false", "{\"Code\":\"N1\",\"NIP\":\"5252525252\"}");
        assertThat(updated.json().get("NIP").asText()).isEqualTo("5252525252");
        assertThat(updated.json().get("Name").asText()).isEqualTo("Nowy");
        assertThat(client.put("/api/Contractors/Update", "{\"Code\":\"N9\"}").status())
                .isEqualTo(404);
    }

    private Answer create(String code) {
        return client.post(
                "/api/Contractors/Create?syncFk=false", "{\"code\":\"%s\",\"name\":\"Nowy\"}".formatted(code));
    }

    @Test
    void ofManyWhoCreateOneContractorAtOnceExactlyOneSucceeds() {
        var racers = IntStream.range(0, 8)
                .mapToObj(
                        i -> CompletableFuture.supplyAsync(() -> create("RACE").status()))
                .toList();

        assertThat(racers.stream().map(CompletableFuture::join).filter(status -> status == 200))
                .hasSize(1);
    }

    @Test
    void aSessionIsNeededExpiresAndIsLicensed() {
        assertThat(new SimClient(symfonia.url()).get("/api/PaymentForms").status())
                .isEqualTo(401);
        assertThat(new SimClient(symfonia.url())
                        .get("/api/Ping")
                        .json()
                        .get("OpenSessionsNumber")
                        .asInt())
                .isEqualTo(1);
        assertThat(new SimClient(symfonia.url()).get("/api/Alive").status()).isEqualTo(200);
        assertThat(new SimClient(symfonia.url())
                        .authorized("Application wrong")
                        .get("/api/Sessions/OpenNewSession?deviceName=x")
                        .status())
                .isEqualTo(401);

        symfonia.sessionLimit(2);
        SimClient second = SimClient.of(symfonia);
        assertThat(second.openSession().status()).isEqualTo(400);
        assertThat(second.openSession().message()).contains("licencji");
        assertThat(second.get("/api/Sessions/SessionInformation")
                        .json()
                        .get("TotalSessionsCount")
                        .asInt())
                .isEqualTo(2);
        assertThat(second.get("/api/Sessions/CloseSession").status()).isEqualTo(200);
        assertThat(second.get("/api/PaymentForms").status()).isEqualTo(401);

        clock.advance(Duration.ofMinutes(31));
        assertThat(client.get("/api/PaymentForms").status()).isEqualTo(401);
        symfonia.expireSessionsAfter(1);
        SimClient brief = SimClient.of(symfonia);
        assertThat(brief.get("/api/PaymentForms").status()).isEqualTo(200);
        assertThat(brief.get("/api/PaymentForms").status()).isEqualTo(401);
    }

    @Test
    void dictionariesHoldWhatTheDefaultConfigurationNeeds() {
        assertThat(client.get("/api/PaymentForms").json().findValuesAsText("Name"))
                .contains("Przelew – 7 dni", "Gotówka");
        JsonNode types = client.get("/api/Orders/ZMODocumentTypes").json();
        assertThat(types.findValuesAsText("Code")).containsExactly("ZMO", "ZMP");
        long receipt = types.get(1).get("Id").asLong();
        assertThat(client.get("/api/Orders/DocumentSeries?documentTypeId=" + receipt)
                        .json()
                        .findValuesAsText("Code"))
                .containsExactly("sZMP");
        assertThat(client.get("/api/Departments").json().findValuesAsText("Code"))
                .contains("SKLEP");
        assertThat(client.get("/api/PaymentRegistries").json().findValuesAsText("Code"))
                .contains("BANK");
        assertThat(client.get("/api/Warehouses").status()).isEqualTo(200);
        assertThat(client.get("/api/Products?code=DOSTAWA").status()).isEqualTo(200);
        assertThat(client.get("/api/Products?code=NIE-MA").status()).isEqualTo(404);
        assertThat(client.get("/api/InventoryStates/ByProduct?code=SPD-101")
                        .json()
                        .at("/0/AmountToSale")
                        .asInt())
                .isEqualTo(100_000);
        assertThat(client.get("/api/Nonsense").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"DAY, 2026-10-02", "FRACTION, 2026-10-02T00:00:00.1234567", "OFFSET, 2026-10-02T00:00:00+02:00"})
    void datesAndNamesComeInTheFormsOfTheInstallation(ErpDates form, String expected) {
        symfonia.dates(form);
        symfonia.camelCase(true);

        assertThat(issue(order("1")).json().get("issueDate").asText()).isEqualTo(expected);
    }
}
