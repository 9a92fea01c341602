package pl.zmobridge.register;

import java.util.Locale;
import java.util.stream.Collectors;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.order.CardOutcome;
import pl.zmobridge.order.OpenDifference;

/** An order that has no card: its data in the shop must be repaired. */
public final class FaultyCard extends RuntimeException implements Failing {
    private final transient Failure failure;

    /** Every reason becomes a line of the message. */
    public FaultyCard(CardOutcome.Faulty faulty) {
        this(failure(faulty));
    }

    private FaultyCard(Failure failure) {
        super(failure.words());
        this.failure = failure;
    }

    /** The register holds none: it could never be built, or personal data was erased. */
    static FaultyCard none() {
        return new FaultyCard(Failure.of(Cause.NO_CARD));
    }

    /** What the rules found, as a failure. */
    public static Failure failure(CardOutcome.Faulty faulty) {
        Cause cause =
                switch (faulty.fault()) {
                    case UNREADABLE -> Cause.UNREADABLE_ORDER;
                    case NO_CODE -> Cause.PRODUCT_WITHOUT_CODE;
                    case TOTAL -> Cause.TOTAL_DOES_NOT_FIT;
                    case NO_RULE -> Cause.NO_DOCUMENT_RULE;
                    case NOT_STORABLE -> Cause.REGISTER_REFUSED;
                    case OTHER -> Cause.INVALID_ORDER;
                };
        Failure failure = Failure.of(cause).quoting(String.join("\n", faulty.problems()));
        return faulty.difference()
                .filter(difference -> cause == Cause.TOTAL_DOES_NOT_FIT)
                .map(difference -> with(difference, failure))
                .orElse(failure);
    }

    /** L6: what a person may accept, by name, so that nobody reads it from a sentence. */
    private static Failure with(OpenDifference difference, Failure failure) {
        return failure.with("difference", difference.amount().toPlainString())
                .with("total", difference.sum().toPlainString())
                .with(
                        "ways",
                        difference.ways().stream()
                                .map(way -> way.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" ")));
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
