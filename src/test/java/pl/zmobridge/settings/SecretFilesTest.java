package pl.zmobridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret may stand in a file of its own; whatever is wrong with that file is one line. */
class SecretFilesTest {
    @TempDir
    private Path home;

    private final Map<Object, Object> values = new HashMap<>();

    @BeforeEach
    void complete() {
        values.putAll(Map.of(
                "shoper.url", "https://sklep.example.pl",
                "shoper.token", "token",
                "symfonia.url", "http://192.168.1.10:9000",
                "symfonia.application-guid", "guid",
                "symfonia.department", "SKLEP",
                "symfonia.payment-registry", "BANK",
                "symfonia.payment-form.default", "Gotówka",
                "symfonia.delivery.code", "DOSTAWA",
                "db.url", "jdbc:mariadb://127.0.0.1:3306/zmobridge",
                "db.user", "zmobridge"));
        values.putAll(Map.of(
                "symfonia.invoice.type", "ZMO",
                "symfonia.invoice.series", "sZMO",
                "symfonia.receipt.type", "ZMP",
                "symfonia.receipt.series", "sZMP"));
    }

    @Test
    void theEnvironmentWinsOverTheFileOfAConfigurationAndTheOtherWayRound() throws IOException {
        values.remove("shoper.token");
        file("shoper.token", "of the configuration");

        assertThat(shop(SettingsReader.of(home, values, Map.of(), Map.of("SHOPER_TOKEN", "of the environment")))
                        .shoper()
                        .token())
                .contains("of the environment");

        values.remove("shoper.token-file");
        values.put("shoper.token", "of the configuration");
        Path credential = Files.writeString(home.resolve("credential"), "of the service");
        assertThat(shop(SettingsReader.of(home, values, Map.of(), Map.of("SHOPER_TOKEN_FILE", credential.toString())))
                        .shoper()
                        .token())
                .contains("of the service");
    }

    @Test
    void everySecretCanComeFromAFileAndALineEndBehindItIsNotPartOfIt() throws IOException {
        values.remove("shoper.token");
        values.put("shoper.login", "api");
        for (String key : List.of("shoper.password", "symfonia.application-guid", "db.password", "ops.password")) {
            values.remove(key);
            file(key, "zażółć " + key + "\r\n");
        }

        Settings settings = SettingsReader.of(home, values);

        assertThat(shop(settings).shoper().password()).contains("zażółć shoper.password");
        assertThat(shop(settings).symfonia().applicationGuid()).isEqualTo("zażółć symfonia.application-guid");
        assertThat(settings.database().password()).isEqualTo("zażółć db.password");
        assertThat(settings.http().password()).contains("zażółć ops.password");
    }

    @Test
    void aTokenFromAFileNamedInTheEnvironmentNeedsNoEntryInTheConfiguration() throws IOException {
        values.put("shoper.token", "");
        Path file = Files.writeString(home.resolve("token"), "abc\n");

        Settings settings = SettingsReader.of(home, values, Map.of(), Map.of("SHOPER_TOKEN_FILE", file.toString()));

        assertThat(shop(settings).shoper().token()).contains("abc");
    }

    @Test
    void aRelativeNameIsLookedUpInTheHomeDirectory() throws IOException {
        Files.writeString(Files.createDirectory(home.resolve("config")).resolve("db"), "abc");
        values.put("db.password-file", "config/db");

        assertThat(SettingsReader.of(home, values).database().password()).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shoper.token", "shoper.password", "symfonia.application-guid", "db.password", "ops.password"})
    void aFileThatIsNotThereIsOneLineWithTheKeyAndAnExample(String key) {
        if (key.equals("shoper.password")) {
            values.remove("shoper.token");
            values.put("shoper.login", "api");
        }
        values.remove(key);
        values.put(key + "-file", "/nowhere/secret");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(key + "-file names a file that does not exist: ")
                .contains("; for example: " + key + "-file=/run/secrets/" + key.replace('.', '-'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "  \r\n\r\n"})
    void anEmptyFileIsOneLine(String content) throws IOException {
        file("db.password", content);

        assertThat(problems()).singleElement().asString().startsWith("db.password-file names a file that is empty");
    }

    @Test
    void aFileThatCannotHoldASecretIsOneLine() throws IOException {
        values.put("db.password-file", home.toString());
        assertThat(problems()).singleElement().asString().startsWith("db.password-file names a directory");

        file("db.password", "x".repeat(100_000));
        assertThat(problems()).singleElement().asString().startsWith("db.password-file names a file that is too long");

        Files.write(home.resolve("db.password"), new byte[] {(byte) 0xb3, 'x'});
        assertThat(problems()).singleElement().asString().startsWith("db.password-file names a file that is no UTF-8");

        values.put("db.password-file", "a\0b");
        assertThat(problems()).singleElement().asString().startsWith("db.password-file is no name of a file");
    }

    @Test
    void aFileThatTheUserMayNotReadIsOneLine() throws IOException {
        Path file = file("db.password", "abc");
        assumeTrue(file.toFile().setReadable(false, false) && !Files.isReadable(file), "root may read everything");

        assertThat(problems()).singleElement().asString().contains("this user may not read");
    }

    @Test
    void aSecretThatIsSetTwiceIsOneLine() throws IOException {
        file("symfonia.application-guid", "other");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("symfonia.application-guid-file is set although symfonia.application-guid is;")
                .endsWith("for example: symfonia.application-guid-file=");
    }

    @Test
    void aCommandReadsOnlyTheSecretItNeeds() throws IOException {
        Path config = Files.createDirectory(home.resolve("config"));
        Files.writeString(home.resolve("ops"), "abc");
        Files.writeString(
                config.resolve("application.properties"),
                "ops.password-file=ops\ndb.password-file=/root-only/db\nhttp.port=8099\n");

        assertThat(SettingsReader.readHttp(home).password()).contains("abc");
    }

    @Test
    void aShopsOwnFileOrValueWinsOverTheCommonOne() throws IOException {
        values.remove("shoper.token");
        file("shoper.token", "common");
        Files.writeString(home.resolve("buty"), "of-buty\n");

        Settings settings = SettingsReader.of(
                home,
                values,
                Map.of(
                        "buty", Map.of("shoper.token-file", "buty", "order.number.prefix", "B/"),
                        "czapki", Map.of("shoper.token", "of-czapki", "order.number.prefix", "C/")));

        assertThat(settings.shops())
                .extracting(shop -> shop.shoper().token().orElse(""))
                .containsExactly("common", "of-buty", "of-czapki");
        assertThat(catchThrowableOfType(
                                BadSettings.class,
                                () -> SettingsReader.of(
                                        home, values, Map.of("buty", Map.of("shoper.token-file", "gone"))))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("config/shops/buty.properties: shoper.token-file names a file that does not exist");
    }

    private static ShopSettings shop(Settings settings) {
        return settings.shops().get(0);
    }

    private Path file(String key, String content) throws IOException {
        Path file = Files.writeString(home.resolve(key), content);
        values.put(key + "-file", file.toString());
        return file;
    }

    private List<String> problems() {
        return catchThrowableOfType(BadSettings.class, () -> SettingsReader.of(home, values))
                .problems();
    }
}
