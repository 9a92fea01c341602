package pl.zmobridge.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What people do in the ERP by hand, and how the WebAPI shows it. */
class SymfoniaDeskTest extends SymfoniaFixture {
    private JsonNode status(long id) {
        return client.get("/api/Orders/Status?orderId=" + id).json();
    }

    @Test
    void statusTellsWhoseIdItIsAndWhatWasDoneByHand() {
        long id = issuedId("2");
        assertThat(status(id).get("Id").asLong()).isEqualTo(id);
        assertThat(status(id).get("DocumentNumber").asText()).isEqualTo("ZMO/0001/2026");
        assertThat(status(id).get("DocumentStatus").asInt()).isEqualTo(4);
        assertThat(client.get("/api/Orders/Status?orderNumber=ZMO%2F0001%2F2026")
                        .json()
                        .get("Id")
                        .asLong())
                .isEqualTo(id);

        symfonia.desk().realiseHalf(id);
        assertThat(status(id).get("DocumentStatus").asInt()).isEqualTo(8);
        symfonia.desk().realiseByHand(id);
        assertThat(status(id).get("DocumentStatus").asInt()).isEqualTo(16);
        assertThat(status(id).get("WarehouseSettled").asBoolean()).isTrue();
        assertThat(client.get("/api/Orders/FV?orderId=" + id).json()).hasSize(2);

        long other = issuedId("1");
        symfonia.desk().closeOrder(other);
        assertThat(status(other).get("DocumentStatus").asInt()).isEqualTo(32);
        assertThat(client.put("/api/OrdersIssue/FV?orderId=" + other, "").status())
                .isEqualTo(400);
        assertThat(client.get("/api/Orders/Status?orderId=1").status()).isEqualTo(404);
    }

    @Test
    void aCancelledOrderIsThereButNotAliveAndItsStockIsFree() {
        symfonia.setStock("SPD-101", "5");
        long id = issuedId("5");

        symfonia.desk().cancelOrder(id);

        assertThat(client.get("/api/Orders?id=" + id).json().get("Canceled").asInt())
                .isEqualTo(1);
        assertThat(symfonia.stockToSale("SPD-101")).isEqualByComparingTo("5");
        assertThat(client.put("/api/OrdersIssue/FV?orderId=" + id, "").message())
                .contains("anulowane");
    }

