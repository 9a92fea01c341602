package pl.zmobridge.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the examples in the real programs, where these are installed. */
@DisplayName("The examples of proxies, in the real programs")
class RealProxiesTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path directory;

    private HttpClient client;
    private int port;

    @BeforeEach
    void certificate() throws Exception {
        Path store = directory.resolve("store.p12");
        run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "proxy",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD));
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        Key key = keys.getKey("proxy", PASSWORD);
        Files.writeString(directory.resolve("key.pem"), pem("PRIVATE KEY", key.getEncoded()));
        Files.writeString(
                directory.resolve("cert.pem"),
                pem("CERTIFICATE", keys.getCertificate("proxy").getEncoded()));
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("proxy", keys.getCertificate("proxy"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        client = HttpClient.newBuilder().sslContext(tls).build();
        port = freePort();
    }

    private Process proxy;

    @AfterEach
    void stop() throws InterruptedException {
        if (proxy != null) {
            proxy.destroyForcibly().waitFor();
        }
    }

    @Test
    @DisplayName("nginx")
    void nginx() throws Exception {
        Path nginx = installed("nginx");
        try (DoorRig door = new DoorRig(Optional.of("hasło"), DoorRig.USUAL, 100)) {
            Files.writeString(directory.resolve("site.conf"), site(door.port));
            Files.writeString(
                    directory.resolve("nginx.conf"),
                    """
                    daemon off; master_process off; pid DIR/pid; error_log stderr;
                    events {}
                    http {
                        access_log off;
                        client_body_temp_path DIR/body; proxy_temp_path DIR/proxy; fastcgi_temp_path DIR/fastcgi;
                        uwsgi_temp_path DIR/uwsgi; scgi_temp_path DIR/scgi;
                        include DIR/site.conf;
                    }
                    """
                            .replace("DIR", directory.toString()));
            start(nginx.toString(), "-c", directory.resolve("nginx.conf").toString(), "-p", directory.toString());

            carriesTheConsole();
        }
    }

    @Test
    @DisplayName("Caddy")
    void caddy() throws Exception {
        Path caddy = installed("caddy");
        try (DoorRig door = new DoorRig(Optional.of("hasło"), DoorRig.USUAL, 100)) {
            String example = Files.readString(Path.of("docker/Caddyfile"))
                    .replace(
                            "\nzmo.example.com {",
                            "\n{\n\tadmin off\n\tauto_https disable_redirects\n}\n\nhttps://localhost:" + port
                                    + " {\n\ttls " + directory.resolve("cert.pem") + " " + directory.resolve("key.pem"))
                    .replace("127.0.0.1:8080", "127.0.0.1:" + door.port);
            Path file = Files.writeString(directory.resolve("Caddyfile"), example);
            start(caddy.toString(), "run", "--config", file.toString(), "--adapter", "caddyfile");

            carriesTheConsole();
        }
    }

    private String site(int bridge) throws IOException {
        return Files.readString(Path.of("docker/nginx.conf"))
                .replace("127.0.0.1:8080", "127.0.0.1:" + bridge)
                .replace("listen 80;", "listen 127.0.0.1:" + freePort() + ";")
                .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + " ssl;")
                .replaceAll(
                        "/etc/letsencrypt\\S+/fullchain.pem",
                        directory.resolve("cert.pem").toString())
                .replaceAll(
                        "/etc/letsencrypt\\S+/privkey.pem",
                        directory.resolve("key.pem").toString());
    }

    private void carriesTheConsole() throws Exception {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> status(get("/api/secret")) == 401);

        String own = "https://localhost:" + port;
        assertThat(status(get("/api/secret").header("Authorization", known()))).isEqualTo(200);
        assertThat(status(post("").header("Origin", own).header("Authorization", known())))
                .isEqualTo(200);
        assertThat(status(post("").header("Origin", "https://evil.example").header("Authorization", known())))
                .isEqualTo(403);
        assertThat(status(post("x".repeat(100_000)).header("Authorization", known())))
                .isEqualTo(413);
        assertThat(status(get("/observe/health/live"))).isEqualTo(404);
        assertThat(status(get("/observe/metrics").header("Authorization", known())))
                .isEqualTo(404);
        List<CompletableFuture<Integer>> many = IntStream.range(0, 60)
                .mapToObj(i -> client.sendAsync(
                                get("/api/secret")
                                        .header("Authorization", known())
                                        .build(),
                                java.net.http.HttpResponse.BodyHandlers.ofString())
                        .thenApply(java.net.http.HttpResponse::statusCode))
                .toList();
        assertThat(many.stream().map(CompletableFuture::join)).containsOnly(200);
    }

    private static String known() {
        return DoorRig.AUTHORIZATION.replace("Authorization: ", "").strip();
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path));
    }

    private HttpRequest.Builder post(String body) {
        return get("/api/secret").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private int status(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private void start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("XDG_DATA_HOME", directory.toString());
        builder.environment().put("XDG_CONFIG_HOME", directory.toString());
        proxy = builder.start();
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static Path installed(String program) {
        Optional<Path> found = Stream.concat(
                        Arrays.stream(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), program + " is not installed here");
        return found.get();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + what + "-----\n";
    }
}
