package pl.zmobridge.torture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The steps of a route file, read by their indentation: our route files are written one way. */
final class Steps {
    private static final Pattern STEP = Pattern.compile("(?m)^ *- (to|toD|bean):\\n +id: ([a-z-]+)$");

    private Steps() {}

    /** The ids of all steps that call something: another route, a statement, a system or a bean. */
    static List<String> ids(String routes) {
        List<String> ids = new ArrayList<>();
        Matcher step = STEP.matcher(routes);
        while (step.find()) {
            ids.add(step.group(2));
        }
        return ids;
    }

    /** The file without that step and all that is indented under it. */
    static String without(String routes, String id) {
        List<String> lines = new ArrayList<>(Arrays.asList(routes.split("\n", -1)));
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("id: " + id)) {
                int first = i - 1;
                int end = i;
                while (end < lines.size()
                        && (lines.get(end).isBlank() || indent(lines.get(end)) > indent(lines.get(first)))) {
                    end++;
                }
                lines.subList(first, end).clear();
                return String.join("\n", lines);
            }
        }
        return routes;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
