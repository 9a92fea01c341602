package pl.zmobridge.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import pl.zmobridge.shoper.ShopAnswerUnusable;
import pl.zmobridge.shoper.ShopFailure;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;

/** The questions of a check to one shop. A question is repeated only when the shop says how long to wait, and that is not long. */
final class ShopQuestions {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 3;

    private final Wires wires;
    private final String shop;
    private Optional<String> date = Optional.empty();

    ShopQuestions(Wires wires, String shop) {
        this.wires = wires;
        this.shop = shop;
    }

    /**
     * @throws ShopFailure when the shop refuses
     * @throws IOException when it does not answer, or what answers is no shop
     */
    <T> T ask(Request<T> request) throws IOException, InterruptedException {
        Request<T> noted = new Request<>(
                request.method(), request.path(), request.query(), request.body(), answer -> read(request, answer));
        for (int attempt = 1; ; attempt++) {
            try {
                return wires.shop(shop, noted);
            } catch (ShopFailure.Throttled throttled) {
                if (attempt == ATTEMPTS || throttled.retryAfter().compareTo(LONGEST_PAUSE) > 0) {
                    throw throttled;
                }
            }
        }
    }

    /** The {@code Date} header of the last answer. */
    Optional<String> date() {
        return date;
    }

    private <T> T read(Request<T> request, Answer answer) {
        date = answer.header("Date");
        try {
            return request.read(answer);
        } catch (ShopAnswerUnusable e) {
            if (answer.json().isEmpty()) {
                throw new UncheckedIOException(new IOException("what answers is no shop: its answer is not JSON"));
            }
            throw e;
        }
    }
}
