package pl.zmobridge.attempt;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.ksef.KsefInvoice;
import pl.zmobridge.ksef.KsefMatch;
import pl.zmobridge.register.CardStore;
import pl.zmobridge.register.Rows;
import pl.zmobridge.register.Times;
import pl.zmobridge.words.Phrase;

/** Which sales documents have their KSeF number, and which of them a person is told of because they have none. */
public final class KsefDocuments {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.ksef");

    /** As many as the statements find at once. */
    private static final int PIECE = 100;

    private final DeadLetters letters;

    public KsefDocuments(DeadLetters letters) {
        this.letters = letters;
    }

    /**
     * The invoices that are those documents.
     *
     * @param rows of {@code ksef-candidates}
     * @return parameters of {@code ksef-accepted}, {@code ksef-searchable}, {@code ksef-matched}, {@code ksef-review-resolve} and {@code event-insert}
     */
    public List<Map<String, Object>> accepted(@Variable("ksef") KsefPoll poll, @Body List<Map<String, Object>> rows) {
        List<Map<String, Object>> accepted = new ArrayList<>();
        Set<List<Object>> documents = new HashSet<>();
        for (Map<String, Object> row : rows) {
            KsefInvoice invoice = invoice(row);
            KsefMatch match = KsefMatch.of(invoice, document(row));
            if (match == KsefMatch.FITS && documents.add(List.of(row.get("import_id"), row.get("document_id")))) {
                accepted.add(accepted(poll, row, invoice));
            } else if (match == KsefMatch.FITS) {
                LOG.warn(
                        "{} is in KSeF twice; {} is left alone, a person should look at it",
                        invoice.number(),
                        invoice.ksefNumber());
            } else {
                LOG.debug("{} of KSeF is not the document of that number: {}", invoice.ksefNumber(), match);
            }
        }
        poll.counts(accepted.size(), 0);
        poll.compared(
                rows.size() < PIECE ? Optional.empty() : Optional.of(text(rows.get(rows.size() - 1), "ksef_number")));
        return accepted;
    }

    private static Map<String, Object> accepted(KsefPoll poll, Map<String, Object> row, KsefInvoice invoice) {
        String shop = text(row, "shop");
        Map<String, Object> parameters = new HashMap<>(Rows.event(
                orderId(row),
                Phrase.of("KSEF_ACCEPTED").with("number", invoice.number()).with("ksef", invoice.ksefNumber())));
        parameters.put("shop", shop);
        parameters.put("importId", row.get("import_id"));
        parameters.put("documentId", row.get("document_id"));
        parameters.put("ksefNumber", invoice.ksefNumber());
        parameters.put("acceptedAt", KsefPoll.utc(invoice.acceptedAt()));
        parameters.put("mode", invoice.mode());
        parameters.put("note", poll.account().noting().contains(shop) ? "DUE" : null);
        return parameters;
    }

    private static KsefInvoice invoice(Map<String, Object> row) {
        LocalDateTime accepted = Times.utc(row.get("accepted_at")).orElseThrow();
        return new KsefInvoice(
                text(row, "ksef_number"),
                text(row, "invoice_number"),
                text(row, "buyer_type"),
                text(row, "buyer_id"),
                (BigDecimal) row.get("gross"),
                text(row, "ksef_currency"),
                text(row, "mode"),
                accepted.toInstant(ZoneOffset.UTC));
    }

    private static KsefMatch.Document document(Map<String, Object> row) {
        Optional<String> buyer = Optional.ofNullable((String) row.get("card"))
                .map(card -> CardStore.read(card).card().contractor().nip());
        BigDecimal total = row.get("total") instanceof BigDecimal known ? known : BigDecimal.ZERO;
        boolean alone = ((Number) row.get("documents")).intValue() == 1;
        return new KsefMatch.Document(total, text(row, "currency"), alone, buyer);
    }

    /**
     * A review for each order with documents that should have a number and have none: it names all of them.
     *
     * @param rows of {@code ksef-missing}
     * @return parameters of {@code ksef-missed} and {@code dead-letter-store}
     */
    public List<Map<String, Object>> missing(@Variable("ksef") KsefPoll poll, @Body List<Map<String, Object>> rows) {
        Map<List<Object>, List<Map<String, Object>>> orders = new LinkedHashMap<>();
        rows.forEach(row -> orders.computeIfAbsent(List.of(text(row, "shop"), orderId(row)), order -> new ArrayList<>())
                .add(row));
        List<Map<String, Object>> missed = new ArrayList<>();
        for (List<Map<String, Object>> documents : orders.values()) {
            Failure failure = Failure.of(Cause.KSEF_MISSING)
                    .with("documents", joined(documents, "number"))
                    .with("hours", poll.account().alarm().toHours());
            String another = joined(those(documents, "is_another"), "number");
            Map<String, Object> letter =
                    letter(letters, documents.get(0), another.isEmpty() ? failure : failure.with("another", another));
            letter.put(
                    "missed",
                    those(documents, "is_new").stream()
                            .map(row -> row.get("import_id") + "/" + row.get("document_id"))
                            .collect(Collectors.joining(",")));
            missed.add(letter);
        }
        int invoices = those(rows, "is_new").size();
        poll.counts(0, invoices);
        poll.looksOn(missed.size() == PIECE);
        poll.tells(events(missed));
        if (invoices > 0) {
            LOG.warn(
                    "{} invoices should be in KSeF by now and are not; a person should look at their orders", invoices);
        }
        return missed;
    }

    private static List<Map<String, Object>> those(List<Map<String, Object>> rows, String flag) {
        return rows.stream()
                .filter(row -> ((Number) row.get(flag)).intValue() != 0)
                .toList();
    }

    private static String joined(List<Map<String, Object>> rows, String column) {
        return rows.stream().map(row -> text(row, column)).distinct().collect(Collectors.joining(", "));
    }

    /** A review of the order of a document. */
    static Map<String, Object> letter(DeadLetters letters, Map<String, Object> row, Failure failure) {
        Map<String, Object> letter = new HashMap<>(letters.review(orderId(row), failure));
        letter.put("shop", text(row, "shop"));
        letter.put("importId", row.get("import_id"));
        letter.put("documentId", row.get("document_id"));
        return letter;
    }

    /** Parameters of {@code event-insert} for reviews. */
    static List<Map<String, Object>> events(List<Map<String, Object>> missed) {
        List<Map<String, Object>> events = new ArrayList<>();
        for (Map<String, Object> letter : missed) {
            Map<String, Object> event = new HashMap<>(DeadLetters.event((Long) letter.get("orderId"), letter));
            event.put("shop", letter.get("shop"));
            events.add(event);
        }
        return events;
    }

    /** The timeline's lines about what a person was just told of. */
    public List<Map<String, Object>> events(@Variable("ksef") KsefPoll poll) {
        return poll.events();
    }

    static long orderId(Map<String, Object> row) {
        return ((Number) row.get("shop_order_id")).longValue();
    }

    static String text(Map<String, Object> row, String column) {
        return row.get(column) == null ? "" : row.get(column).toString();
    }
}
