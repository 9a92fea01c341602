package pl.zmobridge.nbp;

import java.io.IOException;
import java.time.LocalDate;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.words.Language;

/** The bank gave no usable answer, or has not published the table yet: the order waits, and the next attempt asks again (W2). */
public final class NbpAway extends RuntimeException implements Failing {
    private final transient Failure failure;

    private NbpAway(Failure failure) {
        super(failure.text(Language.EN));
        this.failure = failure;
    }

    static NbpAway status(Answer answer) {
        return new NbpAway(because("HTTP").with("status", answer.status()).quoting(answer.excerpt()));
    }

    static NbpAway unreadable(Answer answer) {
        return new NbpAway(because("UNREADABLE").quoting(answer.excerpt()));
    }

    /** @param day of the table that is still to come */
    public static NbpAway notYet(LocalDate day) {
        return new NbpAway(because("NOT_YET").with("day", day));
    }

    /** No connection, or none that lasted. */
    public static NbpAway silent(IOException network) {
        Failure silence = Failures.unanswered(network);
        return new NbpAway(because(silence.arguments().get("how")).quoting(silence.words()));
    }

    private static Failure because(String how) {
        return Failure.of(Cause.NBP_AWAY).with("how", how);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
