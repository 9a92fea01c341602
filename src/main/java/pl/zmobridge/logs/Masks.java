package pl.zmobridge.logs;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Takes secrets out of a text: those that are known, and whatever stands where a secret stands in headers, addresses and JSON. Each
 * becomes {@code …}. Immutable.
 */
final class Masks {
    /** A shorter one would be found in half of all words; where it is named as a password it is masked all the same. */
    private static final int SHORTEST = 6;

    private static final String MASK = "…";

    private static final List<Pattern> KEPT_BEFORE = List.of(
            // Authorization: Bearer abc · {Authorization=[Basic abc]} · "authorization":"Session {abc}"
            Pattern.compile(
                    "(?i)(\\b(?:proxy-)?authorization[\\\\\"']*\\s*[:=]\\s*[\\[\\\\\"']*)(?:[a-z]+\\s+)?[^\\s\\[\\],;\"']+"),
            Pattern.compile("(?i)(\\b(?:set-)?cookie2?[\\\\\"']*\\s*[:=]\\s*)[^\\r\\n\\[\\]\"]+"),
            // password=abc& · "access_token":"abc" · applicationGuid: abc
            Pattern.compile(
                    "(?i)((?:password|passwd|passphrase|pwd|secret|token|api[-_]?key|application[-_]?guid|has[łl]o)[\\\\\"']*\\s*[:=]\\s*[\\\\\"']*)[^\\s&,;\"'\\[\\]{}()\\\\]+"),
            // jdbc:mariadb://user:abc@host
            Pattern.compile("(://[^\\s/:@\"']+:)[^\\s/@\"']+(?=@)"),
            Pattern.compile("(\\b(?:[Bb]earer|[Bb]asic)\\s+)(?=\\S*[0-9A-Z])[\\w+/.~=-]{6,}"),
            // the ERP's sessions and application keys: in an answer that opens a session nothing else stands beside one
            Pattern.compile("(?i)(\\b)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b"));

    private final Set<String> known;
    private final List<String> longestFirst;

    Masks(Collection<String> known) {
        this.known = Set.copyOf(known);
        this.longestFirst = this.known.stream()
                .filter(secret -> secret.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** These, and the secrets of a further configuration. */
    Masks and(Collection<String> more) {
        Set<String> all = new TreeSet<>(known);
        all.addAll(more);
        return new Masks(all);
    }

    /** @return the same object when there is nothing to mask */
    String masked(String text) {
        if (text == null) {
            return null;
        }
        String masked = text;
        for (String secret : longestFirst) {
            masked = masked.replace(secret, MASK);
        }
        for (Pattern each : KEPT_BEFORE) {
            masked = each.matcher(masked).replaceAll("$1" + MASK);
        }
        return masked.equals(text) ? text : masked;
    }
}
