package pl.zmobridge.check;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import pl.zmobridge.mending.InForce;
import pl.zmobridge.register.EmbeddedDatabase;
import pl.zmobridge.register.SettingChange;
import pl.zmobridge.register.SettingChanges;
import pl.zmobridge.settings.Settings;

/** What operators have set over the files: a check judges the values in force. A database that does not tell is told of by its own check. */
final class ChangesCheck {
    private final Settings settings;
    private final Findings findings;

    ChangesCheck(Settings settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    InForce inForce() {
        Optional<List<SettingChange>> changes =
                DatabaseCheck.login(settings.home(), settings.database()).flatMap(ChangesCheck::read);
        if (changes.filter(all -> !all.isEmpty()).isEmpty()) {
            return new InForce(settings, Optional.empty(), List.of(), Map.of());
        }
        InForce inForce = InForce.of(settings, changes.get());
        for (SettingChange each : inForce.changes()) {
            String shop = settings.shops().size() == 1 || each.shop().isEmpty() ? "" : each.shop() + ": ";
            String fault = inForce.unusable().get(each.id());
            if (fault == null) {
                findings.good(shop + each.name(), "set on the page Settings, over the file's value");
            } else {
                findings.bad(shop + each.name(), "set on the page Settings, is left out: " + fault, "undo it there");
            }
        }
        return inForce;
    }

    private static Optional<List<SettingChange>> read(EmbeddedDatabase.Login database) {
        try (Connection connection = DriverManager.getConnection(database.url(), DatabaseCheck.properties(database))) {
            return Optional.of(new SettingChanges(new SingleConnectionDataSource(connection, true)).inForce());
        } catch (SQLException | DataAccessException e) {
            return Optional.empty(); // no database, or not yet the table
        }
    }
}
