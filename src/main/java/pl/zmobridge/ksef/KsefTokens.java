package pl.zmobridge.ksef;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The tokens of one account, in memory alone: a bridge that starts logs in anew. For many threads. */
public final class KsefTokens {
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final InstantSource clock;
    private Optional<Token> access = Optional.empty();
    private Optional<Token> refresh = Optional.empty();

    /** @param until it holds until then */
    record Token(String value, Instant until) {
        @Override
        public String toString() {
            return "Token"; // I6
        }
    }

    /** @param refresh empty for a refreshed one: the refresh token stays */
    record Pair(Token access, Optional<Token> refresh) {}

    public KsefTokens(InstantSource clock) {
        this.clock = clock;
    }

    /** The access token, while it holds. */
    synchronized Optional<String> access() {
        return access.filter(this::holds).map(Token::value);
    }

    synchronized Optional<String> refresh() {
        return refresh.filter(this::holds).map(Token::value);
    }

    private boolean holds(Token token) {
        return clock.instant().isBefore(token.until().minus(MARGIN));
    }

    synchronized void accept(Pair tokens) {
        access = Optional.of(tokens.access());
        refresh = tokens.refresh().or(() -> refresh);
    }

    /** KSeF does not know this access token any more. */
    synchronized void rejected(String token) {
        access = access.filter(known -> !known.value().equals(token));
    }

    /** The refresh token is over too. */
    synchronized void forget() {
        access = Optional.empty();
        refresh = Optional.empty();
    }
}
