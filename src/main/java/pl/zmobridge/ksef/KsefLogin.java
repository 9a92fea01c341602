package pl.zmobridge.ksef;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import pl.zmobridge.ksef.KsefApi.Begun;
import pl.zmobridge.ksef.KsefApi.Challenge;
import pl.zmobridge.ksef.KsefApi.Progress;
import pl.zmobridge.ksef.KsefApi.PublicKey;
import pl.zmobridge.wire.Request;

/** One login with a KSeF token, request by request. It belongs to one thread. */
final class KsefLogin {
    private static final int IN_PROGRESS = 100;
    private static final int DONE = 200;
    private static final int REFUSED = 400;
    private static final int SERVER_ERROR = 500;
    private static final int MOST_LOOKS = 12;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String nip;
    private final String token;
    private Optional<Challenge> challenge = Optional.empty();
    private Optional<PublicKey> key = Optional.empty();
    private Optional<Begun> begun = Optional.empty();
    private boolean accepted;
    private int looks;

    KsefLogin(String nip, String token) {
        this.nip = nip;
        this.token = token;
    }

    /** What to send next. */
    Request<?> next() {
        if (challenge.isEmpty()) {
            return KsefApi.challenge();
        }
        if (key.isEmpty()) {
            return KsefApi.publicKeys();
        }
        if (begun.isEmpty()) {
            String sealed = TokenSeal.seal(
                    token, challenge.get().timestampMillis(), key.get().certificate());
            return KsefApi.logIn(nip, challenge.get(), sealed, key.get().id());
        }
        return accepted ? KsefApi.redeem() : KsefApi.progress(begun.get().reference());
    }

    /** What it is sent with; empty before the login has begun. */
    Optional<String> bearer() {
        return begun.map(Begun::token);
    }

    /**
     * Takes what the answer to the last request says.
     *
     * @return the tokens, when that was the last one
     * @throws KsefFailure when KSeF does not accept the token, or does not end the login
     */
    Optional<KsefTokens.Pair> accept(Object said) {
        if (said instanceof KsefTokens.Pair tokens) {
            return Optional.of(tokens);
        }
        if (said instanceof Challenge made) {
            challenge = Optional.of(made);
        } else if (said instanceof Begun login) {
            begun = Optional.of(login);
        } else if (said instanceof Progress progress) {
            stands(progress);
        } else {
            key = Optional.of(newest((List<?>) said));
        }
        return Optional.empty();
    }

    /** By KSeF's clock: this machine's may be wrong. */
    private PublicKey newest(List<?> keys) {
        Instant now = Instant.ofEpochMilli(challenge.orElseThrow().timestampMillis());
        return keys.stream()
                .map(PublicKey.class::cast)
                .filter(each -> each.isForTokens(now))
                .max(Comparator.comparing(PublicKey::from))
                .orElseThrow(() -> KsefFailure.unusable("NO_KEY"));
    }

    private void stands(Progress progress) {
        looks++;
        if (progress.code() == DONE) {
            accepted = true;
        } else if (progress.code() >= REFUSED && progress.code() < SERVER_ERROR) {
            throw KsefFailure.tokenRefused(progress.code() + " " + progress.words());
        } else if (progress.code() != IN_PROGRESS || looks >= MOST_LOOKS) {
            throw KsefFailure.unusable("LOGIN_SLOW");
        }
    }

    /** How long to wait before the next request: a login takes a moment. */
    Duration pause() {
        if (looks == 0 || accepted) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << (looks - 1));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
