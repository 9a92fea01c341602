package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of a list of the shop: {@code {"count","pages","page","list"}}.
 *
 * @param count rows on all pages together
 * @param pages how many pages there are; 0 when nothing matches
 * @param page this page's number, from 1
 * @param rows JSON objects in the order in which the shop sent them
 */
public record ListPage(int count, int pages, int page, List<JsonNode> rows) {

    public ListPage {
        rows = List.copyOf(rows);
    }

    /**
     * Reads an answer. The list may be an array or an object keyed by index, the figures strings or numbers.
     *
     * @throws ShopAnswerUnusable when the answer is no list, or says that there are rows and has none
     */
    public static ListPage of(JsonNode answer) {
        JsonNode list = answer.path("list");
        if (!list.isContainerNode()) {
            throw unusable(answer, "brak pola list");
        }
        List<JsonNode> rows = new ArrayList<>(list.size());
        list.elements().forEachRemaining(rows::add);
        if (!rows.stream().allMatch(JsonNode::isObject)) {
            throw unusable(answer, "wiersz listy nie jest obiektem");
        }
        ListPage read = new ListPage(figure(answer, "count"), figure(answer, "pages"), figure(answer, "page"), rows);
        if (rows.isEmpty() && read.count > 0 && read.page <= read.pages) {
            throw unusable(answer, "strona " + read.page + " z " + read.pages + " jest pusta");
        }
        return read;
    }

    /** Whether there is nothing after this page. */
    public boolean isLast() {
        return page >= pages;
    }

    private static int figure(JsonNode answer, String field) {
        OptionalLong value =
                Fields.scalar(answer, field).map(Fields::wholeNumber).orElse(OptionalLong.empty());
        if (value.isEmpty() || value.getAsLong() > Integer.MAX_VALUE) {
            throw unusable(answer, "nieczytelne pole " + field);
        }
        return (int) value.getAsLong();
    }

    private static ShopAnswerUnusable unusable(JsonNode answer, String reason) {
        return new ShopAnswerUnusable("Odpowiedź sklepu nie jest listą, jakiej oczekiwano: " + reason + " ("
                + shape(answer) + "). Zapytanie zostanie ponowione.");
    }

    /** What the answer looks like, by the names of its fields only: values may be personal data. */
    private static String shape(JsonNode answer) {
        if (!answer.isObject()) {
            return "otrzymano: " + answer.getNodeType();
        }
        List<String> names = new ArrayList<>();
        for (Iterator<String> all = answer.fieldNames(); all.hasNext() && names.size() < 8; ) {
            Optional.of(all.next()).filter(name -> name.matches("[a-z_]{1,30}")).ifPresent(names::add);
        }
        return "otrzymano pola: " + String.join(", ", names);
    }
}
