package pl.zmobridge.monitoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The statements of {@link RegisterFigures}, from their files. */
record RegisterSql(String states, String due, String letters) {
    RegisterSql() {
        this(read("metrics-states"), read("metrics-due"), read("metrics-letters"));
    }

    static String read(String name) {
        try (InputStream file = RegisterSql.class.getResourceAsStream("/sql/" + name + ".sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
