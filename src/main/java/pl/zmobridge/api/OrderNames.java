package pl.zmobridge.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.order.OrderNumber;

/** Orders that a path names by their number (N1), {@code /api/orders/SH%2F1201}: from then on it is the shop's id, {@code 1201}. */
final class OrderNames {
    private static final Pattern NAMED = Pattern.compile("(/api/orders/)([^/]+)((?:/.*)?)");
    private static final Pattern ID = Pattern.compile("[0-9]+");

    /** What a further import adds to the number (Z7). */
    private static final Pattern FURTHER = Pattern.compile(" \\(\\d+\\)$");

    private final Shops shops;

    OrderNames(Shops shops) {
        this.shops = shops;
    }

    /**
     * The request by the order's id; as it is when the path names no order.
     *
     * @throws ApiProblem 404 when the name is neither an id nor a number of a shop, 409 when it is one of several orders
     */
    ApiRequest resolved(ApiRequest request) {
        Matcher path = NAMED.matcher(request.path());
        if (!path.matches() || ID.matcher(path.group(2)).matches()) {
            return request;
        }
        String name = decoded(path.group(2));
        Map<String, Long> ids = new LinkedHashMap<>();
        request.shops().forEach(shop -> id(shop, name).ifPresent(id -> ids.put(shop, id)));
        if (ids.isEmpty()) {
            throw ApiProblem.notFound("\"" + name + "\" is no number of an order or dead letter");
        }
        if (ids.values().stream().distinct().count() > 1) {
            throw new ApiProblem(
                    409,
                    "Conflict",
                    "Several shops have an order " + name + ": " + String.join(", ", ids.keySet())
                            + "; name the one that is meant with ?shop=");
        }
        ApiRequest resolved = request.at(path.group(1) + ids.values().iterator().next() + path.group(3));
        return ids.size() == 1 ? resolved.of(ids.keySet().iterator().next()) : resolved;
    }

    private Optional<Long> id(String shop, String number) {
        OrderNumber numbers = shops.of(shop).rules().numbers();
        return numbers.shopOrderId(number)
                .or(() -> numbers.shopOrderId(FURTHER.matcher(number).replaceFirst("")));
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment; // a percent sign that stands for itself
        }
    }
}
