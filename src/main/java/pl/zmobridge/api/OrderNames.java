package pl.zmobridge.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.order.OrderNumber;

/**
 * Orders that a path names by their number (N1), {@code /api/orders/SH%2F1201}: from then on it is the shop's id, {@code 1201}. Digits
 * alone are an id, unless no order has it and one has that number; {@code id:1201} and {@code number:1201} say which of the two is meant.
 */
final class OrderNames {
    private static final Pattern NAMED = Pattern.compile("(/api/orders/)([^/]+)((?:/.*)?)");
    private static final Pattern ID = Pattern.compile("[0-9]+");
    private static final String BY_ID = "id:";
    private static final String BY_NUMBER = "number:";

    /** What a further import adds to the number (Z7). */
    private static final Pattern FURTHER = Pattern.compile(" \\(\\d+\\)$");

    private final Shops shops;

    /** Which orders the register is asked for: parameters of {@code sql/orders-named.sql}. */
    record Wanted(List<String> shops, Collection<Long> ids) implements SqlParameters {
        @Override
        public Object parameter(String name) {
            return switch (name) {
                case "namedShops" -> shops;
                case "namedIds" -> ids;
                default -> NONE;
            };
        }
    }

    /** An order that the register holds. */
    record Held(String shop, long id) {}

    OrderNames(Shops shops) {
        this.shops = shops;
    }

    /**
     * The request by the order's id; as it is when the path names no order.
     *
     * @param register says which of some orders it holds; asked only for digits that are the number of an order as well
     * @throws ApiProblem 404 when the name is neither an id nor a number of a shop, 409 when it is one of several orders
     */
    ApiRequest resolved(ApiRequest request, Function<Wanted, List<Held>> register) {
        Matcher path = NAMED.matcher(request.path());
        if (!path.matches()) {
            return request;
        }
        String name = decoded(path.group(2));
        Function<Object, ApiRequest> at = id -> request.at(path.group(1) + id + path.group(3));
        if (name.startsWith(BY_ID)) {
            String id = name.substring(BY_ID.length());
            return ID.matcher(id).matches() ? at.apply(id) : unknown(name);
        }
        if (ID.matcher(name).matches()) {
            Map<String, Long> numbered = numberedSo(request, name, register);
            return numbered.isEmpty() ? at.apply(name) : only(name, numbered, at);
        }
        String number = name.startsWith(BY_NUMBER) ? name.substring(BY_NUMBER.length()) : name;
        Map<String, Long> ids = ids(request, number);
        return ids.isEmpty() ? unknown(name) : only(number, ids, at);
    }

    /**
     * The orders of the register, by shop, whose number these digits are; none when they are to be read as an id.
     *
     * @throws ApiProblem 409 when an order of that id is there, or may be, too: nothing is ever done to the wrong one
     */
    private Map<String, Long> numberedSo(ApiRequest request, String digits, Function<Wanted, List<Held>> register) {
        Map<String, Long> ids = ids(request, digits);
        ids.values().removeIf(id -> digits.equals(Long.toString(id)));
        if (ids.isEmpty()) {
            return ids;
        }
        Optional<Long> asId = asId(digits);
        List<Held> held = register.apply(new Wanted(
                request.shops(),
                Stream.concat(ids.values().stream(), asId.stream()).distinct().toList()));
        ids.entrySet().removeIf(each -> !held.contains(new Held(each.getKey(), each.getValue())));
        if (ids.isEmpty()) {
            return ids;
        }
        String order = ids.values().iterator().next().toString();
        if (held.stream().anyMatch(each -> asId.filter(id -> id == each.id()).isPresent())) {
            throw new ApiProblem(
                    409,
                    "Conflict",
                    digits + " is the id of one order and the number of another one, " + order
                            + "; say which one is meant: id:" + digits + " or number:" + digits);
        }
        if (request.path().endsWith("/import")) {
            throw new ApiProblem(
                    409,
                    "Conflict",
                    digits + " is the number of order " + order
                            + " and may be the id of one that only the shop has; say which one is meant: number:"
                            + digits
                            + " or id:" + digits);
        }
        return ids;
    }

    /** The orders' ids by the shops that give their orders such a number. */
    private Map<String, Long> ids(ApiRequest request, String number) {
        Map<String, Long> ids = new LinkedHashMap<>();
        request.shops().forEach(shop -> id(shop, number).ifPresent(id -> ids.put(shop, id)));
        return ids;
    }

    private static ApiRequest only(String number, Map<String, Long> ids, Function<Object, ApiRequest> at) {
        if (ids.values().stream().distinct().count() > 1) {
            throw new ApiProblem(
                    409,
                    "Conflict",
                    "Several shops have an order " + number + ": " + String.join(", ", ids.keySet())
                            + "; name the one that is meant with ?shop=");
        }
        ApiRequest resolved = at.apply(ids.values().iterator().next());
        return ids.size() == 1 ? resolved.of(ids.keySet().iterator().next()) : resolved;
    }

    private static ApiRequest unknown(String name) {
        throw ApiProblem.notFound("\"" + name + "\" is no number of an order or dead letter");
    }

    private Optional<Long> id(String shop, String number) {
        OrderNumber numbers = shops.of(shop).rules().numbers();
        return numbers.shopOrderId(number)
                .or(() -> numbers.shopOrderId(FURTHER.matcher(number).replaceFirst("")));
    }

    private static Optional<Long> asId(String digits) {
        try {
            return Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment; // a percent sign that stands for itself
        }
    }
}
