package pl.zmobridge.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.support.RawHttp;

@DisplayName("Requests that no browser sends, byte by byte: none leaks data, stops the server or keeps its connection")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {
    private static final String HOST = "Host: localhost\r\n";
    private static final String KNOWN = HOST + DoorRig.AUTHORIZATION;
    private static final String SMUGGLED = "GET /api/secret HTTP/1.1\r\n" + KNOWN + "\r\n";
    private static final int NINE_MB = 9 * 1024 * 1024;

    private DoorRig door;

    @BeforeAll
    void open() throws Exception {
        door = new DoorRig(Optional.of("hasło"), DoorRig.USUAL, 20);
    }

    @AfterAll
    void close() {
        door.close();
    }

    @AfterEach
    void stillServing() throws IOException {
        assertThat(door.isAlive()).isTrue();
    }

    static Stream<Arguments> readInTwoWays() {
        return Stream.of(
                Arguments.of(
                        "Content-Length with Transfer-Encoding",
                        post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n" + SMUGGLED),
                Arguments.of(
                        "Transfer-Encoding with Content-Length",
                        post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n") + "0\r\n\r\n" + SMUGGLED),
                Arguments.of("an unknown coding", post("Transfer-Encoding: xchunked\r\n") + SMUGGLED),
                Arguments.of("identity", post("Transfer-Encoding: identity\r\n") + SMUGGLED),
                Arguments.of(
                        "a coding before chunked",
                        post("Transfer-Encoding: gzip, chunked\r\n") + "0\r\n\r\n" + SMUGGLED),
                Arguments.of(
                        "chunked twice",
                        post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n" + SMUGGLED),
                Arguments.of(
                        "a coding with a vertical tab",
                        post("Transfer-Encoding: \u000bchunked\r\n") + "0\r\n\r\n" + SMUGGLED),
                Arguments.of(
                        "a space before the colon", post("Transfer-Encoding : chunked\r\n") + "0\r\n\r\n" + SMUGGLED),
                Arguments.of("two lengths", post("Content-Length: 0\r\nContent-Length: 5\r\n") + SMUGGLED),
                Arguments.of("the same length twice", post("Content-Length: 0\r\nContent-Length: 0\r\n") + SMUGGLED),
                Arguments.of("a list of lengths", post("Content-Length: 0, 0\r\n") + SMUGGLED),
                Arguments.of("a length with a sign", post("Content-Length: +0\r\n") + SMUGGLED),
                Arguments.of("a negative length", post("Content-Length: -1\r\n") + SMUGGLED),
                Arguments.of("a hexadecimal length", post("Content-Length: 0x0\r\n") + SMUGGLED),
                Arguments.of(
                        "chunked in HTTP/1.0",
                        "POST /api/secret HTTP/1.0\r\n" + KNOWN + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                                + SMUGGLED),
                Arguments.of("two hosts", "GET /api/secret HTTP/1.1\r\n" + KNOWN + "Host: evil.example\r\n\r\n"),
                Arguments.of("no host", "GET /api/secret HTTP/1.1\r\n" + DoorRig.AUTHORIZATION + "\r\n"),
                Arguments.of(
                        "a host with a path",
                        "GET /api/secret HTTP/1.1\r\nHost: localhost/api\r\n" + DoorRig.AUTHORIZATION + "\r\n"),
                Arguments.of(
                        "a host with a user",
                        "GET /api/secret HTTP/1.1\r\nHost: localhost@evil.example\r\n" + DoorRig.AUTHORIZATION
                                + "\r\n"),
                Arguments.of("two passwords", "GET /api/secret HTTP/1.1\r\n" + KNOWN + DoorRig.AUTHORIZATION + "\r\n"),
                Arguments.of("an absolute address", "GET http://localhost/api/secret HTTP/1.1\r\n" + KNOWN + "\r\n"),
                Arguments.of(
                        "an absolute address of another host",
                        "GET http://evil.example/api/secret HTTP/1.1\r\n" + KNOWN + "\r\n"),
                Arguments.of("no slash", "GET api/secret HTTP/1.1\r\n" + KNOWN + "\r\n"),
                Arguments.of("a star", "OPTIONS * HTTP/1.1\r\n" + KNOWN + "\r\n"),
                Arguments.of("a tunnel", "CONNECT localhost:22 HTTP/1.1\r\n" + KNOWN + "\r\n"),
                Arguments.of("raw bytes in the address", "GET /api/secret?\u00b1 HTTP/1.1\r\n" + KNOWN + "\r\n"),
                Arguments.of("an unknown version", "GET /api/secret HTTP/3.0\r\n" + KNOWN + "\r\n"),
                Arguments.of("no HTTP at all", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\r\n\r\n"),
                Arguments.of("HTTP/2 without asking", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readInTwoWays")
    @DisplayName("A request that can be read in two ways is refused, and its connection with all that follows")
    void refused(String name, String request) throws IOException {
        int before = door.read.get();
        try (RawHttp http = door.connect()) {
            String answers = http.send(request).untilClosed();

            assertThat(answers).doesNotContain(DoorRig.SECRET);
            assertThat(RawHttp.answers(answers)).describedAs(answers).isLessThanOrEqualTo(1);
            assertThat(RawHttp.status(answers)).isIn(0, 400, 501, 505);
        }
        assertThat(door.read.get()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/secret",
                "/api/..;/api/secret",
                "/observe/health/live/../../../api/secret",
                "/observe/health/live%2f..%2f..%2f..%2fapi/secret",
                "/observe/health/live/%2e%2e/%2e%2e/%2e%2e/api/secret",
                "/api;a=b/secret",
                "/api/secret;a=b",
                "/API/secret",
                "/api/%73ecret",
                "/api/secret/"
            })
    @DisplayName("No spelling of an address gets round the password")
    void spellings(String path) throws IOException {
        int before = door.read.get();
        try (RawHttp http = door.connect()) {
            String answer =
                    http.send("GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n").answer();

            assertThat(RawHttp.status(answer)).isIn(401, 404);
        }
        assertThat(door.read.get()).isEqualTo(before);
    }

    @Test
    @DisplayName("An upgrade to cleartext HTTP/2 is not taken up")
    void upgrade() throws IOException {
        try (RawHttp http = door.connect()) {
            String answer = http.send(
                            "GET /api/secret HTTP/1.1\r\n" + KNOWN
                                    + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n")
                    .answer();

            assertThat(answer).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    @DisplayName("HTTP/1.0 without a Host is answered with the password, and its connection closed")
    void oldHttp() throws IOException {
        try (RawHttp http = door.connect()) {
            assertThat(http.send("GET /api/secret HTTP/1.0\r\n" + DoorRig.AUTHORIZATION + "\r\n")
                            .untilClosed())
                    .contains("200 OK");
        }
        try (RawHttp http = door.connect()) {
            assertThat(http.send("GET /api/secret HTTP/1.0\r\n\r\n").untilClosed())
                    .contains(" 401 ");
        }
    }

    @Test
    @DisplayName("Heads and addresses have a longest length")
    void longHeads() throws IOException {
        try (RawHttp http = door.connect()) {
            String answer = http.send("GET /api/secret HTTP/1.1\r\n" + KNOWN
                            + ("X-Long: " + "x".repeat(4_000) + "\r\n").repeat(20))
                    .untilClosed();
            assertThat(RawHttp.status(answer)).isIn(0, 400, 431);
        }
        try (RawHttp http = door.connect()) {
            String answer = http.send("GET /api/secret?" + "x".repeat(100_000) + " HTTP/1.1\r\n" + KNOWN + "\r\n")
                    .untilClosed();
            assertThat(RawHttp.status(answer)).isIn(0, 400, 414);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: " + NINE_MB, "Transfer-Encoding: chunked"})
    @DisplayName("A stranger is refused before a byte of a body is read")
    void bodyOfAStranger(String length) throws IOException {
        try (RawHttp http = door.connect()) {
            http.send("POST /api/secret HTTP/1.1\r\n" + HOST + length + "\r\n\r\n");
            assertThat(http.untilClosed()).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    @DisplayName("Eight strangers with nine megabytes each are refused while they send")
    void eightLargeBodies() throws IOException {
        List<RawHttp> strangers = new ArrayList<>();
        byte[] part = new byte[64 * 1024];
        for (int i = 0; i < 8; i++) {
            strangers.add(door.connect()
                    .send("POST /api/secret HTTP/1.1\r\n" + HOST + "Content-Length: " + NINE_MB + "\r\n\r\n"));
        }
        for (RawHttp stranger : strangers) {
            try (stranger) {
                for (int sent = 0; sent < NINE_MB; sent += part.length) {
                    stranger.send(part);
                }
            } catch (IOException closed) {
                // cut off before the end
            }
        }
        assertThat(door.isAlive()).isTrue();
    }

    @Test
    @DisplayName("Of those who may ask, a body of more than 64 KB is refused, whether it says its length or not")
    void largeBodies() throws IOException {
        int before = door.read.get();
        try (RawHttp http = door.connect()) {
            String answer =
                    http.send(post("Content-Length: " + NINE_MB + "\r\n")).untilClosed();
            assertThat(answer).startsWith("HTTP/1.1 413").contains("BODY_TOO_LONG");
        }
        try (RawHttp http = door.connect()) {
            http.send(post("Transfer-Encoding: chunked\r\n"));
            for (int i = 0; i < 5; i++) {
                http.send("4000\r\n" + "x".repeat(0x4000) + "\r\n");
            }
            assertThat(http.untilClosed()).startsWith("HTTP/1.1 413").contains("BODY_TOO_LONG");
        }
        try (RawHttp http = door.connect()) {
            String multipart =
                    "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\nx\r\n--b--\r\n";
            http.send(post("Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " + multipart.length()
                            + "\r\n")
                    + multipart);
            http.answer();
        }
        assertThat(door.read.get()).describedAs("the multipart one alone").isEqualTo(before + 1);
    }

    @Test
    @DisplayName("A body of 64 KB is read, and the connection goes on")
    void fittingBody() throws IOException {
        try (RawHttp http = door.connect()) {
            assertThat(http.send(post("Content-Length: 65536\r\n") + "x".repeat(65_536))
                            .answer())
                    .startsWith("HTTP/1.1 200");
            assertThat(http.send(SMUGGLED).answer()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    @DisplayName("Whoever asks on and on without reading an answer is cut off")
    void asksWithoutReading() throws IOException {
        try (RawHttp http = door.connect()) {
            String ask = ("GET /api/large HTTP/1.1\r\n" + KNOWN + "\r\n").repeat(20);

            assertThatThrownBy(() -> assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
                        while (true) {
                            http.send(ask);
                        }
                    }))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    @DisplayName("Malformed requests leave one line a minute in the log, without the query")
    void log() throws Exception {
        try (DoorRig own = new DoorRig(Optional.of("hasło"), DoorRig.USUAL, 20)) {
            for (String request : List.of(
                    "GET /api/secret?pesel=80010112345 HTTP/1.1\r\n\r\n",
                    "GET /api/secret?pesel=80010112345&%zz=%zz HTTP/1.1\r\n" + KNOWN + "\r\n",
                    "GET /api/secret?pesel=80010112345{}|^\"<> HTTP/1.1\r\n" + KNOWN + "\r\n",
                    "GET /api/secret?pesel=80010112345 HTTP/1.1\r\nHost: a b\r\n\r\n",
                    "GET /api/secret?pesel=80010112345 HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                    "GET /api/secret?pesel=80010112345 HTTP/9.9\r\n" + KNOWN + "\r\n",
                    "GET http://[/api/secret?pesel=80010112345 HTTP/1.1\r\n" + KNOWN + "\r\n",
                    "GET //[api/secret?pesel=80010112345 HTTP/1.1\r\n" + KNOWN + "\r\n",
                    "GET /api/secret?pesel=80010112345 HTTP/1.0\r\n" + DoorRig.AUTHORIZATION + "\r\n",
                    "POST /api/secret?pesel=80010112345 HTTP/1.1\r\n" + KNOWN
                            + "Content-Type: text/html; charset=\"x\r\nContent-Length: 0\r\n\r\n",
                    "POST /api/secret?pesel=80010112345 HTTP/1.1\r\n" + KNOWN
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\n%zz",
                    "\u0000\u0001pesel=80010112345\r\n\r\n")) {
                for (int i = 0; i < 3; i++) {
                    try (RawHttp http = own.connect()) {
                        http.send(request + "GET /api/secret HTTP/1.1\r\n" + KNOWN + "Connection: close\r\n\r\n");
                        http.untilClosed();
                    }
                }
            }
            assertThat(own.logged()).describedAs("all of it").hasSizeLessThanOrEqualTo(1);
            assertThat(own.logged().get(0)).contains("malformed HTTP requests").doesNotContain("pesel", "80010112345");
        }
    }

    private static String post(String headers) {
        return "POST /api/secret HTTP/1.1\r\n" + KNOWN + headers + "\r\n";
    }
}
