package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The small lists of the ERP (wire-symfonia: "More dictionaries", Contractors {@code Country}). The shape of {@code CurrencyRates}
 * is a guess: the wire description does not show it. Not safe for threads: the owner locks.
 */
final class ErpLists {
    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    private final Map<String, ObjectNode> vatRates = new LinkedHashMap<>();
    private final Map<String, ObjectNode> countries = new LinkedHashMap<>();
    private final Map<String, ObjectNode> currencies = new LinkedHashMap<>();
    private final Map<String, TreeMap<LocalDate, BigDecimal>> currencyRates = new LinkedHashMap<>();
    private final Map<String, List<ObjectNode>> others = new TreeMap<>();

    ErpLists() {
        vatRate("23", "23 %", "23", 0, true);
        vatRate("8", "8 %", "8", 0, true);
        vatRate("5", "5 %", "5", 0, true);
        vatRate("0", "0 %", "0", 0, true);
        vatRate("zw", "zwolniony", "0", 1, true);
        vatRate("np", "nie podlega", "0", 2, true);
        String[][] known = {
            {"PL", "Polska"},
            {"DE", "Niemcy"},
            {"CZ", "Czechy"},
            {"SK", "Słowacja"},
            {"FR", "Francja"},
            {"IT", "Włochy"},
            {"ES", "Hiszpania"},
            {"NL", "Holandia"},
            {"AT", "Austria"},
            {"BE", "Belgia"},
            {"LT", "Litwa"},
            {"SE", "Szwecja"},
            {"EE", "Estonia"},
            {"LV", "Łotwa"},
            {"HU", "Węgry"},
            {"RO", "Rumunia"},
            {"DK", "Dania"},
            {"FI", "Finlandia"},
            {"IE", "Irlandia"},
            {"GR", "Grecja"},
            {"GB", "Wielka Brytania"},
            {"UA", "Ukraina"},
            {"US", "Stany Zjednoczone"},
            {"CH", "Szwajcaria"},
            {"NO", "Norwegia"}
        };
        for (String[] country : known) {
            country(country[0], country[1], true);
        }
        currency("PLN", "Złoty", "1");
        currency("EUR", "Euro", "4.2500");
        currency("USD", "Dolar amerykański", "3.9000");
        currency("CZK", "Korona czeska", "0.1700");
        others.put("Markers", new ArrayList<>(List.of(entry(1, "WAZNE", "Ważne"))));
        others.put("Kinds", new ArrayList<>(List.of(entry(1, "INTERNET", "Sprzedaż internetowa"))));
        others.put(
                "Catalogs", new ArrayList<>(List.of(entry(1, "SKLEP", "Sklep").put("FullPath", "\\Sklep"))));
    }

    /** @param type 0 taxable, 1 exempt, 2 not subject */
    void vatRate(String code, String name, String value, int type, boolean active) {
        ObjectNode rate = entry(id(vatRates, code), code, name).put("Value", new BigDecimal(value));
        vatRates.put(code, rate.put("Type", type).put("Active", active));
    }

    void country(String code, String name, boolean active) {
        countries.put(code, entry(id(countries, code), code, name).put("Active", active));
    }

    private void currency(String code, String name, String rate) {
        currencies.put(code, entry(id(currencies, code), code, name).put("Active", true));
        currencyRate(code, ALWAYS, new BigDecimal(rate));
    }

    /** From that day until a later one has its own. */
    void currencyRate(String code, LocalDate day, BigDecimal rate) {
        currencyRates.computeIfAbsent(code, none -> new TreeMap<>()).put(day, rate);
    }

    void noCurrencyRates(String code) {
        currencyRates.remove(code);
    }

    Collection<ObjectNode> vatRates() {
        return vatRates.values();
    }

    Collection<ObjectNode> countries() {
        return countries.values();
    }

    Collection<ObjectNode> currencies() {
        return currencies.values();
    }

    List<ObjectNode> others(String name) {
        return others.get(name);
    }

    boolean hasCurrency(String code) {
        return currencies.containsKey(code);
    }

    /** The rate that a position names by {@code Code} or {@code Id}. */
    Optional<ObjectNode> vatRate(String by, String value) {
        return vatRates.values().stream()
                .filter(each -> each.get(by).asText().equals(value))
                .findFirst();
    }

    /** The rate of that day or the last one before it, at most one. */
    List<ObjectNode> currencyRates(long currencyId, LocalDate day) {
        return currencies.values().stream()
                .filter(each -> each.get("Id").asLong() == currencyId)
                .flatMap(each -> rate(each, day).stream())
                .toList();
    }

    private Optional<ObjectNode> rate(ObjectNode currency, LocalDate day) {
        String code = currency.get("Code").asText();
        return Optional.ofNullable(
                        currencyRates.getOrDefault(code, new TreeMap<>()).floorEntry(day))
                .map(rate -> Json.object()
                        .put("CurrencyId", currency.get("Id").asLong())
                        .put("CurrencyCode", code)
                        .put("Date", rate.getKey().toString())
                        .put("Rate", rate.getValue()));
    }

    /** A blank country is none; anything else must be the ISO code of an active one. */
    void checkCountry(String country) {
        if (!country.isBlank()
                && !(countries.containsKey(country)
                        && countries.get(country).get("Active").asBoolean())) {
            throw ErpRefusal.bad("Nie znaleziono kraju o kodzie " + country + ".");
        }
    }

    private static long id(Map<String, ObjectNode> list, String code) {
        return list.containsKey(code) ? list.get(code).get("Id").asLong() : list.size() + 1L;
    }

    static ObjectNode entry(long id, String code, String name) {
        return Json.object().put("Id", id).put("Code", code).put("Name", name);
    }
}