    @Test
    void aDeletionFreesStockAndIsRefusedOnceThereAreDocuments() {
        symfonia.setStock("SPD-101", "5");
        long sold = issuedId("2");
        long open = issuedId("2");
        symfonia.desk().realiseByHand(sold);

        assertThat(delete("id=" + sold).message()).contains("ma wystawione dokumenty");
        SimClient.Answer deleted = delete("buffer=false&number=ZMO%2F0002%2F2026");
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.text()).isEmpty();
        assertThat(symfonia.stockToSale("SPD-101")).isEqualByComparingTo("3");
        assertThat(client.get("/api/Orders?id=" + open).status()).isEqualTo(404);
    }

    private SimClient.Answer delete(String what) {
        return client.send("DELETE", "/api/OrdersIssue/Delete?" + what, "");
    }

    @Test
    void aSaleToAnInactiveCardOrOneOverItsLimitIsRefusedInWords() {
        long id = issuedId("1");
        symfonia.desk().overCreditLimit("SH17", true);
        assertThat(client.put("/api/OrdersIssue/FV?orderId=" + id, "").message())
                .contains("limit kredytu");

        symfonia.desk().overCreditLimit("SH17", false);
        symfonia.desk().deactivateContractor("SH17");
        assertThat(client.put("/api/OrdersIssue/FV?orderId=" + id, "").message())
                .contains("SH17 jest nieaktywny");
        assertThat(client.get("/api/Contractors?code=SH17").json().get("Active").asBoolean())
                .isFalse();
        assertThat(issue(order("1")).status()).describedAs("most installations").isEqualTo(200);

        symfonia.switches().refuseInactiveBuyers(true);
        assertThat(issue(order("1")).message()).contains("SH17 jest nieaktywny");
    }

    @Test
    void flagsOfACardThatAClientLeavesOutAreFalse() {
        client.post("/api/Contractors/Create?syncFk=false", "{\"Code\":\"N1\",\"Name\":\"Nowy\",\"Vies\":true}");

        JsonNode card = client.get("/api/Contractors?code=N1").json();
        assertThat(card.get("Vies").asBoolean()).isTrue();
        for (String flag : new String[] {"Active", "VATTaxPayer", "PriceNegotiation", "CreditLimit"}) {
            assertThat(card.get(flag).isBoolean()).describedAs(flag).isTrue();
            assertThat(card.get(flag).asBoolean()).describedAs(flag).isFalse();
        }
        client.put("/api/Contractors/Update", "{\"Code\":\"N1\",\"Active\":true}");
        card = client.get("/api/Contractors?code=N1").json();
        assertThat(card.get("Active").asBoolean()).isTrue();
        assertThat(card.get("Vies").asBoolean()).isFalse();
    }

    @Test
    void aRestoredErpGivesIdsAndNumbersAgain() {
        symfonia.setStock("SPD-101", "5");
        long kept = issuedId("1");
        SimSnapshot backup = symfonia.snapshot();
        long lost = issuedId("3");
        symfonia.desk().realiseByHand(kept);
        symfonia.addContractor("SH18", "Jan", "", 0);

        symfonia.restore(backup);

        assertThat(symfonia.orders()).hasSize(1);
        assertThat(symfonia.invoices()).isEmpty();
        assertThat(symfonia.contractors()).hasSize(1);
        assertThat(status(kept).get("DocumentStatus").asInt()).isEqualTo(4);
        assertThat(symfonia.stock("SPD-101")).isEqualByComparingTo("5");
        assertThat(symfonia.stockToSale("SPD-101")).isEqualByComparingTo("4");
        JsonNode next = issue(order("2")).json();
        assertThat(next.get("Id").asLong()).isEqualTo(lost);
        assertThat(next.get("DocumentNumber").asText()).isEqualTo("ZMO/0002/2026");

        symfonia.restore(backup);
        assertThat(symfonia.orders()).hasSize(1);
    }

    @Test
    void changesAreListedOnlyWhereTheInstallationTracksThem() {
        assertThat(client.get("/api/Orders/IncrementalSync?dateFrom=2026-10-01").status())
                .isEqualTo(400);
        symfonia.switches().incrementalSync(true);
        long first = issuedId("1");
        long second = issuedId("1");
        clock.advance(Duration.ofMinutes(20));
        symfonia.deleteOrder(first);
        symfonia.desk().realiseByHand(second);

        JsonNode orders = client.get("/api/Orders/IncrementalSync?dateFrom=2026-10-02T12:10:00")
                .json();

        assertThat(orders.findValuesAsText("ModifyType")).containsExactly("2", "1");
        assertThat(orders.at("/0/Id").asLong()).isEqualTo(first);
        assertThat(orders.at("/0/ModifiedAt").asText()).isEqualTo("2026-10-02T12:20:00");
        assertThat(orders.at("/1/Object/DocumentStatus").asInt()).isEqualTo(16);
        assertThat(client.get("/api/Sales/IncrementalSync?dateFrom=2026-10-02").json())
                .hasSize(1);
        assertThat(client.get("/api/Contractors/IncrementalSync?dateFrom=2026-10-02")
                        .json())
                .hasSize(1);
        assertThat(client.get("/api/Orders/IncrementalSync?dateFrom=2026-10-03").json())
                .isEmpty();
    }

    @Test
    void documentsAreFoundByTheirParties() {
        long buyer = symfonia.contractors().get(0).get("Id").asLong();
        symfonia.addContractor("SH18", "Jan", "", 0);
        issuedId("1");
        String days = "dateFrom=2026-10-02&dateTo=2026-10-02";

        assertThat(client.get("/api/Orders/Filter?" + days + "&buyerId=" + buyer)
                        .json())
                .hasSize(1);
        assertThat(client.get("/api/Orders/Filter?" + days + "&buyerCode=SH18").json())
                .isEmpty();
        assertThat(client.get("/api/Orders/Filter?" + days + "&recipientId=1").json())
                .isEmpty();
    }
}
