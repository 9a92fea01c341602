package pl.zmobridge.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** I11: no answer is longer or slower than the bridge can stand. */
@Timeout(30)
class AnswerLimitsTest {
    private static final int MEGABYTE = 1024 * 1024;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/small", AnswerLimitsTest::small);
        server.createContext("/packed", AnswerLimitsTest::packed);
        server.createContext("/bomb", AnswerLimitsTest::bomb);
        server.createContext("/trickle", AnswerLimitsTest::trickle);
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
    void anAnswerThatUnpacksToMoreThanTheLimitIsBrokenOff() {
        assertThatThrownBy(() -> answer("bomb")).isInstanceOf(IOException.class).hasMessageContaining("longer than");
    }

    @Test
    void anAnswerThatTricklesIsBrokenOffThoughEachReadIsQuick() {
        assertThatThrownBy(() -> answer("trickle"))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessageContaining("after 2 s");
    }

    private Exchange answer(String path) throws Exception {
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path
                + "?httpClientConfigurer=#sendOnce&responseTimeout=5000";
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
