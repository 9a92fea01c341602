package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.words.Language;

/**
 * Settles what became of a ZMO that the ERP no longer has after an unclear attempt (Z12): the ERP may delete a ZMO once it is
 * realised.
 */
public final class SalesSearch {
    private SalesSearch() {}

    /**
     * The document of a buyer's sales that has the order's amount.
     *
     * @param answer {@code GET Sales/Filter}
     * @param known ids of documents that belong to other orders
     * @throws Unsettled unless exactly one that lives has it, and the amount of each is told: a person must decide, a second document is
     *     never issued on a guess
     */
    public static List<SalesDocument> theOne(JsonNode answer, Set<Integer> known, BigDecimal total, String number) {
        List<JsonNode> fitting = new ArrayList<>();
        for (JsonNode document : answer) {
            if (Wire.isSet(document, "Canceled") || known.contains(Wire.id(document, "Id"))) {
                continue;
            }
            Optional<BigDecimal> gross = Wire.decimal(document, "GrossValue");
            if (gross.isEmpty()) {
                throw unsettled(number, total); // it may be the one, too (I7)
            }
            if (gross.get().compareTo(total) == 0) {
                fitting.add(document);
            }
        }
        if (fitting.size() != 1) {
            throw new Unsettled(number, total, Integer.toString(fitting.size()));
        }
        return List.of(new SalesDocument(Wire.id(fitting.get(0), "Id"), Wire.text(fitting.get(0), "DocumentNumber")));
    }

    /** For an order whose documents cannot be told from others. */
    public static Unsettled unsettled(String number, BigDecimal total) {
        return new Unsettled(number, total, "?");
    }

    /** The ERP does not tell whether the order was sold. */
    public static final class Unsettled extends RuntimeException implements Failing {
        private final transient Failure failure;

        Unsettled(String number, BigDecimal total, String fitting) {
            this(Failure.of(Cause.SALE_UNSETTLED)
                    .with("number", number)
                    .with("total", total)
                    .with("fitting", fitting));
        }

        private Unsettled(Failure failure) {
            super(failure.text(Language.EN));
            this.failure = failure;
        }

        @Override
        public Failure failure() {
            return failure;
        }
    }
}
