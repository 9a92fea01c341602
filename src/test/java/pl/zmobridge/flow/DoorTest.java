package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.support.RawHttp;
import pl.zmobridge.support.Rig;

@DisplayName("The running bridge lets nobody past its door, whatever the address")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorTest {
    @TempDir
    private static Path directory;

    private Rig rig;

    @BeforeAll
    void start() throws Exception {
        rig = new Rig();
        Path home = rig.home(directory);
        Files.writeString(
                home.resolve("routes/hello.camel.yaml"),
                """
                - route:
                    id: hello
                    from:
                      uri: platform-http:/hello
                      steps:
                        - setBody:
                            constant: good morning
                """);
        rig.startIn(home);
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/summary, 403",
        "/api/orders.csv, 403",
        "/, 403",
        "/console/app.js, 403",
        "/hello, 403",
        "/nowhere, 403",
        "/observe/metrics, 403",
        "/observe/health, 403",
        "/observe/health/ready, 403",
        "/observe/health/live, 200",
        "//api/summary, 404",
        "/observe/health/live/../../../api/summary, 404",
        "/observe/health/live;/api/summary, 404"
    })
    @DisplayName("Without a password a proxy on the same machine gets nothing but that the process lives")
    void throughProxy(String path, int status) throws Exception {
        assertThat(status("GET " + path, "Host: localhost\r\nX-Forwarded-For: 203.0.113.9\r\n"))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"/api/summary", "/", "/hello", "/observe/metrics", "/observe/health", "/observe/health/live"})
    @DisplayName("This machine gets all of it")
    void fromHere(String path) throws Exception {
        assertThat(status("GET " + path, "Host: localhost:" + rig.port() + "\r\n"))
                .isEqualTo(200);
    }

    @Test
    @DisplayName(
            "A body of more than 64 KB is refused before it is read, and nobody gets the words of an unknown address")
    void problems() throws Exception {
        try (RawHttp http = new RawHttp(rig.port())) {
            assertThat(http.send("POST /api/poll HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000\r\n\r\n")
                            .untilClosed())
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json");
        }
        try (RawHttp http = new RawHttp(rig.port())) {
            assertThat(http.send("GET /nowhere HTTP/1.1\r\nHost: localhost\r\nAccept-Language: pl\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 404")
                    .contains("NOTHING_HERE");
        }
        assertThat(status("DELETE /api/summary", "Host: localhost\r\n")).isEqualTo(405);
    }

    private int status(String request, String headers) throws Exception {
        try (RawHttp http = new RawHttp(rig.port())) {
            return RawHttp.status(http.send(request + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n")
                    .untilClosed());
        }
    }
}
