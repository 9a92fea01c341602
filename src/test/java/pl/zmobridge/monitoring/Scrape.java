package pl.zmobridge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pl.zmobridge.support.Rig;

/** What {@code GET /observe/metrics} answers: series by series. */
record Scrape(List<Series> series) {
    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)\\})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    record Series(String name, Map<String, String> labels, double value) {}

    static Scrape of(Rig rig) throws Exception {
        var answer = rig.exchange(rig.request("/observe/metrics").GET().build());
        assertThat(answer.statusCode()).isEqualTo(200);
        List<Series> series = new ArrayList<>();
        answer.body().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            assertThat(matcher.matches()).describedAs(line).isTrue();
            Map<String, String> labels = new TreeMap<>();
            Matcher label = LABEL.matcher(matcher.group(2) == null ? "" : matcher.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
            series.add(new Series(matcher.group(1), labels, Double.parseDouble(matcher.group(3))));
        });
        return new Scrape(series);
    }

    List<Series> named(String name) {
        return series.stream().filter(one -> one.name().equals(name)).toList();
    }

    Set<String> names() {
        return series.stream().map(Series::name).collect(Collectors.toSet());
    }

    /** The one series of that name with these labels, given as key and value in turn. */
    double value(String name, String... labels) {
        List<Series> found = named(name).stream()
                .filter(one -> {
                    for (int i = 0; i < labels.length; i += 2) {
                        if (!labels[i + 1].equals(one.labels().get(labels[i]))) {
                            return false;
                        }
                    }
                    return true;
                })
                .toList();
        assertThat(found).describedAs("%s%s", name, List.of(labels)).hasSize(1);
        return found.get(0).value();
    }
}
