package pl.zmobridge.ksef;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;

/** Every request that KSeF is sent, with what its answer means (wire-ksef). Readers throw a {@link KsefFailure} for a refusal or an unusable answer. */
public final class KsefApi {
    private static final int PAGE_SIZE = 250;
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int BAD_REQUEST = 400;
    private static final ObjectMapper JSON = new ObjectMapper();

    private KsefApi() {}

    /** @param timestampMillis KSeF's own clock */
    record Challenge(String challenge, long timestampMillis) {}

    /** A certificate that KSeF publishes. */
    record PublicKey(String id, String certificate, Instant from, Instant to, Set<String> usage) {
        boolean isForTokens(Instant now) {
            return usage.contains("KsefTokenEncryption") && !now.isBefore(from) && now.isBefore(to);
        }
    }

    /** A login that has begun. */
    record Begun(String reference, String token) {}

    /** How a login stands. */
    record Progress(int code, String words) {}

    static Request<Challenge> challenge() {
        return post(
                "auth/challenge",
                "",
                answer -> new Challenge(
                        text(answer, "challenge"),
                        Optional.of(json(answer).path("timestampMs"))
                                .filter(JsonNode::isIntegralNumber)
                                .orElseThrow(() -> KsefFailure.unreadable(answer))
                                .longValue()));
    }

    static Request<List<PublicKey>> publicKeys() {
        return Request.get("security/public-key-certificates", "", answer -> {
            List<PublicKey> keys = new ArrayList<>();
            for (JsonNode each : json(answer)) {
                Set<String> usage = new HashSet<>();
                each.path("usage").forEach(word -> usage.add(word.asText()));
                keys.add(new PublicKey(
                        each.path("publicKeyId").asText(),
                        each.path("certificate").asText(),
                        KsefInvoice.time(each, "validFrom").orElse(Instant.MAX),
                        KsefInvoice.time(each, "validTo").orElse(Instant.MIN),
                        usage));
            }
            return keys;
        });
    }

    static Request<Begun> logIn(String nip, Challenge challenge, String encryptedToken, String keyId) {
        ObjectNode body = JSON.createObjectNode().put("challenge", challenge.challenge());
        body.putObject("contextIdentifier").put("type", "Nip").put("value", nip);
        body.put("encryptedToken", encryptedToken).put("publicKeyId", keyId);
        return post("auth/ksef-token", body.toString(), answer -> {
            if (answer.status() == BAD_REQUEST || answer.status() == UNAUTHORISED || answer.status() == FORBIDDEN) {
                throw KsefFailure.tokenRefused(KsefFailure.words(answer));
            }
            JsonNode said = json(answer);
            return new Begun(
                    text(answer, said, "referenceNumber"), text(answer, said.path("authenticationToken"), "token"));
        });
    }

    static Request<Progress> progress(String reference) {
        return Request.get("auth/" + Request.encode(reference), "", answer -> {
            JsonNode status = json(answer).path("status");
            if (!status.path("code").isInt()) {
                throw KsefFailure.unreadable(answer);
            }
            StringBuilder words = new StringBuilder(status.path("description").asText());
            status.path("details").forEach(detail -> words.append(' ').append(detail.asText()));
            return new Progress(status.path("code").asInt(), words.toString());
        });
    }

    /** Works once for a login. */
    static Request<KsefTokens.Pair> redeem() {
        return post(
                "auth/token/redeem",
                "",
                answer ->
                        new KsefTokens.Pair(token(answer, "accessToken"), Optional.of(token(answer, "refreshToken"))));
    }

    static Request<KsefTokens.Pair> refresh() {
        return post(
                "auth/token/refresh",
                "",
                answer -> new KsefTokens.Pair(token(answer, "accessToken"), Optional.empty()));
    }

    /** Ends the session: what a check began, nobody goes on with. */
    public static Request<Boolean> endSession() {
        return new Request<>("DELETE", "auth/sessions/current", "", "", answer -> {
            if (!answer.isSuccess()) {
                throw KsefFailure.of(answer);
            }
            return true;
        });
    }

    /**
     * The seller's invoices by when KSeF stored them, oldest first.
     *
     * @param page from 0
     */
    public static Request<KsefPage> invoices(Instant from, Instant to, int page) {
        ObjectNode body = JSON.createObjectNode().put("subjectType", "Subject1");
        body.putObject("dateRange")
                .put("dateType", "PermanentStorage")
                .put("from", time(from))
                .put("to", time(to))
                .put("restrictToPermanentStorageHwmDate", true);
        return new Request<>(
                "POST",
                "invoices/query/metadata",
                "sortOrder=Asc&pageOffset=" + page + "&pageSize=" + PAGE_SIZE,
                body.toString(),
                KsefApi::page);
    }

    private static KsefPage page(Answer answer) {
        JsonNode said = json(answer);
        if (!said.path("invoices").isArray()
                || !said.path("hasMore").isBoolean()
                || !said.path("isTruncated").isBoolean()) {
            throw KsefFailure.unreadable(answer);
        }
        JsonNode rows = said.path("invoices");
        List<KsefInvoice> invoices = new ArrayList<>();
        rows.forEach(row -> KsefInvoice.read(row).ifPresent(invoices::add));
        Optional<Instant> last = StreamSupport.stream(rows.spliterator(), false)
                .flatMap(row -> KsefInvoice.time(row, "permanentStorageDate").stream())
                .max(Comparator.naturalOrder());
        return new KsefPage(
                said.path("hasMore").asBoolean(),
                said.path("isTruncated").asBoolean(),
                KsefInvoice.time(said, "permanentStorageHwmDate"),
                last,
                List.copyOf(invoices),
                rows.size() - invoices.size());
    }

    private static <T> Request<T> post(String path, String body, Function<Answer, T> reader) {
        return new Request<>("POST", path, "", body, reader);
    }

    private static JsonNode json(Answer answer) {
        if (!answer.isSuccess()) {
            throw KsefFailure.of(answer);
        }
        return answer.json().filter(JsonNode::isContainerNode).orElseThrow(() -> KsefFailure.unreadable(answer));
    }

    private static String text(Answer answer, String name) {
        return text(answer, json(answer), name);
    }

    private static String text(Answer answer, JsonNode holder, String name) {
        return Optional.of(holder.path(name).asText().strip())
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> KsefFailure.unreadable(answer));
    }

    private static KsefTokens.Token token(Answer answer, String name) {
        JsonNode token = json(answer).path(name);
        return new KsefTokens.Token(
                text(answer, token, "token"),
                KsefInvoice.time(token, "validUntil").orElseThrow(() -> KsefFailure.unreadable(answer)));
    }

    private static String time(Instant time) {
        return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.MILLIS));
    }
}
