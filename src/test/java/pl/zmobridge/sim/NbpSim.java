package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The National Bank of Poland's public API (wire-nbp): one currency in table A of one day. There is a table of each day from Monday to Friday
 * up to today that is no holiday. May be called from any thread.
 */
public final class NbpSim extends SimHost {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final Pattern RATE =
            Pattern.compile("/api/exchangerates/rates/([A-Za-z])/([A-Za-z]{3})/(\\d{4}-\\d{2}-\\d{2})/?");

    private final Clock clock = Clock.systemUTC();
    private final Map<String, BigDecimal> usual = new HashMap<>();
    private final Map<String, BigDecimal> ofDays = new HashMap<>();
    private final Set<LocalDate> holidays = new HashSet<>();
    private final SimServer server = new SimServer("nbp-sim", clock, new Peer());

    public NbpSim() {
        currency("EUR", "4.2567");
        currency("USD", "3.6412");
        currency("HUF", "0.010982");
    }

    public NbpSim start() {
        server.start(0);
        return this;
    }

    @Override
    SimServer server() {
        return server;
    }

    /** A currency is in table A, at this rate unless a day has its own. */
    public synchronized void currency(String code, String mid) {
        usual.put(code, new BigDecimal(mid));
    }

    /** Table A does not have the currency. */
    public synchronized void without(String code) {
        usual.remove(code);
    }

    public synchronized void rate(String code, LocalDate day, String mid) {
        ofDays.put(code + day, new BigDecimal(mid));
    }

    public synchronized void holiday(LocalDate day) {
        holidays.add(day);
    }

    private synchronized SimAnswer answer(SimRequest request) {
        Matcher asked = RATE.matcher(request.path());
        if (!request.method().equals("GET") || !asked.matches()) {
            return text(404, "404 NotFound");
        }
        LocalDate day;
        try {
            day = LocalDate.parse(asked.group(3));
        } catch (DateTimeException e) {
            return text(400, "400 BadRequest - Nieprawidłowy format daty / Wrong date format");
        }
        if (day.isAfter(LocalDate.now(clock.withZone(WARSAW)))) {
            return text(400, "400 BadRequest - Błędny zakres dat / Invalid date range");
        }
        String code = asked.group(2).toUpperCase(Locale.ROOT);
        return Optional.ofNullable(usual.get(code))
                .filter(any -> asked.group(1).equalsIgnoreCase("a") && isWorkingDay(day))
                .map(mid -> SimAnswer.ok(table(code, day, ofDays.getOrDefault(code + day, mid))))
                .orElseGet(() -> text(404, "404 NotFound - Not Found - Brak danych"));
    }

    private boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !holidays.contains(day);
    }

    /** The number that the table of a day has here. */
    public static String number(LocalDate day) {
        return "%03d/A/NBP/%d".formatted(day.getDayOfYear(), day.getYear());
    }

    private static ObjectNode table(String code, LocalDate day, BigDecimal mid) {
        ObjectNode table = Json.object().put("table", "A").put("currency", code).put("code", code);
        table.putArray("rates")
                .addObject()
                .put("no", number(day))
                .put("effectiveDate", day.toString())
                .put("mid", mid);
        return table;
    }

    private static SimAnswer text(int status, String words) {
        return new SimAnswer(status, "text/plain; charset=utf-8", words, Map.of());
    }

    private final class Peer implements SimServer.Peer {
        @Override
        public SimAnswer answer(SimRequest request) {
            return NbpSim.this.answer(request);
        }

        @Override
        public SimAnswer control(SimRequest request) {
            return text(404, "404 NotFound");
        }

        @Override
        public void expireSessions() {
            // it has none
        }
    }
}
