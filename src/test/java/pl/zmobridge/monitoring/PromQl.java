package pl.zmobridge.monitoring;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an expression of Prometheus names: metrics, the labels that it selects them by, and those it groups by. */
record PromQl(Map<String, Map<String, String>> metrics, Set<String> grouping) {
    private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR = Pattern.compile("([a-zA-Z_:][\\w:]*+)\\s*+(\\{[^}]*\\})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "by");

    /** Label values are given only where a label is compared with one plain value or alternatives of them. */
    static PromQl read(String expression) {
        Set<String> grouping = new HashSet<>();
        Matcher groups = GROUPING.matcher(expression);
        while (groups.find()) {
            for (String label : groups.group(1).split(",")) {
                grouping.add(label.strip());
            }
        }
        String rest = groups.replaceAll(" ").replaceAll("\\[[^\\]]*\\]", " ");
        Map<String, Map<String, String>> metrics = new TreeMap<>();
        Matcher selectors = SELECTOR.matcher(rest);
        while (selectors.find()) {
            boolean function = rest.substring(selectors.end(1)).stripLeading().startsWith("(");
            boolean number = selectors.start() > 0 && Character.isDigit(rest.charAt(selectors.start() - 1));
            if (!function && !number && !WORDS.contains(selectors.group(1))) {
                Map<String, String> labels = metrics.computeIfAbsent(selectors.group(1), name -> new TreeMap<>());
                Matcher matchers = MATCHER.matcher(selectors.group(2) == null ? "" : selectors.group(2));
                while (matchers.find()) {
                    labels.put(matchers.group(1), matchers.group(2));
                }
            }
        }
        return new PromQl(metrics, grouping);
    }
}
