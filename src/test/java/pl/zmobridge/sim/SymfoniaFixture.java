package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import pl.zmobridge.sim.SimClient.Answer;

/** A simulated ERP on 2026-10-02 that knows the contractor SH17, a client with a session, and an order to issue. */
abstract class SymfoniaFixture {
    final MovableClock clock = MovableClock.at("2026-10-02T10:00:00Z");
    final SymfoniaSim symfonia = new SymfoniaSim(clock);
    SimClient client;

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

    final ObjectNode order(String quantity) {
        return (ObjectNode) Json.parse(
                        """
                        {"TypeCode":"ZMO","Series":"sZMO","Department":"SKLEP","PaymentRegistry":{"Code":"BANK"},"PaymentFormId":4,
                         "Buyer":{"Code":"SH17"},"Recipient":{"Code":"SH17"},"PriceKind":1,"SalePriceType":4,"ReservationType":1,
                         "Description":"SH/1201 [x]","Positions":[{"Code":"SPD-101","Quantity":%s,"Value":149.95},
                         {"Code":"DOSTAWA","Quantity":1,"Value":19.99}]}"""
                                .formatted(quantity))
                .orElseThrow();
    }

    Answer issue(JsonNode order) {
        return client.post("/api/OrdersIssue/New?issue=true", Json.write(order));
    }

    long issuedId(String quantity) {
        return issue(order(quantity)).json().get("Id").asLong();
    }
}
