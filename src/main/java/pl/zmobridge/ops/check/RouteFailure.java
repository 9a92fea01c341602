package pl.zmobridge.ops.check;

import java.util.LinkedHashSet;
import java.util.Set;

/** What Camel says about a route that it cannot build, outermost words (which route) first, without its repetitions. */
final class RouteFailure {
    private static final int LONGEST = 600;

    private RouteFailure() {}

    static String words(Throwable failure) {
        Set<String> words = new LinkedHashSet<>();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String message = each.getMessage() == null ? each.getClass().getSimpleName() : each.getMessage();
            String line = message.replaceAll("\\s+", " ").strip();
            if (words.stream().noneMatch(said -> said.contains(line))) {
                words.add(line);
            }
        }
        String all = String.join(" | ", words);
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "…";
    }
}
