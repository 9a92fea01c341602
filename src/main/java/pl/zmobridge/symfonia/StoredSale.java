package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.zmobridge.order.CorrectionDoubt;
import pl.zmobridge.order.CurrencyRate;
import pl.zmobridge.order.SoldLine;

/** A sales document with its positions, as the ERP holds it now: {@code GET Sales?id=}. */
public record StoredSale(JsonNode sale) {
    static Optional<StoredSale> read(JsonNode sale) {
        return sale.isObject() ? Optional.of(new StoredSale(sale)) : Optional.empty();
    }

    public int id() {
        return Wire.id(sale, "Id");
    }

    public String number() {
        return Wire.text(sale, "DocumentNumber");
    }

    /** Its positions; empty when one of them does not say its number, quantity or value. */
    public Optional<List<SoldLine>> lines() {
        List<SoldLine> lines = new ArrayList<>();
        for (JsonNode position : Wire.field(sale, "Positions")) {
            Optional<BigDecimal> no = Wire.decimal(position, "No");
            Optional<BigDecimal> quantity = Wire.decimal(position, "Quantity");
            Optional<BigDecimal> gross = Wire.decimal(position, "GrossValue");
            if (no.isEmpty() || quantity.isEmpty() || gross.isEmpty()) {
                return Optional.empty();
            }
            lines.add(new SoldLine(
                    no.get().intValue(),
                    Wire.text(position, "ProductCode"),
                    quantity.get(),
                    gross.get(),
                    rate(position)));
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
    }

    private static String rate(JsonNode position) {
        return Wire.text(Wire.field(position, "VatRate"), "Code");
    }

    /** What about the document itself keeps a correction from being sent. */
    public List<CorrectionDoubt> doubts() {
        List<CorrectionDoubt> doubts = new ArrayList<>();
        if (Wire.isSet(sale, "Canceled")) {
            doubts.add(CorrectionDoubt.DOCUMENT_CANCELLED);
        }
        if (Wire.isSet(sale, "Buffer")) {
            doubts.add(CorrectionDoubt.DOCUMENT_IN_BUFFER);
        }
        String currency = Wire.text(sale, "Currency").strip();
        if (!currency.isEmpty() && !CurrencyRate.isHome(currency)) {
            doubts.add(CorrectionDoubt.CURRENCY);
        }
        if (lines().isEmpty()) {
            doubts.add(CorrectionDoubt.DOCUMENT_UNREADABLE);
        }
        return doubts;
    }
}
