package pl.zmobridge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.register.EmbeddedDatabase;

/** Which database the bridge works with, in a jar that carries one and in one that does not. */
class DatabaseValidatorTest {
    private SettingsValues values;

    @Test
    void theJarsOwnDatabaseIsTheDefaultWhereThereIsOne() {
        Settings.Database database = read(true, Map.of());

        assertThat(database.url()).isEqualTo("embedded");
        assertThat(database.embedded()).contains(new EmbeddedDatabase.Options(0, 7));
        assertThat(values.problems()).isEmpty();
    }

    @Test
    void aServerOfOnesOwnCanBeUsedWithEitherJar() {
        Map<String, String> own = Map.of("db.url", "jdbc:mariadb://db/zmobridge", "db.user", "zmo");

        assertThat(read(true, own)).isEqualTo(read(false, own));
        assertThat(read(true, own).embedded()).isEmpty();
        assertThat(values.problems()).isEmpty();
    }

    @Test
    void theOrdinaryJarSaysWhichOneCarriesADatabase() {
        read(false, Map.of("db.url", "embedded"));

        assertThat(values.problems())
                .singleElement()
                .asString()
                .startsWith("db.url is embedded, but this jar carries no database: run zmo-bridge-embedded.jar")
                .contains("for example: db.url=jdbc:mariadb://");
    }

    @Test
    void aUserWithoutAnAddressIsNotPassedOverInSilence() {
        read(true, Map.of("db.user", "zmo", "db.password", "x"));

        assertThat(values.problems())
                .hasSize(2)
                .allMatch(line -> line.contains("the embedded database has a user of its own"));
    }

    @ParameterizedTest
    @CsvSource({
        "db.embedded.port, 70000",
        "db.embedded.port, x",
        "db.embedded.backups, -1",
        "db.embedded.backups, many",
        "db.url, jdbc:mysql://db/zmo"
    })
    void aBadValueIsOneLineWithTheKeyAndAnExample(String key, String value) {
        Map<String, String> keys = new java.util.HashMap<>(Map.of("db.url", "embedded"));
        keys.put(key, value);
        read(true, keys);

        assertThat(values.problems())
                .first()
                .asString()
                .startsWith(key + " must ")
                .contains("; for example: " + key);
    }

    private Settings.Database read(boolean carried, Map<String, String> keys) {
        Properties properties = new Properties();
        properties.putAll(keys);
        values = new SettingsValues(properties, carried);
        return DatabaseValidator.database(values);
    }
}
