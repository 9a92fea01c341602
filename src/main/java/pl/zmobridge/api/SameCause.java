package pl.zmobridge.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.Failure;

/**
 * What two dead letters have in common when one thing mends both: the same product in the same ERP, the same system that is away, the same
 * arguments that matter; where there is none of these, the same words, but for the order's own numbers, the line's, points in time
 * and identifiers in them. Whether the import or the sale met it makes no difference; a review is another matter.
 */
final class SameCause {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final String CODE = "code";
    private static final Set<Cause> OF_ONE_OUTAGE = Set.of(Cause.ERP_AWAY, Cause.WRITE_UNANSWERED);
    private static final Set<Cause> OF_SYSTEMS = Set.of(
            Cause.SHOP_AWAY,
            Cause.SHOP_THROTTLED,
            Cause.ERP_AWAY,
            Cause.WRITE_UNANSWERED,
            Cause.NBP_AWAY,
            Cause.DATABASE_AWAY);
    private static final Pattern PASSING =
            Pattern.compile("\\b\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}\\b"
                    + "|\\b\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2})?(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})?"
                    + "|\\b\\d+ ms\\b");

    private static final Pattern OF_ONE = Pattern.compile("^\\p{Lu}\\p{Ll}+ …: (.)", Pattern.MULTILINE);

    private final UnaryOperator<String> erps;

    /** @param erps the address of a shop's ERP */
    SameCause(UnaryOperator<String> erps) {
        this.erps = erps;
    }

    /** A name for the cause, the same until nothing of it is open any more. */
    String key(Map<String, Object> row) {
        String same = (isReview(row) ? "REVIEW" : "") + "\n" + place(row) + "\n" + same(row);
        return UUID.nameUUIDFromBytes(same.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static boolean isReview(Map<String, Object> row) {
        return row.get("step").equals("REVIEW");
    }

    private String place(Map<String, Object> row) {
        String shop = row.get("shop").toString();
        FailedSystem system = Told.failure(row).system();
        if (system == FailedSystem.ERP) {
            return erps.apply(shop);
        }
        return system == FailedSystem.SHOP && !isReview(row) ? shop : "";
    }

    /** In no language. */
    static String same(Map<String, Object> row) {
        Failure failure = Told.failure(row);
        Cause cause = failure.cause();
        Optional<String> product = product(row, failure);
        if (product.isPresent()) {
            return cause + "\n" + product.get();
        }
        if (isOfSystem(failure)) {
            return OF_ONE_OUTAGE.contains(cause) ? Cause.ERP_AWAY.name() : cause.name();
        }
        List<String> parts = cause.sameWhen().stream()
                .map(failure.arguments()::get)
                .filter(Objects::nonNull)
                .toList();
        return cause + "\n" + (parts.isEmpty() ? normalised(failure.words(), row, failure) : String.join("\n", parts));
    }

    /** Whether a whole system is away, and not one order's answer odd. */
    static boolean isOfSystem(Failure failure) {
        return OF_SYSTEMS.contains(failure.cause()) && !failure.isPerhapsOneOrders();
    }

    /** The product that a failure is about: the one that it names, or the only one of the order that its words name. */
    static Optional<String> product(Map<String, Object> row, Failure failure) {
        if (!failure.cause().sameWhen().contains(CODE)) {
            return Optional.empty();
        }
        Optional<String> named = Optional.ofNullable(failure.arguments().get(CODE));
        if (named.isPresent()) {
            return named;
        }
        Set<String> codes = quantities(row).keySet().stream()
                .filter(code ->
                        !code.isBlank() && whole(code).matcher(failure.words()).find())
                .collect(Collectors.toSet());
        return codes.size() == 1 ? codes.stream().findFirst() : Optional.empty();
    }

    /** How much of a product the order wants; empty when it is not among its lines. */
    static Optional<BigDecimal> quantity(Map<String, Object> row, String product) {
        return Optional.ofNullable(quantities(row).get(product));
    }

    private static Map<String, BigDecimal> quantities(Map<String, Object> row) {
        return lines(row).stream()
                .collect(Collectors.toMap(
                        line -> line.path(CODE).asText(),
                        line -> line.path("quantity").decimalValue(),
                        BigDecimal::add));
    }

    private static List<JsonNode> lines(Map<String, Object> row) {
        try {
            Object lines = row.get("lines");
            return lines == null ? List.of() : List.of(JSON.readValue(lines.toString(), JsonNode[].class));
        } catch (JsonProcessingException e) {
            return List.of(); // the cause is told without the product
        }
    }

    /** A text without the order's own numbers and without what differs from time to time. */
    static String normalised(String text, Map<String, Object> row, Failure failure) {
        String words = text;
        String line = failure.arguments().getOrDefault("line", "");
        for (String own :
                List.of(row.get("number").toString(), row.get("shop_order_id").toString(), line)) {
            words = own.isEmpty() ? words : whole(own).matcher(words).replaceAll("…");
        }
        return PASSING.matcher(words).replaceAll("…");
    }

    /** A text that is about several orders: no line of it begins with the name of one. */
    static String shared(String text, Map<String, Object> row, Failure failure) {
        return OF_ONE.matcher(normalised(text, row, failure))
                .replaceAll(line -> line.group(1).toUpperCase(Locale.ROOT));
    }

    /** A whole number or code only: order 12 must not hide in product 112. */
    private static Pattern whole(String text) {
        return Pattern.compile("(?<![\\p{L}\\p{N}.,-])" + Pattern.quote(text) + "(?![\\p{L}\\p{N}-])");
    }
}
