package pl.zmobridge.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** I11: no answer is longer or slower than the bridge can stand. */
@Timeout(30)
class AnswerLimitsTest {
    private static final int MEGABYTE = 1024 * 1024;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<String> askedOfMoved = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/small", AnswerLimitsTest::small);
        server.createContext("/packed", AnswerLimitsTest::packed);
        server.createContext("/bomb", AnswerLimitsTest::bomb);
        server.createContext("/trickle", AnswerLimitsTest::trickle);
        server.createContext("/moved", this::moved);
        server.start();
        camel.getRegistry().bind("sendOnce", new SendOnce((method, address) -> Duration.ofSeconds(2), MEGABYTE));
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
        server.stop(0);
    }

    @Test
    void anOrdinaryAnswerIsReadWhole() throws Exception {
        assertThat(answer("small").getMessage().getBody(String.class)).isEqualTo("{\"a\":1}");
    }

    @Test
    void aPackedAnswerIsUnpackedOnce() throws Exception {
        assertThat(answer("packed").getMessage().getBody(String.class)).isEqualTo("{\"a\":1}");
    }

    @Test
    void aRedirectionIsNotFollowedAndACookieIsNotReturned() throws Exception {
        for (int i = 0; i < 2; i++) {
            Exchange answer = ask("http://127.0.0.1:" + server.getAddress().getPort() + "/moved");
            assertThat(answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE))
                    .isEqualTo(302);
        }

        assertThat(askedOfMoved).containsExactly("/moved without a cookie", "/moved without a cookie");
    }

    @Test
    void anAnswerThatUnpacksToMoreThanTheLimitIsBrokenOff() {
        assertThatThrownBy(() -> answer("bomb"))
                .isInstanceOf(AnswerTooLong.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void anAnswerThatTricklesIsBrokenOffThoughEachReadIsQuick() {
        assertThatThrownBy(() -> answer("trickle"))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessageContaining("after 2 s");
    }

    @Test
    void anAnswerWhoseHeadTricklesIsBrokenOffToo() throws Exception {
        try (ServerSocket raw = trickling("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII))) {
            assertThatThrownBy(() -> ask("http://127.0.0.1:" + raw.getLocalPort()))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("after 2 s");
        }
    }

    @Test
    void aServerThatTricklesBeforeAnythingIsEncryptedIsBrokenOffToo() throws Exception {
        byte[] recordOf16Kilobytes = {0x16, 0x03, 0x03, 0x40, 0x00};
        try (ServerSocket raw = trickling(recordOf16Kilobytes)) {
            assertThatThrownBy(() -> ask("https://127.0.0.1:" + raw.getLocalPort()))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("after 2 s");
        }
    }

    /** A server that says how it begins, and then a byte every tenth of a second. */
    private static ServerSocket trickling(byte[] beginning) throws IOException {
        ServerSocket raw = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            try (Socket client = raw.accept()) {
                client.getOutputStream().write(beginning);
                while (!raw.isClosed()) {
                    client.getOutputStream().write('x');
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
                }
            } catch (IOException e) {
                // the client has gone
            }
        });
        thread.setDaemon(true);
        thread.start();
        return raw;
    }

    @Test
    void anErrorInACallLeavesTheCallsToComeAlone() throws Exception {
        HttpClientBuilder builder = HttpClients.custom();
        new SendOnce((method, address) -> Duration.ofSeconds(2), MEGABYTE).configureHttpClient(builder);
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/small";
        try (CloseableHttpClient client = builder.build()) {
            HttpPost broken = new HttpPost(address);
            broken.setEntity(new EntityTemplate(-1, null, null, out -> {
                throw new StackOverflowError();
            }));
            assertThatThrownBy(() -> client.execute(broken, answer -> answer.getCode()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("broken off");

            assertThat(client.execute(new HttpGet(address), ClassicHttpResponse::getCode))
                    .isEqualTo(200);
        }
    }

    private Exchange answer(String path) throws Exception {
        return ask("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
    }

    private Exchange ask(String url) throws Exception {
        String address = url
                + "?httpClientConfigurer=#sendOnce&throwExceptionOnFailure=false&connectTimeout=5000&responseTimeout=5000";
        Exchange answer = camel.createProducerTemplate().request(address, exchange -> {});
        if (answer.getException() != null) {
            throw answer.getException();
        }
        return answer;
    }

    private static void small(HttpExchange exchange) throws IOException {
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void packed(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream packed = new GZIPOutputStream(exchange.getResponseBody())) {
            packed.write("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void moved(HttpExchange exchange) throws IOException {
        askedOfMoved.add(exchange.getRequestURI()
                + (exchange.getRequestHeaders().containsKey("Cookie") ? " with a cookie" : " without a cookie"));
        exchange.getResponseHeaders().add("Location", "/moved/away");
        exchange.getResponseHeaders().add("Set-Cookie", "who=bridge; Path=/");
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** Three megabytes of nothing in three kilobytes. */
    private static void bomb(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream packed = new GZIPOutputStream(exchange.getResponseBody())) {
            byte[] zeros = new byte[MEGABYTE];
            for (int i = 0; i < 3; i++) {
                packed.write(zeros);
            }
        }
    }

    /** A byte every tenth of a second, for longer than the test lasts. */
    private static void trickle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < 200; i++) {
                body.write(' ');
                body.flush();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }
}
