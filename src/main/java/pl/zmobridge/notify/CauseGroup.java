package pl.zmobridge.notify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Words;

/**
 * Orders of a shop that one cause holds.
 *
 * @param arguments what they have in common
 * @param orders their numbers, the oldest first
 */
record CauseGroup(String shop, boolean review, Cause cause, Map<String, String> arguments, List<String> orders) {
    CauseGroup {
        orders = List.copyOf(orders);
    }

    private record Key(String shop, boolean review, Cause cause, Map<String, String> arguments) {}

    /** What a person must do first, and of that the cause that holds most orders. */
    static List<CauseGroup> of(List<Letter> letters) {
        Map<Key, List<String>> groups = new LinkedHashMap<>();
        letters.forEach(letter -> groups.computeIfAbsent(
                        new Key(letter.shop(), letter.review(), letter.known(), letter.arguments()),
                        key -> new ArrayList<>())
                .add(letter.number()));
        List<CauseGroup> all = new ArrayList<>();
        groups.forEach((key, orders) ->
                all.add(new CauseGroup(key.shop(), key.review(), key.cause(), key.arguments(), orders)));
        all.sort(Comparator.comparing(CauseGroup::review)
                .thenComparing(group -> -group.orders().size()));
        return all;
    }

    /** What it is, in a few words. */
    String title(Language language) {
        return Words.in(language).text("short", new Phrase(cause.name(), arguments));
    }

    /** What to do about it. */
    String hint(Language language) {
        return new Failure(cause.system(), cause, arguments, "").hint(language);
    }
}
