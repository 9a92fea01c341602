package pl.zmobridge.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Lines that should be level: each cost as a multiple of what it is at the smallest size. */
record GrowthChart(List<Cost> byOrders, List<Cost> byShops) {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 300;
    private static final int PANEL = 310;
    private static final int TOP = 50;
    private static final int BOTTOM = 230;
    private static final double LEAST_TOP = 2;

    /** One line of both panels. */
    private record Line(String name, String colour, ToDoubleFunction<Cost> of) {}

    private static final List<Line> LINES = List.of(
            new Line("CPU an order", "#3b6ea8", cost -> cost.order().cpuMillis()),
            new Line("rows an order", "#1a7f5a", cost -> cost.order().rows()),
            new Line("CPU a poll", "#b4632d", cost -> cost.poll().cpuMillis()),
            new Line("rows a poll", "#8250a0", cost -> cost.poll().rows()));

    String svg() {
        StringBuilder svg = new StringBuilder(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n"
                        + "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n",
                WIDTH, HEIGHT, WIDTH, HEIGHT));
        panel(svg, 50, "Orders in the register", byOrders);
        panel(svg, 50 + WIDTH / 2, "Shops", byShops);
        int x = 50;
        for (Line line : LINES) {
            svg.append(String.format(
                    "<rect x=\"%d\" y=\"277\" width=\"14\" height=\"4\" fill=\"%s\"/>%n", x, line.colour()));
            text(svg, x + 20, 284, "start", line.name());
            x += 160;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void panel(StringBuilder svg, int left, String title, List<Cost> costs) {
        double most = LEAST_TOP;
        for (Line line : LINES) {
            most = Math.max(
                    most,
                    costs.stream()
                            .mapToDouble(cost -> times(line, cost, costs))
                            .max()
                            .orElse(1));
        }
        text(svg, left, 26, "start", title + ": times the cost at the smallest");
        for (int level = 0; level <= most; level++) {
            double y = y(level, most);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" y1=\"%.0f\" x2=\"%d\" y2=\"%.0f\" stroke=\"#d0d7de\"/>%n",
                    left,
                    y,
                    left + PANEL,
                    y));
            text(svg, left - 8, (int) y + 4, "end", Integer.toString(level));
        }
        for (int i = 0; i < costs.size(); i++) {
            text(
                    svg,
                    x(left, i, costs),
                    BOTTOM + 22,
                    "middle",
                    String.format(Locale.ROOT, "%,d", costs.get(i).size()));
        }
        for (Line line : LINES) {
            StringBuilder points = new StringBuilder();
            for (int i = 0; i < costs.size(); i++) {
                points.append(String.format(
                        Locale.ROOT, "%d,%.1f ", x(left, i, costs), y(times(line, costs.get(i), costs), most)));
            }
            svg.append(String.format(
                    "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\"/>%n",
                    points.toString().strip(), line.colour()));
        }
    }

    private static double times(Line line, Cost cost, List<Cost> costs) {
        return line.of().applyAsDouble(cost) / line.of().applyAsDouble(costs.get(0));
    }

    private static int x(int left, int index, List<Cost> costs) {
        return left + 20 + index * (PANEL - 40) / Math.max(1, costs.size() - 1);
    }

    private static double y(double value, double most) {
        return BOTTOM - value / most * (BOTTOM - TOP);
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
        svg.append(String.format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"#24292f\">%s</text>%n", x, y, anchor, text));
    }
}
