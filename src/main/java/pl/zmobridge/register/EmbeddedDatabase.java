package pl.zmobridge.register;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** A MariaDB that the bridge brings along, for whoever has no database server; only zmo-bridge-embedded.jar carries one. */
public interface EmbeddedDatabase {
    /** What {@code db.url} says when this database is meant. */
    String URL = "embedded";

    /** The one of this jar, if it carries one. */
    static Optional<EmbeddedDatabase> find() {
        return ServiceLoader.load(EmbeddedDatabase.class).findFirst();
    }

    /**
     * Starts it on the data of a home directory, which is made when there is none yet; an earlier server that has lost its bridge is
     * stopped first.
     *
     * @throws IOException that says what to do, for instance when another process works with that data
     */
    Running start(Path home, Options options) throws IOException;

    /** How to reach the one that another process has started on that home directory; empty when none answers. */
    Optional<Login> login(Path home);

    /**
     * Writes a backup of the running database, or of the one that stands still.
     *
     * @return the file
     * @throws IOException that says why there is none
     */
    Path backup(Path home, Options options) throws IOException;

    /**
     * Puts the state of a backup in place of the present one, of which a backup is written first. The database must not be in use.
     * When this fails, the present state is kept.
     *
     * @return the backup of the state before
     * @throws IOException that says why nothing was restored
     */
    Path restore(Path home, Options options, Path backup) throws IOException;

    /**
     * Copies everything into an empty database of a server and compares all rows afterwards. The embedded database must not be in use;
     * it is not changed. When this fails, the other one is empty as before.
     *
     * @param progress what is done next, in a few words
     * @return the tables, which are the same on both sides
     * @throws IOException that says why nothing was moved
     */
    List<Copied> move(Path home, Options options, Login target, Consumer<String> progress) throws IOException;

    /** A table whose rows are in both databases, the same in both. */
    record Copied(String table, long rows) {}

    /**
     * @param port of 127.0.0.1 to listen on; 0 takes a free one
     * @param backups how many backups are kept; 0 makes none
     */
    record Options(int port, int backups) {
        public Options {
            if (port < 0 || backups < 0) {
                throw new IllegalArgumentException("port " + port + ", backups " + backups);
            }
        }
    }

    record Login(String url, String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]"; // I6
        }
    }

    /**
     * How the daily backup is doing.
     *
     * @param lastAt when the newest one was written
     * @param failure why the latest attempt has failed; empty when it has not
     */
    record BackupState(Optional<Instant> lastAt, Optional<String> failure) {}

    /** The running database; closing it returns when everything is on disk and the process has ended. */
    interface Running extends AutoCloseable {
        Login login();

        BackupState backups();

        @Override
        void close();
    }
}
