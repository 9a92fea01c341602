package pl.zmobridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The tables of {@link Growth}, as Markdown; they replace what stands between markers of {@code docs/performance.md}. */
record GrowthReport(List<Cost> byOrders, List<Cost> byShops, List<Limit> limits) {

    String text() {
        List<String> lines = new ArrayList<>();
        table(lines, "orders in the register", byOrders);
        table(lines, "shops", byShops);
        lines.add("| limit | | measured | |");
        lines.add("|---|---:|---:|---|");
        limits.forEach(limit -> lines.add(limit.row()));
        lines.add("");
        lines.add("Measured on " + LocalDate.now() + ": " + Machine.describe() + ".");
        return String.join("\n", lines);
    }

    private static void table(List<String> lines, String what, List<Cost> costs) {
        lines.add("| " + what
                + " | CPU ms/order | SQL/order | rows read/order | CPU ms/poll | SQL/poll | rows read/poll |");
        lines.add("|---:|---:|---:|---:|---:|---:|---:|");
        costs.forEach(cost -> lines.add(cost.row()));
        lines.add("");
    }

    void writeTo(Path docs) throws IOException {
        Page.of(docs.resolve("performance.md"), "mvn -Pbench -Dbench=growth")
                .write(text() + "\n\n![Costs as a multiple of what they are at the smallest size](growth.svg)");
        Files.writeString(docs.resolve("growth.svg"), new GrowthChart(byOrders, byShops).svg());
    }
}
