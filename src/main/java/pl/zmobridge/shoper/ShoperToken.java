package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The key to the shop: a static token, or one that a login gives for a while. Shared by all threads; holds secrets and shows
 * them to nobody but the {@code Authorization} header.
 */
public final class ShoperToken {
    /** A login is renewed this long before it expires, but not before nine tenths of its life are over. */
    private static final Duration RENEWAL = Duration.ofMinutes(10);

    private record Held(String bearer, Instant renewAt) {}

    private final InstantSource clock;
    private final Optional<String> basic;
    private volatile Optional<Held> held;

    private ShoperToken(InstantSource clock, Optional<String> basic, Optional<Held> held) {
        this.clock = clock;
        this.basic = basic;
        this.held = held;
    }

    /** A token of the shop's panel ("Dodaj integrację"): nothing to renew. */
    public static ShoperToken fixed(String token) {
        return new ShoperToken(
                InstantSource.system(), Optional.empty(), Optional.of(new Held("Bearer " + token, Instant.MAX)));
    }

    /** An administrator of a WebApi group; the first token comes with {@link #accept}. */
    public static ShoperToken login(String login, String password, InstantSource clock) {
        byte[] pair = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair);
        return new ShoperToken(clock, Optional.of(basic), Optional.empty());
    }

    /** Whether a rejected token can be replaced. */
    public boolean canLogIn() {
        return basic.isPresent();
    }

    /** Whether {@code POST /webapi/rest/auth} is due before the next call. */
    public boolean needsLogin() {
        return canLogIn()
                && held.filter(h -> clock.instant().isBefore(h.renewAt)).isEmpty();
    }

    /**
     * The {@code Authorization} header of a call: {@code Bearer …}. A token whose renewal is due still counts.
     *
     * @throws IllegalStateException when nobody logged in yet
     */
    public String bearer() {
        return held.map(Held::bearer)
                .orElseThrow(() -> new IllegalStateException("Brak tokenu sklepu: najpierw trzeba się zalogować."));
    }

    /**
     * The {@code Authorization} header of {@code POST /webapi/rest/auth}: {@code Basic …}.
     *
     * @throws IllegalStateException with a static token
     */
    public String basic() {
        return basic.orElseThrow(() -> new IllegalStateException("Token z panelu sklepu nie wymaga logowania."));
    }

    /**
     * Takes the answer of {@code POST /webapi/rest/auth}; {@code expires_in} is in seconds. Without a readable one the token is
     * used until the shop rejects it.
     *
     * @throws ShopAnswerUnusable when there is no token in the answer
     */
    public synchronized void accept(JsonNode authAnswer) {
        String token = authAnswer.path("access_token").asText("");
        if (token.isBlank()) {
            throw new ShopAnswerUnusable("Sklep odpowiedział na logowanie, ale nie podał tokenu (access_token).");
        }
        OptionalLong lifetime = Fields.wholeNumber(authAnswer.path("expires_in").asText(""));
        Instant renewAt = lifetime.isPresent() ? renewAt(lifetime.getAsLong()) : Instant.MAX;
        held = Optional.of(new Held("Bearer " + token, renewAt));
    }

    /**
     * The shop answered {@code 401} to this header. Forgets the token unless another thread has replaced it since; a static
     * token stays.
     */
    public synchronized void rejected(String bearerUsed) {
        if (canLogIn()) {
            held = held.filter(h -> !h.bearer.equals(bearerUsed));
        }
    }

    private Instant renewAt(long lifetimeSeconds) {
        Duration lifetime = Duration.ofSeconds(
                Math.min(lifetimeSeconds, Duration.ofDays(3650).toSeconds()));
        Duration tenth = lifetime.dividedBy(10);
        return clock.instant().plus(lifetime).minus(tenth.compareTo(RENEWAL) < 0 ? tenth : RENEWAL);
    }

    @Override
    public String toString() {
        return canLogIn() ? "ShoperToken[login]" : "ShoperToken[static]";
    }
}
