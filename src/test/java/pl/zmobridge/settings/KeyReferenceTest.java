package pl.zmobridge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.zmobridge.words.Language;

/**
 * What people read about the keys is what the code says. After a change of the keys,
 * {@code mvn test -Dtest=KeyReferenceTest -Dkeys.write=true} writes it.
 */
class KeyReferenceTest {
    private static final String BEGIN = "<!-- keys -->\n";
    private static final String END = "<!-- /keys -->";
    private static final Path CONFIGURATION = Path.of("config/application.properties");

    @Test
    void theConfigurationFileNamesEveryKeyItsDefaultAndWhatItDoes() throws IOException {
        assertWritten(CONFIGURATION, SettingsFile.text(Language.EN, Map.of()));
    }

    @ParameterizedTest
    @MethodSource
    void theDocumentationNamesEveryKeyItsDefaultAndWhatItDoes(Path page, String tables) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        assertThat(begin)
                .describedAs("%s marks where the tables begin: %s", page, BEGIN)
                .isNotNegative();
        assertThat(end).describedAs("%s marks where they end: %s", page, END).isGreaterThan(begin);

        assertWritten(page, text.substring(0, begin + BEGIN.length()) + tables + text.substring(end));
    }

    static Stream<Arguments> theDocumentationNamesEveryKeyItsDefaultAndWhatItDoes() {
        return Stream.of(
                Arguments.of(Path.of("docs/configuration.md"), KeyReference.english()),
                Arguments.of(Path.of("docs/configuration.pl.md"), KeyReference.polish()));
    }

    @Test
    void theConfigurationFileAsItIsShippedLacksOnlyWhatIsRequired() throws IOException {
        Properties shipped = new Properties();
        try (Reader reader = Files.newBufferedReader(CONFIGURATION)) {
            shipped.load(reader);
        }
        Map<Object, Object> filledIn = new HashMap<>(shipped);
        Keys.all()
                .filter(key -> key.need().filter(need -> need.en().isEmpty()).isPresent())
                .forEach(key -> filledIn.put(key.name(), key.example()));
        filledIn.putAll(Map.of(
                "shoper.token", "t",
                "symfonia.delivery.code", "DOSTAWA",
                "db.url", "jdbc:mariadb://127.0.0.1:3306/zmobridge",
                "db.user", "zmobridge"));

        assertThat(SettingsReader.of(Path.of(""), filledIn).shops())
                .extracting(ShopSettings::id)
                .containsExactly("main");
    }

    @ParameterizedTest
    @MethodSource
    void everyKeyHasADefaultOrAnExampleThatCanBeUsedAndSaysWhatItDoesInBothLanguages(Key<?> key) {
        assertThat(key.en()).endsWith(".").isNotEqualTo(key.pl());
        assertThat(key.pl()).endsWith(".");
        assertThat(key.example() + key.fallback().orElse("") + (key.secret() ? "secret" : ""))
                .isNotEmpty();
        Stream.concat(key.fallback().stream(), Stream.of(key.example()).filter(text -> !text.isEmpty()))
                .forEach(text -> assertThat(key.kind().parser().parse(text)).isNotNull());
    }

    static Stream<Key<?>> everyKeyHasADefaultOrAnExampleThatCanBeUsedAndSaysWhatItDoesInBothLanguages() {
        return Keys.all();
    }

    @Test
    void noTwoKeysHaveTheSameNameOrTheSameEnvironmentVariable() {
        assertThat(Keys.names()).doesNotHaveDuplicates();
        assertThat(Keys.names().map(Key::environmentName)).doesNotHaveDuplicates();
    }

    private static void assertWritten(Path file, String wanted) throws IOException {
        if (Boolean.getBoolean("keys.write")) {
            Files.writeString(file, wanted);
        }
        assertThat(Files.readString(file))
                .describedAs("%s; write it with: mvn test -Dtest=KeyReferenceTest -Dkeys.write=true", file)
                .isEqualTo(wanted);
    }
}
