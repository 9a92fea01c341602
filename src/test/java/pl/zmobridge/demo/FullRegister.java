package pl.zmobridge.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A register as it is after 100,000 orders: the orders that are in it multiplied, each with a buyer, numbers and times of its own. */
final class FullRegister {
    /** The oldest and the newest of the added orders. */
    static final long FIRST = 2_001;

    static final long LAST = 102_000;

    private FullRegister() {}

    /** @param connection to a register that holds realised orders, with no bridge at work on it */
    static void fill(Connection connection) throws IOException, SQLException {
        try (InputStream in = FullRegister.class.getResourceAsStream("/demo/full-register.sql");
                Statement statement = connection.createStatement()) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String each : script.split(";\\s*\\n")) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        }
    }
}
