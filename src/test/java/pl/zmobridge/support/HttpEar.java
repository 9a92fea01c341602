package pl.zmobridge.support;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody else's HTTP service: keeps what it is sent, and answers as it is told to. */
public final class HttpEar implements AutoCloseable {
    private final HttpServer server;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<Map<String, List<String>>> heads = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;

    public HttpEar() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            heads.add(Map.copyOf(exchange.getRequestHeaders()));
            exchange.getResponseHeaders().set("Location", "/elsewhere"); // for answers that redirect
            heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(body, StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void answers(int status) {
        answer = status;
    }

    /** Method, path and body of each request. */
    public List<String> heard() {
        return heard;
    }

    /** A header of each request. */
    public List<String> headers(String name) {
        return heads.stream()
                .map(head -> head.getOrDefault(name, List.of("")).get(0))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
