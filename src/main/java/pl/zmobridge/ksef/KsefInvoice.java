package pl.zmobridge.ksef;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An invoice as KSeF lists it.
 *
 * @param number the seller's own
 * @param buyerType {@code Nip}, {@code VatUe}, {@code Other}, {@code None}; blank when it is not told
 * @param buyerId blank for a buyer without one
 * @param mode {@code Online} or {@code Offline}
 * @param acceptedAt when it got its KSeF number
 */
public record KsefInvoice(
        String ksefNumber,
        String number,
        String buyerType,
        String buyerId,
        BigDecimal gross,
        String currency,
        String mode,
        Instant acceptedAt) {

    private static final int NUMBER = 64;

    /** Empty for a row that does not say which invoice it is. */
    static Optional<KsefInvoice> read(JsonNode row) {
        String ksefNumber = row.path("ksefNumber").asText().strip();
        String number = row.path("invoiceNumber").asText().strip();
        JsonNode gross = row.path("grossAmount");
        JsonNode buyer = row.path("buyer").path("identifier");
        Optional<Instant> accepted = Stream.of("acquisitionDate", "permanentStorageDate", "invoicingDate")
                .flatMap(name -> time(row, name).stream())
                .findFirst();
        if (ksefNumber.isEmpty()
                || ksefNumber.length() > NUMBER
                || number.isEmpty()
                || !gross.isNumber()
                || accepted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new KsefInvoice(
                ksefNumber,
                number,
                buyer.path("type").asText().strip(),
                buyer.path("value").asText("").strip(),
                gross.decimalValue(),
                row.path("currency").asText().strip(),
                row.path("invoicingMode").asText().strip(),
                accepted.get()));
    }

    /** A moment with its offset; empty when there is none that can be read. */
    static Optional<Instant> time(JsonNode holder, String name) {
        try {
            return Optional.of(holder.path(name).asText().strip())
                    .filter(text -> !text.isEmpty())
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "KsefInvoice[" + ksefNumber + "]"; // I6
    }
}
