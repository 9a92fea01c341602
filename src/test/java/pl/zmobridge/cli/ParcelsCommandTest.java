package pl.zmobridge.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The command parcels")
class ParcelsCommandTest {
    private final WireMockServer bridge =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @TempDir
    private Path home;

    @BeforeEach
    void start() throws IOException {
        bridge.start();
        Files.writeString(
                Files.createDirectories(home.resolve("config")).resolve("application.properties"),
                "http.port=" + bridge.port());
    }

    @AfterEach
    void stop() {
        bridge.stop();
    }

    private Shell.Result run(Path file, String... more) {
        return Shell.run(Shell.with(new String[] {"--home", home.toString(), "parcels", file.toString()}, more));
    }

    @Test
    @DisplayName("sends a file as Excel writes it in Poland, tells each line that was not taken, and fails then")
    void sends() throws IOException {
        bridge.stubFor(
                post(urlEqualTo("/api/parcels"))
                        .willReturn(
                                okJson(
                                        "{\"taken\":1,\"known\":0,\"problems\":[{\"line\":2,\"problem\":\"Line 2: the bridge knows no order żółty\"}]}")));
        Path file = home.resolve("kurier.csv");
        Files.write(file, "1201;620\r\nżółty;621\r\n".getBytes(Charset.forName("windows-1250")));

        Shell.Result result = run(file);
        assertThat(result.out()).contains("Numbers taken: 1, known already: 0. Lines not taken: 1.");
        assertThat(result.err()).contains("Line 2");
        assertThat(result.exitCode()).isEqualTo(1);
        bridge.verify(postRequestedFor(urlEqualTo("/api/parcels"))
                .withRequestBody(matchingJsonPath("$.csv", equalTo("1201;620\r\nżółty;621\r\n"))));
    }

    @Test
    @DisplayName("says nothing of problems when there are none, and speaks Polish")
    void allTaken() throws IOException {
        bridge.stubFor(post(urlEqualTo("/api/parcels?shop=main"))
                .willReturn(okJson("{\"taken\":2,\"known\":1,\"problems\":[]}")));
        Path file = Files.writeString(home.resolve("a.csv"), "1201;620");

        Shell.Result result = run(file, "--shop", "main", "--lang", "pl");
        assertThat(result.out().strip()).isEqualTo("Przyjęto numerów: 2, znanych już wcześniej: 1.");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    @DisplayName("sends no file that is too long or not there")
    void notSent() throws IOException {
        assertThat(run(home.resolve("none.csv")).err()).contains("none.csv");
        Path file = Files.writeString(home.resolve("long.csv"), "1201;620\n".repeat(10_000));
        Shell.Result result = run(file);
        assertThat(result.err()).contains("too long", "parcels.folder");
        assertThat(result.exitCode()).isEqualTo(1);
        bridge.verify(0, postRequestedFor(urlEqualTo("/api/parcels")));
    }
}
