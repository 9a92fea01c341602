package pl.zmobridge.symfonia;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.stock.ErpStock;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Json;

/** The ERP's list of what is in its warehouses: the longest answer that there is, so it is read row by row. */
final class InventoryStates {
    private static final String CODE = "ProductCode";
    private static final String WAREHOUSE = "WarehouseCode";
    private static final String TO_SALE = "AmountToSale";

    private final JsonParser tokens;
    private final Map<String, String> warehouses = new HashMap<>();

    private InventoryStates(JsonParser tokens) {
        this.tokens = tokens;
    }

    /** @throws ErpUnavailable for a list with a row that does not say how much there is of which product: a part of it would be wrong */
    static List<ErpStock> read(Answer answer) {
        if (!answer.isSuccess()) {
            ErpAnswers.question(answer);
            throw without(CODE);
        }
        try (JsonParser tokens = Json.tokens(answer.text())) {
            return new InventoryStates(tokens).rows();
        } catch (IOException e) {
            throw new ErpUnavailable(
                    Failure.of(Cause.ERP_AWAY).with("how", "NOT_JSON").quoting(answer.excerpt()));
        }
    }

    private List<ErpStock> rows() throws IOException {
        List<ErpStock> stock = new ArrayList<>();
        if (tokens.nextToken() != JsonToken.START_ARRAY) {
            throw without(CODE);
        }
        while (tokens.nextToken() == JsonToken.START_OBJECT) {
            stock.add(row());
        }
        if (tokens.currentToken() != JsonToken.END_ARRAY) {
            throw without(CODE);
        }
        return stock;
    }

    private ErpStock row() throws IOException {
        String code = "";
        String warehouse = "";
        Optional<BigDecimal> toSale = Optional.empty();
        while (tokens.nextToken() == JsonToken.FIELD_NAME) {
            String field = tokens.currentName();
            JsonToken value = tokens.nextToken();
            if (value.isStructStart()) {
                tokens.skipChildren();
            } else if (CODE.equalsIgnoreCase(field) && value != JsonToken.VALUE_NULL) {
                code = tokens.getText();
            } else if (WAREHOUSE.equalsIgnoreCase(field) && value != JsonToken.VALUE_NULL) {
                warehouse = warehouses.computeIfAbsent(tokens.getText(), String::strip);
            } else if (TO_SALE.equalsIgnoreCase(field) && value.isNumeric()) {
                toSale = Json.number(tokens.getText());
            }
        }
        if (code.isBlank()) {
            throw without(CODE);
        }
        return new ErpStock(code, warehouse, toSale.orElseThrow(() -> without(TO_SALE)));
    }

    private static ErpUnavailable without(String field) {
        return new ErpUnavailable(
                Failure.of(Cause.ERP_AWAY).with("how", "NO_FIELD").with("field", field));
    }
}
