package pl.zmobridge.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import pl.zmobridge.sim.Goods;

/** Whether a ZMO or a sales document is what the shop says of its order: to the grosz, the rate and the buyer (I9). */
final class DocumentCheck {
    private DocumentCheck() {}

    /** @param buyer the contractor that the document is issued to */
    static Stream<String> differences(ObjectNode order, List<ObjectNode> lines, ObjectNode document, JsonNode buyer) {
        String name = document.get("DocumentNumber").asText();
        List<String> differences = new ArrayList<>();
        BigDecimal sum = new BigDecimal(order.get("sum").asText());
        if (document.get("GrossValue").decimalValue().compareTo(sum) != 0) {
            differences.add(name + " is for " + document.get("GrossValue") + ", the order for " + sum);
        }
        List<String> wanted = Stream.concat(
                        lines.stream().map(DocumentCheck::line),
                        Stream.of(Goods.DELIVERY + " × 1, "
                                + order.get("shipping_tax_value").asText() + "%"))
                .sorted()
                .toList();
        List<String> written = StreamSupport.stream(document.get("Positions").spliterator(), false)
                .map(DocumentCheck::position)
                .sorted()
                .toList();
        if (!written.equals(wanted)) {
            differences.add(name + " has the positions " + written + ", the order the lines " + wanted);
        }
        String nip = Audit.digits(
                order.path("billing_address").path("tax_identification_number").asText(""));
        if (!nip.equals(Audit.digits(buyer.path("NIP").asText("")))) {
            differences.add(name + " is " + buyer.path("Code").asText() + "'s, whose NIP is not the order's " + nip);
        }
        String type = document.get("TypeCode").asText();
        if ((type.equals("FV") || type.equals("ZMO")) == nip.isEmpty()) { // H4
            differences.add(name + " is a " + type + ", the order's NIP is \"" + nip + "\"");
        }
        return differences.stream();
    }

    private static String line(ObjectNode line) {
        return written(
                line.get("code").asText(),
                new BigDecimal(line.get("quantity").asText()),
                line.get("tax_value").asText());
    }

    private static String position(JsonNode position) {
        return written(
                position.get("ProductCode").asText(),
                position.get("Quantity").decimalValue(),
                position.at("/VatRate/Code").asText());
    }

    private static String written(String code, BigDecimal quantity, String rate) {
        return code + " × " + quantity.stripTrailingZeros().toPlainString() + ", " + rate + "%";
    }
}
