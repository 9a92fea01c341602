package pl.zmobridge.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.support.RawHttp;

@DisplayName("What a browser asks through the examples of proxies arrives as the bridge needs it")
class ProxyExamplesTest {
    private static final Path NGINX = Path.of("docker/nginx.conf");
    private static final String CADDY_ADDS = "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Host: zmo.example.com\r\n"
            + "X-Forwarded-Proto: https\r\n"; // what its reverse_proxy does unasked
    private static final String BROWSER =
            "Origin: https://zmo.example.com\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 0\r\n";

    @Test
    @DisplayName("With the password the console works, and another site changes nothing")
    void withPassword() throws Exception {
        try (DoorRig door = new DoorRig(Optional.of("hasło"), DoorRig.USUAL, 20)) {
            for (String added : List.of(nginxAdds(), "Host: zmo.example.com\r\n" + CADDY_ADDS)) {
                assertThat(status(door, added + DoorRig.AUTHORIZATION + BROWSER))
                        .isEqualTo(200);
                assertThat(status(door, added + BROWSER)).isEqualTo(401);
                assertThat(status(
                                door,
                                added + DoorRig.AUTHORIZATION + BROWSER.replace("zmo.example.com", "evil.example")))
                        .isEqualTo(403);
            }
        }
    }

    @Test
    @DisplayName(
            "Without a password nothing that they pass on is answered, not even when it calls the bridge localhost")
    void withoutPassword() throws Exception {
        try (DoorRig door = new DoorRig(Optional.empty(), DoorRig.USUAL, 20)) {
            for (String added : List.of(nginxAdds(), "Host: zmo.example.com\r\n" + CADDY_ADDS)) {
                assertThat(status(door, added)).isEqualTo(403);
                assertThat(status(door, added.replace("zmo.example.com", "localhost")))
                        .isEqualTo(403);
            }
            assertThat(status(door, "Host: localhost\r\n"))
                    .describedAs("but this machine is")
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker/nginx.conf", "docker/Caddyfile"})
    @DisplayName("They speak https, keep health and metrics to themselves and say what must be set first")
    void contents(String file) throws IOException {
        assertThat(Files.readString(Path.of(file)))
                .contains(
                        "ops.password",
                        "http.connections-per-address=100",
                        "/observe",
                        "404",
                        "Strict-Transport-Security");
        assertThat(Files.readString(NGINX)).contains("listen 443 ssl;", "return 301 https://");
    }

    /** The headers that the example tells nginx to send, for a browser that asks for zmo.example.com. */
    private static String nginxAdds() throws IOException {
        StringBuilder headers = new StringBuilder();
        Pattern.compile("(?m)^ *proxy_set_header (\\S+) ([^;]+);")
                .matcher(Files.readString(NGINX))
                .results()
                .forEach(each -> headers.append(each.group(1))
                        .append(": ")
                        .append(each.group(2)
                                .replace("$http_host", "zmo.example.com")
                                .replace("$remote_addr", "203.0.113.9")
                                .replace("$scheme", "https")
                                .replace("\"", ""))
                        .append("\r\n"));
        assertThat(headers.toString())
                .contains("Host: zmo.example.com", "X-Forwarded-For: 203.0.113.9")
                .doesNotContain("$");
        return headers.toString();
    }

    private static int status(DoorRig door, String headers) throws IOException {
        try (RawHttp http = door.connect()) {
            return RawHttp.status(http.send("POST /api/secret HTTP/1.1\r\n" + headers + "\r\n")
                    .answer());
        }
    }
}
