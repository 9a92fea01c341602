package pl.zmobridge.api;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import pl.zmobridge.order.Texts;

/**
 * Reads which orders a request wants: {@code q}, {@code state}, {@code status}, {@code from}, {@code to}, {@code page},
 * {@code size}. Each word of {@code q} must be part of the order's numbers, of its buyer's name or of its numbers in the ERP;
 * Polish letters may be typed without their marks.
 */
public final class OrderFilter {
    private static final Set<String> STATES = Set.of("", "RECEIVED", "ISSUED", "REALISED", "CLOSED");
    private static final int MOST_WORDS = 4;
    private static final String POLISH = "ąćęłńóśźż";
    private static final String PLAIN = "acelnoszz";
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    /**
     * Sets the variables of {@code sql/orders-count.sql}, {@code sql/orders-page.sql} and {@code sql/orders-csv.sql}.
     *
     * @param zoneOfShop whose days {@code from} and {@code to} are; null while there is no order
     * @throws ApiProblem 422 when the request cannot be understood
     */
    public void read(Exchange exchange, @Body String zoneOfShop) {
        Map<?, ?> request = ApiRequests.request(exchange);
        int page = ApiRequests.number(request, "page", 1, 1, 1_000_000);
        int size = ApiRequests.number(request, "size", 50, 1, ApiRequests.MOST_ROWS);
        exchange.setVariable("page", page);
        exchange.setVariable("size", size);
        exchange.setVariable("offset", (long) (page - 1) * size);
        exchange.setVariable("state", ApiRequests.oneOf(request, "state", STATES));
        exchange.setVariable("statusId", ApiRequests.number(request, "status", -1, 0, Integer.MAX_VALUE));
        words(exchange, ApiRequests.text(request, "q"));
        days(exchange, request, zoneOfShop == null ? ZoneId.systemDefault() : ZoneId.of(zoneOfShop));
    }

    /** The last of the words may be several, when there are many. */
    private static void words(Exchange exchange, String q) {
        String[] words = folded(q).split(" ", MOST_WORDS);
        for (int i = 0; i < MOST_WORDS; i++) {
            exchange.setVariable("word" + (i + 1), i < words.length ? "%" + escaped(words[i]) + "%" : "%");
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
    private static void days(Exchange exchange, Map<?, ?> request, ZoneId zone) {
        Optional<LocalDate> from = day(request, "from");
        Optional<LocalDate> to = day(request, "to");
        exchange.setVariable("dated", Boolean.toString(from.isPresent() || to.isPresent()));
        exchange.setVariable("placedFrom", begin(from.orElse(FIRST_DAY), zone));
        exchange.setVariable("placedUntil", begin(to.orElse(LAST_DAY).plusDays(1), zone));
    }

    private static Optional<LocalDate> day(Map<?, ?> request, String name) {
        String text = ApiRequests.text(request, name);
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
        throw new ApiProblem(422, "Unprocessable content", name + " must be a day, like 2026-09-24");
    }

    private static LocalDateTime begin(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }
}
