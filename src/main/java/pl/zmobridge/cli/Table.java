package pl.zmobridge.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows under headers, aligned; the widest columns give way when the terminal is too narrow. */
final class Table {
    private static final String GAP = "  ";
    private static final int NARROWEST = 8;

    private final List<String> headers;
    private final List<List<String>> rows = new ArrayList<>();

    /** A header that starts with {@code #} stands over figures, which are aligned right. */
    Table(String... headers) {
        this.headers = List.of(headers);
    }

    Table row(String... cells) {
        rows.add(Arrays.stream(cells).map(Terminal::plain).toList());
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** @param width characters that a line may have */
    String text(int width) {
        int[] widths = widths(width);
        List<String> lines = new ArrayList<>();
        lines.add(line(headers.stream().map(Table::title).toList(), widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return String.join(System.lineSeparator(), lines);
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cut(cells.get(i), widths[i]);
            String pad = " ".repeat(widths[i] - length(cell));
            boolean figures = headers.get(i).startsWith("#");
            line.append(i == 0 ? "" : GAP).append(figures ? pad + cell : cell + pad);
        }
        return line.toString().stripTrailing();
    }

    private int[] widths(int width) {
        int[] widths = new int[headers.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = rows.stream()
                    .mapToInt(row -> length(row.get(column)))
                    .reduce(length(title(headers.get(i))), Math::max);
        }
        int excess = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - width;
        for (int widest = widest(widths); excess > 0 && widths[widest] > NARROWEST; widest = widest(widths)) {
            widths[widest]--;
            excess--;
        }
        return widths;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
        }
        return widest;
    }

    private static String title(String header) {
        return header.startsWith("#") ? header.substring(1) : header;
    }

    private static String cut(String text, int width) {
        return length(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
