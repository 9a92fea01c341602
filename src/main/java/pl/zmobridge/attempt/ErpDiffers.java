package pl.zmobridge.attempt;

import java.util.List;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.symfonia.ErpDifferences.Difference;

/** The ERP stored the ZMO otherwise than it was sent (S3); the message names it and both figures of each difference. */
public final class ErpDiffers extends RuntimeException implements Failing {
    private ErpDiffers(String words) {
        super(words);
    }

    static ErpDiffers of(String number, List<Difference> differences) {
        return new ErpDiffers(String.join(
                "\n",
                differences.stream()
                        .map(difference ->
                                "ERP zapisał ZMO " + number + " inaczej, niż je wysłano; " + difference.words())
                        .toList()));
    }

    /** The warning, in Polish, about a card's rate that the operator lets pass (V2). */
    static String accepted(Difference difference) {
        return "Stawkę VAT wzięto z kartoteki w ERP (symfonia.vat = card); " + difference.words() + ".";
    }

    /**
     * A worker's further attempt must not make such a ZMO good; a person who tries again has compared it.
     *
     * @throws ErpDiffers when the last attempt ended so and no person tries again
     */
    static void check(Attempt attempt) {
        if (!attempt.isAskedByPerson()) {
            attempt.registered()
                    .lastFailure()
                    .filter(last -> last.cause().equals(Cause.ERP_DIFFERS.name()))
                    .ifPresent(last -> {
                        throw new ErpDiffers(last.words());
                    });
        }
    }

    /** Whether a person who has seen the differences lets them pass. */
    static boolean isAllowed(Attempt attempt) {
        return attempt.isAskedByPerson()
                && attempt.registered()
                        .lastFailure()
                        .filter(last -> last.cause().equals(Cause.ERP_DIFFERS.name()))
                        .isPresent();
    }

    @Override
    public Failure failure() {
        return Failure.of(Cause.ERP_DIFFERS).quoting(getMessage());
    }
}
