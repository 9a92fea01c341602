package pl.zmobridge.attempt;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.zmobridge.attempt.Parcel.Wish;
import pl.zmobridge.order.Texts;

/**
 * A table of tracking numbers as spreadsheets and programs of couriers write it: separated by semicolons, commas or tabs, with names of columns or
 * without (then order, number, carrier).
 */
final class ParcelTable {
    private static final Charset POLISH_WINDOWS = Charset.forName("windows-1250");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** As {@link #plainName} makes them. */
    private static final Map<String, Set<String>> NAMES = Map.of(
            "order",
            Set.of(
                    "order",
                    "order id",
                    "order no",
                    "order number",
                    "zamowienie",
                    "nr zam",
                    "nr zamowienia",
                    "numer zamowienia",
                    "id zamowienia"),
            "number",
            Set.of(
                    "tracking",
                    "tracking number",
                    "tracking no",
                    "tracking id",
                    "tracking code",
                    "shipping code",
                    "parcel number",
                    "shipment number",
                    "waybill",
                    "przesylka",
                    "nr przesylki",
                    "numer przesylki",
                    "nr paczki",
                    "numer paczki",
                    "nr listu",
                    "numer listu",
                    "nr listu przewozowego",
                    "numer listu przewozowego",
                    "list przewozowy",
                    "nr nadania",
                    "numer nadania",
                    "numer sledzenia"),
            "any number",
            Set.of("number", "numer"),
            "carrier",
            Set.of("carrier", "courier", "przewoznik", "kurier", "dostawa"));

    private ParcelTable() {}

    /** UTF-8, with or without a mark at its beginning; what is no UTF-8 is Windows' Polish. */
    static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, POLISH_WINDOWS);
        }
    }

    /** One for each line that is not blank. */
    static List<Wish> read(String text, String actor) {
        List<String> lines = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                .lines()
                .toList();
        Optional<String> first = lines.stream().filter(line -> !line.isBlank()).findFirst();
        char separator = separator(first.orElse(""));
        Map<String, Integer> columns = Map.of("order", 0, "number", 1, "carrier", 2);
        List<Wish> wishes = new ArrayList<>();
        boolean begun = false;
        for (int i = 0; i < lines.size(); i++) {
            List<String> cells = cells(lines.get(i), separator);
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            Map<String, Integer> named = named(cells);
            boolean all = named.containsKey("order") && named.containsKey("number");
            boolean some = named.containsKey("order") || named.containsKey("number");
            boolean isFirst = !begun;
            if (all || isFirst && some && !isParcel(cells)) {
                columns = named;
                begun = true;
                continue;
            }
            if (isFirst
                    && !isOrder(cells.get(0))) { // names of columns that nobody knows: what they hold is not guessed
                return List.of(new Wish(i + 1, "", "", "", Optional.empty(), true, actor));
            }
            begun = true;
            wishes.add(new Wish(
                    i + 1,
                    cell(cells, columns, "order").replaceFirst("^#", ""),
                    cell(cells, columns, "number"),
                    cell(cells, columns, "carrier"),
                    Optional.empty(),
                    true,
                    actor));
        }
        return wishes;
    }

    private static char separator(String line) {
        return line.contains(";") ? ';' : line.contains("\t") ? '\t' : ',';
    }

    /** Whether it may be an order's id or number; blank is an order that is missing. */
    private static boolean isOrder(String cell) {
        return cell.isEmpty() || cell.chars().anyMatch(Character::isDigit);
    }

    /** Whether it is an order and a number, whatever its carrier is called. */
    private static boolean isParcel(List<String> cells) {
        return cells.stream().limit(2).allMatch(cell -> cell.chars().anyMatch(Character::isDigit));
    }

    private static Map<String, Integer> named(List<String> cells) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = plainName(cells.get(i));
            int place = i;
            NAMES.forEach((column, names) -> {
                if (names.contains(name)) {
                    columns.putIfAbsent(column, place);
                }
            });
        }
        Integer any = columns.remove("any number");
        if (any != null) {
            columns.putIfAbsent("number", any);
        }
        return columns;
    }

    /** Small letters without Polish ones, and nothing besides: {@code nr zamowienia} for {@code Nr_zamówienia:}. */
    private static String plainName(String cell) {
        String small = cell.toLowerCase(Locale.ROOT).replace('ł', 'l');
        String letters = Normalizer.normalize(small, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return letters.replaceAll("[^a-z0-9]+", " ").strip();
    }

    private static String cell(List<String> cells, Map<String, Integer> columns, String name) {
        Integer place = columns.get(name);
        return place == null || place >= cells.size() ? "" : cells.get(place);
    }

    /** A quote within quotes is written twice; {@code ="123"} keeps a spreadsheet from making a number of it. */
    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char sign : line.toCharArray()) {
            if (sign == '"') {
                quoted = !quoted;
                cell.append(sign);
            } else if (sign == separator && !quoted) {
                cells.add(plain(cell.toString()));
                cell.setLength(0);
            } else {
                cell.append(sign);
            }
        }
        cells.add(plain(cell.toString()));
        return cells;
    }

    private static String plain(String cell) {
        String text = Texts.collapse(cell).replaceFirst("^='?(?=\")", "");
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1).replace("\"\"", "\"");
        }
        return Texts.collapse(text.replaceFirst("^'", ""));
    }
}
