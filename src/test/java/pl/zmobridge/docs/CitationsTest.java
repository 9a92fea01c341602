package pl.zmobridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An id of a rule")
class CitationsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("is a citation where people are spoken to")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "A.java | int x = 1; // N1: the number | N1",
                "A.java | /** Sells once (Z9, I2). */ | I2 Z9",
                "A.java | @DisplayName(\"M3 the oldest form\") | M3",
                "A.java | .describedAs(\"L5: to the grosz\") | L5",
                "A.java | fail(\"no second document (rule Z12)\") | Z12",
                "a.js | const a = 1; // H4 | H4",
                "a.js | say('opisuje to reguła M4') | M4",
                "a.sql | SELECT 1 -- I8: the lease | I8",
                "a.yaml | # Keep: intent, write, outcome (I2). | I2",
                "a.yaml | description: Realises at once, Z3 | Z3",
                "a.properties | # rules H4, Z5 | H4 Z5",
                "a.md | as P1–P3 say | P1 P3",
                "a.md | ([L5](rules.md)) | L5"
            })
    void isFound(String file, String text, String expected) {
        assertThat(Citations.of(Path.of(file), text)).containsExactly(expected.split(" "));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("is none in code, data and addresses")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "A.java | Map<K1, V1> byKey;",
                "A.java | client.put(\"{'Code':'N9'}\")",
                "A.java | // see db/migration/V1__register.sql",
                "A.java | /* colour #E60, SHA1, JPK_V7, UTF-8, BUT-D4 */",
                "A.java | // https://example.com/S3/E2.html?P7=1",
                "a.js | path('M5 22c3-9 19-9 22 0')",
                "a.sql | SELECT 'S3' AS code",
                "a.yaml | uri: \"direct:E2\"",
                "a.md | `V1` is a file name, as is V1__register.sql"
            })
    void isNotFound(String file, String text) {
        assertThat(Citations.of(Path.of(file), text)).isEmpty();
    }
}
