package pl.zmobridge.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The lines of a bridge's log from some moment on, in which it says something. */
record LogLines(Path log, int before) {

    static LogLines from(BridgeHome home) throws IOException {
        Path log = home.path().resolve("bridge.log");
        return new LogLines(log, Files.readAllLines(log).size());
    }

    /** Those since then. */
    List<String> since() throws IOException {
        List<String> all = Files.readAllLines(log);
        return List.copyOf(all.subList(before, all.size()));
    }
}
