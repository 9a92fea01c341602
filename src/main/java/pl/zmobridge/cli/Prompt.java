package pl.zmobridge.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks the person who types, or the file that is given in his place. */
final class Prompt {
    private final PrintWriter out;
    private final Lines lines;
    private boolean over;

    /** What is typed; null when nobody types any more. */
    private interface Lines {
        String next(boolean secret) throws IOException;
    }

    private Prompt(PrintWriter out, Lines lines) {
        this.out = out;
        this.lines = lines;
    }

    /** The process's console, on which secrets are not shown, or else its input. */
    static Prompt system(PrintWriter out) {
        Console console = System.console();
        if (console == null) {
            return of(out, new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        }
        return new Prompt(out, secret -> {
            if (!secret) {
                return console.readLine();
            }
            char[] typed = console.readPassword();
            return typed == null ? null : new String(typed);
        });
    }

    /** Answers that stand in a file, one a line. */
    static Prompt of(PrintWriter out, BufferedReader answers) {
        return new Prompt(out, secret -> answers.readLine());
    }

    /** Nobody is asked. */
    static Prompt nobody(PrintWriter out) {
        Prompt nobody = new Prompt(out, secret -> null);
        nobody.over = true;
        return nobody;
    }

    /** Whether nobody answers any more. */
    boolean isOver() {
        return over;
    }

    /**
     * Asks for a text.
     *
     * @param fallback what an empty answer means; shown unless it is empty
     * @return empty when nobody answers
     */
    Optional<String> ask(String question, String fallback) throws IOException {
        return answer(question + (fallback.isEmpty() ? "" : " [" + fallback + "]"), false)
                .map(typed -> typed.isEmpty() ? fallback : typed);
    }

    /** Asks for a text that is not shown; empty when nobody answers. */
    Optional<String> secret(String question) throws IOException {
        return answer(question, true);
    }

    private Optional<String> answer(String question, boolean secret) throws IOException {
        if (over) {
            return Optional.empty();
        }
        out.print(question + ": ");
        out.flush();
        Optional<String> typed = Optional.ofNullable(lines.next(secret)).map(String::strip);
        if (typed.isEmpty()) {
            over = true;
            out.println();
        }
        return typed;
    }
}
