package pl.zmobridge.pdf;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.register.Times;
import pl.zmobridge.words.Language;

/**
 * A row of {@code pdf-due}.
 *
 * @param number the document's
 * @param month the one in which it was sold, in the shop's zone
 * @param confirmedNumber the order's, as the buyer knows it (N2)
 * @param email as the shop has it; blank for none
 * @param round counts on when a person sends again what was sent
 * @param cause why the last attempt failed; blank when it did not
 * @param attempts that failed for this cause
 */
record PdfRow(
        String shop,
        long orderId,
        long importId,
        int documentId,
        String number,
        YearMonth month,
        String confirmedNumber,
        String email,
        Optional<Language> language,
        Optional<Long> languageId,
        String fileState,
        String file,
        String sha1,
        String mailState,
        int round,
        String cause,
        int attempts) {

    static PdfRow read(Map<String, Object> row) {
        LocalDateTime sold = Times.utc(row.get("sold_at")).orElseThrow();
        return new PdfRow(
                text(row, "shop"),
                number(row, "shop_order_id").longValue(),
                number(row, "import_id").longValue(),
                number(row, "document_id").intValue(),
                text(row, "document_number"),
                YearMonth.from(sold.atOffset(ZoneOffset.UTC).atZoneSameInstant(ZoneId.of(text(row, "zone")))),
                text(row, "confirmed_number"),
                text(row, "email"),
                Optional.of(text(row, "language"))
                        .filter(code -> !code.isEmpty())
                        .map(Language::valueOf),
                languageId(row),
                text(row, "file_state"),
                text(row, "file"),
                text(row, "sha1"),
                text(row, "mail_state"),
                number(row, "mail_round").intValue(),
                text(row, "cause"),
                number(row, "attempts").intValue());
    }

    /** The shop's id of the buyer's language; empty when it says none. */
    static Optional<Long> languageId(Map<String, Object> row) {
        return Optional.of(text(row, "lang_id"))
                .filter(id -> id.matches("\\d{1,9}"))
                .map(Long::valueOf);
    }

    static String text(Map<String, Object> row, String column) {
        return row.get(column) == null ? "" : row.get(column).toString();
    }

    private static Number number(Map<String, Object> row, String column) {
        return (Number) row.get(column);
    }

    /** What tells it from all others. */
    String mark() {
        return importId + "-" + documentId;
    }
}
