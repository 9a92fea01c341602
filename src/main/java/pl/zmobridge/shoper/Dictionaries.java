package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import pl.zmobridge.order.CurrencyRate;
import pl.zmobridge.order.UnreadableValue;

/**
 * What the ids in orders mean, in the shop's words and default language. An entry without a readable id, name or type is left
 * out: an order that needs it then names the id instead of carrying a guess.
 *
 * @param zone the shop's zone, in which all its timestamps are
 * @param payments titles as buyers see them (H2), by {@code payment_id}
 * @param shippings names (H1), by {@code shipping_id}
 * @param surcharges what a way of payment adds to a way of delivery, in words, by both ids
 * @param fields names of additional fields, by {@code field_id}; empty until they are read
 * @param codes what rules can call payments and shippings besides (D1)
 * @param languages locales ({@code pl_PL}) by {@code lang_id}, as far as translations tell
 */
public record Dictionaries(
        ZoneId zone,
        Map<Long, Status> statuses,
        Map<Long, String> payments,
        Map<Long, String> shippings,
        Map<Long, Currency> currencies,
        Map<Choice, String> surcharges,
        Map<Long, String> fields,
        Map<Long, String> languages,
        Codes codes) {

    private static final int ISO_DAY = 10;

    /** A way of delivery with a way of payment. */
    record Choice(long shipping, long payment) {}

    /** @param name letter for letter as in the shop (H3) */
    public record Status(long id, String name, StatusKind kind) {}

    /**
     * @param name the ISO code, {@code PLN}
     * @param base whether amounts of the shop's catalogue are in it
     * @param rate units of the shop's default currency for one; empty when the shop has none
     * @param rateDate the day of that rate; empty when the shop does not say
     */
    public record Currency(String name, boolean base, Optional<BigDecimal> rate, Optional<LocalDate> rateDate) {}

    /**
     * The shop's words for how a method works, by the method's id. Several methods can have one, and some have none.
     *
     * @param payments {@code payments[].name}: {@code cod}
     * @param shippings {@code shippings[].engine}: {@code inpost}
     */
    public record Codes(Map<Long, String> payments, Map<Long, String> shippings) {
        public Codes {
            payments = Map.copyOf(payments);
            shippings = Map.copyOf(shippings);
        }

        /** Of an order's row; empty for none. */
        String payment(JsonNode row) {
            return lenientId(row, "payment_id").map(payments::get).orElse("");
        }

        /** Of an order's row; empty for none. */
        String shipping(JsonNode row) {
            return lenientId(row, "shipping_id").map(shippings::get).orElse("");
        }
    }

    public Dictionaries {
        statuses = Map.copyOf(statuses);
        payments = Map.copyOf(payments);
        shippings = Map.copyOf(shippings);
        currencies = Map.copyOf(currencies);
        surcharges = Map.copyOf(surcharges);
        fields = Map.copyOf(fields);
        languages = Map.copyOf(languages);
    }

    /**
     * Reads the raw answers; the lists are all rows of all pages.
     *
     * @param config {@code GET /application-config}
     * @throws ShopAnswerUnusable when the shop's time zone is missing or unknown
     */
    public static Dictionaries of(
            JsonNode config,
            List<JsonNode> statuses,
            List<JsonNode> payments,
            List<JsonNode> shippings,
            List<JsonNode> currencies) {
        Translations words = new Translations(lenient(config, "default_language_name"));
        return new Dictionaries(
                zone(config),
                read(statuses, "status_id", row -> status(row, words)),
                // "name" of a payment is its engine, not what the buyer sees
                read(payments, "payment_id", row -> words.of(row, "title")),
                read(shippings, "shipping_id", row -> words.of(row, "name").or(() -> lenient(row, "name"))),
                read(currencies, "currency_id", Dictionaries::currency),
                surcharges(shippings),
                Map.of(),
                languages(List.of(statuses, payments, shippings)),
                new Codes(
                        read(payments, "payment_id", row -> lenient(row, "name")),
                        read(shippings, "shipping_id", row -> lenient(row, "engine"))));
    }

    /** The same with the names of additional fields: all rows of {@code GET /additional-fields}. */
    public Dictionaries withFields(List<JsonNode> rows) {
        Map<Long, String> names = read(rows, "field_id", Dictionaries::fieldName);
        return new Dictionaries(zone, statuses, payments, shippings, currencies, surcharges, names, languages, codes);
    }

    /** The name of an additional field; empty when it is unknown. */
    String field(long id) {
        return fields.getOrDefault(id, "");
    }

    /** What a way of payment adds with this delivery, in words ({@code 5.00}, {@code 2%}); empty for nothing. */
    String surcharge(long shipping, long payment) {
        return surcharges.getOrDefault(new Choice(shipping, payment), "");
    }

    /** Whether this is the shop's default currency, the one its rates count in. */
    boolean isBase(String currency) {
        return currencies.values().stream()
                .anyMatch(each -> each.base() && each.name().equalsIgnoreCase(currency));
    }

    public Optional<Status> status(long id) {
        return Optional.ofNullable(statuses.get(id));
    }

    public Optional<String> payment(long id) {
        return Optional.ofNullable(payments.get(id));
    }

    public Optional<String> shipping(long id) {
        return Optional.ofNullable(shippings.get(id));
    }

    public Optional<Currency> currency(long id) {
        return Optional.ofNullable(currencies.get(id));
    }

    /**
     * The dictionaries that lack an id of an order's row, by resource: {@code statuses}, {@code payments}, {@code shippings},
     * {@code currencies}. An unreadable id is in no dictionary and not worth a refresh.
     */
    public List<String> unknownIn(JsonNode orderRow) {
        return unknownIds(orderRow).stream().map(UnknownId::dictionary).toList();
    }

    record UnknownId(String dictionary, long id) {}

    List<UnknownId> unknownIds(JsonNode orderRow) {
        List<UnknownId> unknown = new ArrayList<>();
        note(unknown, orderRow, "status_id", "statuses", statuses);
        note(unknown, orderRow, "payment_id", "payments", payments);
        note(unknown, orderRow, "shipping_id", "shippings", shippings);
        note(unknown, orderRow, "currency_id", "currencies", currencies);
        return unknown;
    }

    private static void note(
            List<UnknownId> unknown, JsonNode row, String field, String dictionary, Map<Long, ?> entries) {
        lenientId(row, field)
                .filter(id -> !entries.containsKey(id))
                .ifPresent(id -> unknown.add(new UnknownId(dictionary, id)));
    }

    private static ZoneId zone(JsonNode config) {
        String name = lenient(config, "locale_timezone")
                .orElseThrow(() -> new ShopAnswerUnusable(
                        "Konfiguracja sklepu (application-config) nie zawiera strefy czasowej locale_timezone,"
                                + " a bez niej nie da się odczytać dat zamówień."));
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException e) {
            throw new ShopAnswerUnusable("Sklep podaje nieznaną strefę czasową „" + name
                    + "” (locale_timezone w application-config). Ustaw w panelu sklepu strefę, np. Europe/Warsaw.");
        }
    }

    private static <T> Map<Long, T> read(List<JsonNode> rows, String idField, Function<JsonNode, Optional<T>> entry) {
        Map<Long, T> entries = new HashMap<>();
        for (JsonNode row : rows) {
            lenientId(row, idField).ifPresent(id -> entry.apply(row).ifPresent(value -> entries.put(id, value)));
        }
        return entries;
    }

    private static Optional<Status> status(JsonNode row, Translations words) {
        Optional<StatusKind> kind = lenientId(row, "type").flatMap(StatusKind::ofType);
        Optional<String> name = words.of(row, "name").or(() -> lenient(row, "name"));
        return kind.flatMap(k -> name.map(n -> new Status(Fields.id(row, "status_id"), n, k)));
    }

    /** {@code shippings[].payments[{payment_id, cost, percent}]}. */
    private static Map<Choice, String> surcharges(List<JsonNode> shippings) {
        Map<Choice, String> surcharges = new HashMap<>();
        for (JsonNode shipping : shippings) {
            lenientId(shipping, "shipping_id")
                    .ifPresent(id -> shipping.path("payments").forEach(payment -> lenientId(payment, "payment_id")
                            .ifPresent(other -> note(surcharges, new Choice(id, other), payment))));
        }
        return surcharges;
    }

    /** {@code percent} is a mark on {@code cost}, or the percentage itself. */
    private static void note(Map<Choice, String> surcharges, Choice choice, JsonNode payment) {
        String percent = payment.path("percent").asText();
        String cost = payment.path("cost").asText();
        if (percent.matches("[0-9.]*[1-9][0-9.]*") && !percent.equals("1")) {
            surcharges.put(choice, percent + "%");
        } else if (cost.matches("[0-9.]*[1-9][0-9.]*")) {
            surcharges.put(choice, percent.matches("1|true") ? cost + "%" : cost);
        }
    }

    /** Recorded shops call a field by {@code name} or {@code description}, translated or not. */
    private static Optional<String> fieldName(JsonNode row) {
        Translations words = new Translations(Optional.of("pl_PL"));
        return words.of(row, "name")
                .or(() -> words.of(row, "description"))
                .or(() -> words.of(row, "title"))
                .or(() -> lenient(row, "name"))
                .or(() -> lenient(row, "description"));
    }

    private static Optional<Currency> currency(JsonNode row) {
        boolean base = row.path("default").asText().matches("1|true");
        return lenient(row, "name")
                .map(String::strip)
                .filter(name -> name.matches("[A-Za-z]{3}"))
                .map(name -> new Currency(name, base, rate(row), rateDate(row)));
    }

    private static Optional<BigDecimal> rate(JsonNode row) {
        try {
            return Optional.of(Fields.amount(row, "rate")).filter(CurrencyRate::isEntered);
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }

    /** {@code 2026-10-02 00:00:00}, with or without the time. */
    private static Optional<LocalDate> rateDate(JsonNode row) {
        String text = row.path("rate_date").asText().strip();
        try {
            return Optional.of(LocalDate.parse(text.substring(0, Math.min(ISO_DAY, text.length()))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> lenient(JsonNode row, String field) {
        try {
            return Fields.scalar(row, field);
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> lenientId(JsonNode row, String field) {
        try {
            return Fields.optionalId(row, field);
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }

    /** Of every translation that says which language it is. */
    private static Map<Long, String> languages(List<List<JsonNode>> dictionaries) {
        Map<Long, String> languages = new HashMap<>();
        dictionaries.forEach(rows -> rows.forEach(
                row -> row.path("translations").properties().forEach(each -> lenientId(each.getValue(), "lang_id")
                        .ifPresent(id -> languages.putIfAbsent(id, each.getKey())))));
        return languages;
    }

    /** The shop's default language, else Polish, else whatever translation there is. */
    private record Translations(Optional<String> language) {
        Optional<String> of(JsonNode row, String field) {
            JsonNode all = row.path("translations");
            List<JsonNode> candidates = new ArrayList<>();
            language.ifPresent(name -> candidates.add(all.path(name)));
            candidates.add(all.path("pl_PL"));
            all.elements().forEachRemaining(candidates::add);
            return candidates.stream()
                    .flatMap(translation -> lenient(translation, field).stream())
                    .findFirst();
        }
    }
}
