package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.wire.Answer;

/** I10: after which answers a write is over, and after which it may still be going on. */
class WriteIsOverTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "200 | {\"Id\":7}                             | true",
                "200 | null                                   | true",
                "200 | ``                                     | true",
                "200 | <html>maintenance</html>               | false",
                "400 | {\"Message\":\"Brak towaru\"}          | true",
                "400 | <html>Bad Request</html>               | false",
                "401 | <html>Unauthorized</html>              | true",
                "403 | {\"Message\":\"Nieprawidłowy klucz lub sesja wygasła.\"} | true",
                "404 | <html>Not Found</html>                 | false",
                "408 | {\"Message\":\"Request timeout\"}      | false",
                "429 | ``                                     | true",
                "500 | {\"Message\":\"Wystąpił błąd.\"}       | true",
                "500 | <html>Server Error</html>              | true",
                "502 | <html>Bad Gateway</html>               | false",
                "500 | {\"Message\":\"Nieprawidłowy klucz lub sesja wygasła.\"} | true",
                "503 | {\"Message\":\"unavailable\"}          | false",
                "504 | ``                                     | false"
            })
    void byTheAnswer(int status, String body, boolean over) {
        assertThat(ErpAnswers.isOfTheErpItself(new Answer(status, Map.of(), body)))
                .isEqualTo(over);
    }
}
