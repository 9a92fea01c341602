package pl.zmobridge.api;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.order.Texts;

/**
 * Reads which orders a request wants: {@code q}, {@code state}, {@code status}, {@code stuck}, {@code from}, {@code to},
 * {@code sort}, {@code page}, {@code size}. Each word of {@code q} must be part of the order's numbers, of its buyer's name or of its numbers in the ERP;
 * Polish letters may be typed without their marks.
 *
 * @param values the parameters of the statements, by name
 */
record OrderFilter(int page, int size, Map<String, Object> values) implements SqlParameters {
    private static final Set<String> STATES = Set.of("", "RECEIVED", "ISSUED", "REALISED", "CLOSED");
    private static final Set<String> FLAG = Set.of("", "TRUE", "FALSE");

    /** What the list can be sorted by, other than when orders came; with a minus the largest first. */
    private static final Set<String> SORTS = Set.of("", "PLACEDAT", "-PLACEDAT", "BUYER", "-BUYER", "TOTAL", "-TOTAL");

    /** So many of the newest that fit are sorted: more would cost the register too much. */
    static final int MOST_SORTED = 10_000;

    private static final List<String> WORDS = List.of("word1", "word2", "word3", "word4");
    private static final String POLISH = "ąćęłńóśźż";
    private static final String PLAIN = "acelnoszz";
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    /**
     * The parameters of {@code sql/orders-count.sql}, {@code sql/orders-page*.sql} and {@code sql/orders-csv.sql}.
     *
     * @param zoneOfShop whose days {@code from} and {@code to} are; null while there is no order
     * @throws ApiProblem 422 when the request cannot be understood
     */
    static OrderFilter read(ApiRequest request, String zoneOfShop) {
        int page = request.number("page", 1, 1, 1_000_000);
        int size = request.number("size", 50, 1, ApiRequest.MOST_ROWS);
        Map<String, Object> values = new HashMap<>();
        values.put("size", size);
        values.put("offset", (long) (page - 1) * size);
        values.put("state", request.oneOf("state", STATES));
        values.put("statusId", request.number("status", -1, 0, Integer.MAX_VALUE));
        values.put("stuck", Boolean.toString(request.oneOf("stuck", FLAG).equals("TRUE")));
        values.put("sort", request.oneOf("sort", SORTS));
        values.put("mostSorted", MOST_SORTED);
        words(values, request.text("q"));
        days(values, request, zoneOfShop == null ? ZoneId.systemDefault() : ZoneId.of(zoneOfShop));
        return new OrderFilter(page, size, values);
    }

    static boolean isSorted(ApiRequest request) {
        return !request.text("sort").isEmpty();
    }

    @Override
    public Object parameter(String name) {
        return values.getOrDefault(name, NONE);
    }

    /** The last of the words may be several, when there are many. */
    private static void words(Map<String, Object> values, String q) {
        String[] words = folded(q).split(" ", WORDS.size());
        for (int i = 0; i < WORDS.size(); i++) {
            values.put(WORDS.get(i), i < words.length ? "%" + escaped(words[i]) + "%" : "%");
        }
    }

    /** As the register's column {@code search} is: small letters, none of them Polish. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(Texts.collapse(text).toLowerCase(Locale.ROOT));
        for (int i = 0; i < folded.length(); i++) {
            int letter = POLISH.indexOf(folded.charAt(i));
            if (letter >= 0) {
                folded.setCharAt(i, PLAIN.charAt(letter));
            }
        }
        return folded.toString();
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** Both days are in; an order without a readable date is on no day. */
    private static void days(Map<String, Object> values, ApiRequest request, ZoneId zone) {
        Optional<LocalDate> from = day(request, "from");
        Optional<LocalDate> to = day(request, "to");
        values.put("dated", Boolean.toString(from.isPresent() || to.isPresent()));
        values.put("placedFrom", begin(from.orElse(FIRST_DAY), zone));
        values.put("placedUntil", begin(to.orElse(LAST_DAY).plusDays(1), zone));
    }

    private static Optional<LocalDate> day(ApiRequest request, String name) {
        String text = request.text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        throw ApiRequest.unprocessable(name + " must be a day, like 2026-09-24");
    }

    private static LocalDateTime begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }
}
