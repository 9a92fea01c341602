package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Positions and sums as the ERP sees them: the position's own {@code VatRate}, without one the product card's, and the buyer's
 * discount off every position (wire-symfonia: Orders).
 */
final class ErpPositions {
    private static final int GROSS = 1;
    private static final String USUAL_RATE = "23";

    private final ErpDictionaries dictionaries;
    private final ErpLists lists;

    ErpPositions(ErpDictionaries dictionaries, ErpLists lists) {
        this.dictionaries = dictionaries;
        this.lists = lists;
    }

    void fill(JsonNode issue, ObjectNode document, BigDecimal discount) {
        if (!issue.get("Positions").isArray() || issue.get("Positions").isEmpty()) {
            throw ErpRefusal.bad("Dokument musi zawierać co najmniej jedną pozycję.");
        }
        boolean gross = issue.get("PriceKind").asInt() == GROSS;
        ArrayNode positions = document.putArray("Positions");
        BigDecimal grossSum = BigDecimal.ZERO;
        BigDecimal netSum = BigDecimal.ZERO;
        for (JsonNode wanted : issue.get("Positions")) {
            ObjectNode position = position(wanted, positions.size() + 1, gross, discount);
            position.set("Id", wanted.path("PositionId"));
            positions.add(position);
            grossSum = grossSum.add(position.get("GrossValue").decimalValue());
            netSum = netSum.add(position.get("NetValue").decimalValue());
        }
        document.put("GrossValue", grossSum).put("NetValue", netSum);
    }

    private ObjectNode position(JsonNode wanted, int row, boolean gross, BigDecimal discount) {
        String code = wanted.path("Code").asText();
        ObjectNode product = code.isEmpty() ? oneOff(wanted, row) : stocked(code, row);
        BigDecimal quantity = Json.number(wanted.path("Quantity"))
                .filter(amount -> amount.signum() > 0)
                .orElseThrow(() -> ErpRefusal.bad("Pozycja " + row + ": ilość musi być większa od zera."));
        BigDecimal value = Json.number(wanted.path("Value"))
                .filter(amount -> amount.signum() >= 0)
                .orElseThrow(() -> ErpRefusal.bad("Pozycja " + row + ": nieprawidłowa wartość."))
                .multiply(BigDecimal.ONE.subtract(discount.movePointLeft(2)))
                .setScale(2, RoundingMode.HALF_UP);
        ObjectNode rate = rate(wanted, product, row);
        BigDecimal factor = BigDecimal.ONE.add(rate.get("Value").decimalValue().movePointLeft(2));
        ObjectNode position = Json.object().put("ProductId", product.path("Id").asLong(0));
        position.put("ProductCode", code)
                .put("Name", wanted.path("Name").asText(product.path("Name").asText()));
        position.put("Quantity", quantity).put("DiscountPercent", discount);
        position.put("GrossValue", gross ? value : value.multiply(factor).setScale(2, RoundingMode.HALF_UP));
        position.put("NetValue", gross ? value.divide(factor, 2, RoundingMode.HALF_UP) : value);
        position.putObject("VatRate").put("Code", rate.get("Code").asText()).set("Value", rate.get("Value"));
        if (wanted.has("Elements")) {
            position.set("Elements", wanted.get("Elements"));
        }
        return position;
    }

    private ObjectNode rate(JsonNode wanted, ObjectNode product, int row) {
        JsonNode own = wanted.path("VatRate");
        String by = Json.absent(own.path("Id")) ? "Code" : "Id";
        String card = product.path("VatRate").path("Code").asText(USUAL_RATE);
        String name = Json.absent(own.path(by)) ? card : own.get(by).asText();
        ObjectNode rate = lists.vatRate(Json.absent(own.path(by)) ? "Code" : by, name)
                .orElseThrow(() -> ErpRefusal.bad("Pozycja " + row + ": nie znaleziono stawki VAT " + name + "."));
        if (!rate.get("Active").asBoolean()) {
            throw ErpRefusal.bad("Pozycja " + row + ": stawka VAT " + name + " jest nieaktywna.");
        }
        return rate;
    }

    private ObjectNode stocked(String code, int row) {
        ObjectNode product = dictionaries
                .product(code)
                .orElseThrow(() -> ErpRefusal.bad("Pozycja " + row + ": nie znaleziono towaru o kodzie " + code + "."));
        if (!product.get("Active").asBoolean()) {
            throw ErpRefusal.bad("Pozycja " + row + ": towar " + code + " jest nieaktywny.");
        }
        return product;
    }

    private static ObjectNode oneOff(JsonNode wanted, int row) {
        if (wanted.path("Name").asText().isBlank()) {
            throw ErpRefusal.bad("Pozycja " + row + ": podaj kod towaru albo nazwę towaru jednorazowego.");
        }
        return Json.object();
    }
}
