package pl.zmobridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The tables, as Markdown that can be read in a terminal too. They replace what stands between the markers of
 * {@code docs/performance.md}; the chart goes beside it.
 */
record Report(List<Result> far, List<Result> near, StartUps starts, List<Limit> limits) {
    private static final String BEGIN = "<!-- measured: written by mvn -Pbench -->";
    private static final String END = "<!-- end of what was measured -->";

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("Shop 80 ms, ERP 60 ms a request:");
        table(lines, far);
        lines.add("No latency, so that nothing but work is left:");
        table(lines, near);
        lines.add("Start, as a process (medians):");
        lines.add("");
        lines.add("| | ms | CPU ms |");
        lines.add("|---|---:|---:|");
        lines.add(row("the bridge, to its first poll", starts.bridge()));
        lines.add(row("the same with a class archive", starts.archived()));
        lines.add(row("an empty camel-main with its components", starts.empty()));
        lines.add("");
        lines.add("| limit | | measured | |");
        lines.add("|---|---:|---:|---|");
        limits.forEach(limit -> lines.add(limit.row()));
        lines.add("");
        lines.add("Measured on " + LocalDate.now() + ": " + Machine.describe() + ".");
        return String.join("\n", lines);
    }

    private static void table(List<String> lines, List<Result> results) {
        lines.add("");
        lines.add(
                "| | orders | orders/s | shop requests/order | ERP calls/order | SQL/order | CPU ms/order | peak heap MB | RSS MB |");
        lines.add("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (Result one : results) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.2f | %.2f | %.2f | %s | %.1f | %d | %d |",
                    one.name(),
                    one.orders(),
                    one.ordersPerSecond(),
                    one.perOrder(one.shopRequests()),
                    one.perOrder(one.erpCalls()),
                    one.statements() == 0 ? "–" : String.format(Locale.ROOT, "%.1f", one.perOrder(one.statements())),
                    one.cpuPerOrder(),
                    one.peakHeapMb(),
                    one.residentMb()));
        }
        lines.add("");
    }

    private static String row(String what, StartUps.Start start) {
        return "| " + what + " | " + start.millis() + " | " + start.cpuMillis() + " |";
    }

    /** @throws IllegalStateException when the page has lost its markers */
    void writeTo(Path docs) throws IOException {
        Path page = docs.resolve("performance.md");
        String old = Files.readString(page);
        int begin = old.indexOf(BEGIN);
        int end = old.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(page + " has no place for what was measured");
        }
        Files.writeString(page, old.substring(0, begin) + BEGIN + "\n\n" + text() + "\n\n" + old.substring(end));
        Files.writeString(docs.resolve("performance.svg"), new Chart(far, near).svg());
    }
}
