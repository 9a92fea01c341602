package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/** The property names the ERP knows. It reads them in any letter case and ignores all others. */
final class ErpNames {
    private static final Map<String, String> KNOWN = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        String names =
                """
                Id Code Name NIP Pesel Regon Active Type Vies VATTaxPayer PriceNegotiation Note Contact Surname Phone1 Phone2
                Fax Email WWW Facebook DefaultAddress Country City Province Street HouseNo ApartmentNo PostCode
                DeliveryAddresses PaymentForm Client PaymentRegistry TypeCode Series Department PaymentFormId Buyer Recipient
                PriceKind SalePriceType Positions Description ReceivedBy IssueDate SaleDate MaturityDate Currency CurrencyRate
                ReservationType SplitPayment Marker Kind AddIfNotExist Catalog FullPath NumberInSeries DeliveryAddressCode Data
                Quantity Value UnitOfMeasurement VatRate PositionId Delete Elements DefaultDiscountPercent CreditLimit
                MasterDocumentId MasterDocumentNumber CorrectionReason No
                """;
        for (String name : names.strip().split("\\s+")) {
            KNOWN.put(name, name);
        }
    }

    private ErpNames() {}

    static JsonNode canonical(JsonNode json) {
        if (json.isArray()) {
            ArrayNode items = Json.array();
            json.forEach(item -> items.add(canonical(item)));
            return items;
        }
        if (!json.isObject()) {
            return json;
        }
        ObjectNode known = Json.object();
        json.properties().forEach(field -> {
            String name = KNOWN.get(field.getKey());
            if (name != null) {
                known.set(name, canonical(field.getValue()));
            }
        });
        return known;
    }
}
