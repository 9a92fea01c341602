package pl.zmobridge.register;

import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.order.CardOutcome;

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
        return Failure.of(cause).quoting(String.join("\n", faulty.problems()));
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
