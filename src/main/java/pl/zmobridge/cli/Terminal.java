package pl.zmobridge.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Where results (out) and problems (err) go. Polish letters are written as the console reads them, and as UTF-8 into files and
 * pipes.
 *
 * @param width in characters; {@link #UNLIMITED} when nobody looks at a screen
 */
public record Terminal(PrintWriter out, PrintWriter err, Charset charset, int width) {
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int USUAL_WIDTH = 120;
    private static final int NARROWEST = 40;

    /** The process's own. */
    static Terminal system() {
        Console console = System.console();
        Charset charset = charset(console);
        return new Terminal(
                writer(System.out, charset),
                writer(System.err, charset),
                charset,
                console == null ? UNLIMITED : columns());
    }

    /** Whether a person watches. */
    boolean isScreen() {
        return width != UNLIMITED;
    }

    /** The sign when the console has it, else something plain. */
    String sign(String sign, String plain) {
        return charset.newEncoder().canEncode(sign) ? sign : plain;
    }

    /** The text without anything that a terminal would obey: names come from whoever placed an order. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    }

    private static PrintWriter writer(PrintStream stream, Charset charset) {
        return new PrintWriter(stream, true, charset);
    }

    /** The C locale says ASCII although the terminal behind it reads UTF-8. */
    private static Charset charset(Console console) {
        return console == null || console.charset().equals(StandardCharsets.US_ASCII)
                ? StandardCharsets.UTF_8
                : console.charset();
    }

    private static int columns() {
        String told = System.getenv("COLUMNS");
        String text = told == null ? sttySize() : told;
        return text.matches("\\d{1,4}") ? Math.max(NARROWEST, Integer.parseInt(text)) : USUAL_WIDTH;
    }

    /** The second number of {@code stty size}; blank where there is no such program. */
    private static String sttySize() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(1, TimeUnit.SECONDS)) {
                stty.destroy();
                return "";
            }
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return size.strip().replaceFirst("^\\d+\\s+", "");
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
