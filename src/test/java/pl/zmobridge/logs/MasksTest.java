package pl.zmobridge.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A text of the log")
class MasksTest {
    private final Masks masks = new Masks(List.of("Zażółć-9#x", "Zażółć-9#x-longer", "abc", ""));

    @ParameterizedTest(name = "{0}")
    @DisplayName("holds nothing where a secret stands")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            http-outgoing-0 >> Authorization: Bearer s3cret-t0ken                  | http-outgoing-0 >> Authorization: …
            >> "Authorization: Bearer s3cret-t0ken[\\r][\\n]"                      | >> "Authorization: …[\\r][\\n]"
            >> "authorization: Application {S3CRET}[\\r][\\n]"                     | >> "authorization: …[\\r][\\n]"
            Headers: {Authorization=Session s3cret, CamelHttpMethod=GET}           | Headers: {Authorization=…, CamelHttpMethod=GET}
            {Authorization=[Basic c2VjcmV0OnNlY3JldA==]}                           | {Authorization=[…]}
            {"Authorization":"Basic c2VjcmV0","x":1}                               | {"Authorization":"…","x":1}
            Proxy-Authorization: Basic c2VjcmV0                                    | Proxy-Authorization: …
            using Bearer s3cretT0ken now                                           | using Bearer … now
            << "{"access_token":"s3cret","expires_in":7776000}"                    | << "{"access_token":"…","expires_in":7776000}"
            {\\"access_token\\":\\"s3cret\\"}                                      | {\\"access_token\\":\\"…\\"}
            grant?login=jan&password=s3cret&x=1                                    | grant?login=jan&password=…&x=1
            jdbc:mariadb://db:3306/zmo?user=zmo&password=s3cret                    | jdbc:mariadb://db:3306/zmo?user=zmo&password=…
            jdbc:mariadb://zmo:s3cret@db:3306/zmo                                  | jdbc:mariadb://zmo:…@db:3306/zmo
            -Ddb.password=s3cret run                                               | -Ddb.password=… run
            SHOPER_TOKEN=s3cret                                                    | SHOPER_TOKEN=…
            symfonia.application-guid = s3cret                                     | symfonia.application-guid = …
            Set-Cookie: session=s3cret; HttpOnly[\\r][\\n]                         | Set-Cookie: …[\\r][\\n]
            << ""2ab29954-ca2d-4c6b-873b-9b136e892d7d""                            | << ""…""
            """)
    void withoutSecrets(String text, String masked) {
        assertThat(masks.masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @DisplayName("stays as it is without one")
    @ValueSource(
            strings = {
                "poll: 2 new orders",
                "main SH/1201: ZMO SH/1201 issued",
                "The shop says 401. Check shoper.token, or shoper.login and shoper.password.",
                "Sklep odpowiedział na logowanie, ale nie podał tokenu (access_token).",
                "HTTP Basic authentication is required",
                "GET https://sklep.example.pl/webapi/rest/orders?limit=50&page=1",
                "at 12:30:05 abc"
            })
    void asItIs(String text) {
        assertThat(masks.masked(text)).isSameAs(text);
    }

    @Test
    @DisplayName("holds no secret of the configuration, wherever it stands")
    void known() {
        assertThat(masks.masked("x=Zażółć-9#x-longer/Zażółć-9#x.")).isEqualTo("x=…/….");
        assertThat(masks.and(List.of("another")).masked("Zażółć-9#x another")).isEqualTo("… …");
    }
}
