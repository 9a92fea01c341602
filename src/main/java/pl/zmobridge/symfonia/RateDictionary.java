package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.order.CurrencyRate;
import pl.zmobridge.wire.Request;

/** The ERP's currencies and their rates of a day (W2), remembered for a while: an accountant who enters a rate sees it used soon. */
public final class RateDictionary {
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int MOST_DAYS = 500;
    private static final int ISO_DAY = 10;

    private final InstantSource clock;
    private final Map<Day, Known> rates = new ConcurrentHashMap<>();
    private volatile Currencies currencies = new Currencies(Map.of());
    private volatile Instant listedAt = Instant.MIN;

    private record Day(String currency, LocalDate day) {}

    private record Known(CurrencyRate rate, Instant at) {}

    /** Ids by code, in capitals. */
    public record Currencies(Map<String, Integer> ids) {
        public Currencies {
            ids = Map.copyOf(ids);
        }
    }

    /** @param found each rate that the ERP has for that day, as different numbers */
    public record Rates(String currency, LocalDate day, List<CurrencyRate> found) {
        public Rates {
            found = List.copyOf(found);
        }
    }

    public RateDictionary(InstantSource clock) {
        this.clock = clock;
    }

    /** The rate of that day, if it was asked for lately. */
    public Optional<CurrencyRate> rate(String currency, LocalDate day) {
        return Optional.ofNullable(rates.get(new Day(currency, day)))
                .filter(known -> isFresh(known.at()))
                .map(Known::rate);
    }

    /** The question that is next on the way to a rate; empty when the ERP does not have the currency. */
    public Optional<Request<?>> question(String currency, LocalDate day) {
        if (!isFresh(listedAt)) {
            return Optional.of(SymfoniaApi.currencies());
        }
        return Optional.ofNullable(currencies.ids().get(currency.toUpperCase(Locale.ROOT)))
                .map(id -> SymfoniaApi.currencyRates(id, currency, day));
    }

    public void accept(Currencies now) {
        currencies = now;
        listedAt = clock.instant();
    }

    /** A currency that is missing may be there at the next look. */
    public void forgetCurrencies() {
        listedAt = Instant.MIN;
    }

    public void accept(CurrencyRate rate, LocalDate day) {
        if (rates.size() >= MOST_DAYS) {
            rates.clear();
        }
        rates.put(new Day(rate.currency(), day), new Known(rate, clock.instant()));
    }

    private boolean isFresh(Instant at) {
        return !at.equals(Instant.MIN) && at.plus(FRESH).isAfter(clock.instant());
    }

    /** Reads {@code GET Currencies}. */
    static Currencies currencies(JsonNode answer) {
        Map<String, Integer> ids = new HashMap<>();
        for (JsonNode currency : answer) {
            ids.put(Wire.text(currency, "Code").strip().toUpperCase(Locale.ROOT), Wire.id(currency, "Id"));
        }
        return new Currencies(ids);
    }

    /**
     * Reads {@code GET CurrencyRates}, whose fields no public source shows: {@code Rate} and {@code Date} are assumed. A rate of exactly 1 is none (W1).
     *
     * @throws ErpUnavailable when an entry has no rate: nothing is guessed (I7)
     */
    static Rates rates(JsonNode answer, int currencyId, String currency, LocalDate day) {
        Map<BigDecimal, CurrencyRate> found = new LinkedHashMap<>();
        for (JsonNode each : answer.isObject() ? List.of(answer) : answer) {
            BigDecimal rate = Wire.decimal(each, "Rate")
                    .orElseThrow(() -> new ErpUnavailable(
                            Failure.of(Cause.ERP_AWAY).with("how", "NO_FIELD").with("field", "Rate")));
            String id = Wire.text(each, "CurrencyId");
            if (CurrencyRate.isEntered(rate) && (id.isEmpty() || id.equals(Integer.toString(currencyId)))) {
                CurrencyRate.of(currency, rate, date(each, day), "Symfonia")
                        .ifPresent(entered -> found.putIfAbsent(entered.rate(), entered));
            }
        }
        return new Rates(currency, day, List.copyOf(found.values()));
    }

    /** The day of the entry; that of the question when it names none. */
    private static LocalDate date(JsonNode rate, LocalDate asked) {
        String text = Wire.text(rate, "Date");
        try {
            return LocalDate.parse(text.substring(0, Math.min(ISO_DAY, text.length())));
        } catch (DateTimeException e) {
            return asked;
        }
    }
}
