package pl.zmobridge.attempt;

import java.util.Map;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.order.Texts;
import pl.zmobridge.words.Language;

/** A failure whose dead letter the register would not hold: told in short, without arguments and payload, so that its order can wait like any other. */
final class SpareFailure extends RuntimeException implements Failing {
    private static final int SHORT = 500;

    private final transient Failure failure;

    SpareFailure(Exception whole) {
        super(whole);
        Failure known = Failures.of(whole);
        String words = Texts.basic(known.text(Language.PL)).lines().findFirst().orElse("");
        failure = new Failure(known.system(), known.cause(), Map.of(), Texts.cut(words, SHORT));
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
