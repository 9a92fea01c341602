package pl.zmobridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the documentation with a place for what was measured. */
record Page(Path file, String begin, String end) {
    /** @param command what writes it */
    static Page of(Path file, String command) {
        return new Page(
                file,
                "<!-- measured: written by " + command + " -->",
                "<!-- end of what was measured by " + command + " -->");
    }

    /** @throws IllegalStateException when the page has lost its markers */
    void write(String text) throws IOException {
        String old = Files.readString(file);
        int from = old.indexOf(begin);
        int to = old.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException(file + " has no place for what was measured");
        }
        Files.writeString(file, old.substring(0, from) + begin + "\n\n" + text + "\n\n" + old.substring(to));
    }
}
