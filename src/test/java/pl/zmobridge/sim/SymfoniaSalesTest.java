package pl.zmobridge.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.SimClient.Answer;

class SymfoniaSalesTest extends SymfoniaFixture {
    @Test
    void realisationTakesStockAndIssuesTheDocumentOfTheType() {
        symfonia.setStock("SPD-101", "5");
        long id = issuedId("2");

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
        JsonNode behind = client.get("/api/Sales/ZMO?documentId=" + document).json();
        assertThat(behind).hasSize(1);
        assertThat(behind.at("/0/Id").asLong()).isEqualTo(id);
        assertThat(behind.at("/0/DocumentNumber").asText()).isEqualTo("ZMO/0001/2026");
        JsonNode prints = client.get("/api/Orders/InvoicesPDF?orderId=" + id + "&printNote=false")
                .json();
        assertThat(prints).hasSize(1);
        byte[] pdf =
                Base64.getDecoder().decode(prints.at("/0/ContentFile_Base64").asText());
        assertThat(new String(pdf, StandardCharsets.UTF_8)).startsWith("%PDF-1.4\n% FV/0001/2026");
        assertThat(client.get("/api/Sales/PDF?documentId=" + document).json()).isEqualTo(prints.get(0));
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
        long id = issuedId("2");

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
        long first = issuedId("2");
        long second = issuedId("1");

        assertThat(client.put("/api/OrdersIssue/FV?orderId=" + second, "").status())
                .isEqualTo(400);
        assertThat(client.put("/api/OrdersIssue/FV?orderId=" + first, "").status())
                .isEqualTo(200);
    }

    @Test
    void aSecondRealisationIsRefusedUnlessTheErpIsCareless() {
        long id = issuedId("1");
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
        long id = issuedId("2");

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
        long id = issuedId("1");
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
    void aMissingOrderHasNoSalesWhereTheInstallationSaysSo() {
        assertThat(client.get("/api/Orders/FV?orderId=1").status()).isEqualTo(404);

        symfonia.missingOrderHasNoSales(true);

        assertThat(client.get("/api/Orders/FV?orderId=1").json()).isEmpty();
    }

    @Test
    void everySampleOrderCanBeIssuedAndRealised() {
        for (SimOrder sample : new SampleOrders(11).list(50)) {
            ObjectNode order = order("1");
            for (ObjectNode line : sample.lines()) {
                order.withArray("Positions")
                        .addObject()
                        .put("Code", line.get("code").asText())
                        .put("Quantity", line.get("quantity").asText())
                        .put("Value", "1.00");
            }
            long id = symfonia.issueOrder(order).get("Id").asLong();
            assertThat(client.put("/api/OrdersIssue/FV?orderId=" + id, "").status())
                    .isEqualTo(200);
        }
    }
}
