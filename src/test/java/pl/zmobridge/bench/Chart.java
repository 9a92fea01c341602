package pl.zmobridge.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Two groups of bars: how fast with latencies, how much processor time without. */
record Chart(List<Result> far, List<Result> near) {
    private static final int WIDTH = 760;
    private static final int LEFT = 270;
    private static final int WIDEST = 400;
    private static final int BAR = 22;
    private static final int STEP = 32;
    private static final int HEAD = 40;

    String svg() {
        StringBuilder svg = new StringBuilder();
        int height = 2 * HEAD + STEP * (far.size() + near.size()) + 20;
        svg.append(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n",
                WIDTH, height));
        svg.append(String.format("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n", WIDTH, height));
        int y = group(
                svg, 0, "Orders a second: shop 80 ms, ERP 60 ms a request", far, Result::ordersPerSecond, "#1a7f5a");
        group(svg, y, "CPU ms an order: no latency", near, Result::cpuPerOrder, "#3b6ea8");
        return svg.append("</svg>\n").toString();
    }

    private static int group(
            StringBuilder svg, int top, String title, List<Result> results, ToDoubleFunction<Result> of, String fill) {
        double most = results.stream().mapToDouble(of).max().orElse(1);
        text(svg, 10, top + 26, "start", "font-weight=\"bold\"", title);
        int y = top + HEAD;
        for (Result one : results) {
            double value = of.applyAsDouble(one);
            int width = Math.max(2, (int) Math.round(value / most * WIDEST));
            text(svg, LEFT - 10, y + 16, "end", "", one.name());
            svg.append(String.format(
                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\" fill=\"%s\"/>%n",
                    LEFT, y, width, BAR, fill));
            text(svg, LEFT + width + 8, y + 16, "start", "", String.format(Locale.ROOT, "%.1f", value));
            y += STEP;
        }
        return y;
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String more, String text) {
        svg.append(String.format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"#24292f\" %s>%s</text>%n",
                x, y, anchor, more, text));
    }
}
