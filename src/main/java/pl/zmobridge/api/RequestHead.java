package pl.zmobridge.api;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The head of a request: all that is known before its body is read.
 *
 * @param path as it was sent, without the query
 * @param host the header {@code Host}; empty when there is none
 * @param remote where the connection comes from: an address literal with a port
 * @param oldHttp whether the request speaks HTTP/1.0
 */
record RequestHead(String method, String path, String host, String remote, boolean oldHttp, MultiMap headers) {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> ONCE = List.of(
            "Host",
            "Authorization",
            "Origin",
            "Sec-Fetch-Site",
            "Content-Length",
            "Content-Type",
            "Transfer-Encoding",
            "Expect");
    private static final List<String> OF_PROXIES = List.of(
            "Forwarded",
            "X-Real-IP",
            "Via",
            "True-Client-IP",
            "X-Client-IP",
            "X-Cluster-Client-IP",
            "CF-Connecting-IP");
    private static final Pattern TARGET = Pattern.compile("/[!-~]*");
    private static final Pattern HOST = Pattern.compile("([\\w.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

    /** No dot, slash, backslash, semicolon, percent or control character in disguise: nobody reads it in another way. */
    private static final Pattern SEGMENT =
            Pattern.compile("(?:[\\w.~!$&'()*+,=:@-]|%(?!2[5EeFf]|3[Bb]|5[Cc]|[01]|7[Ff])[0-9A-Fa-f]{2})*+");

    /** A slash within the number of an order. */
    private static final Pattern NUMBER = Pattern.compile("(?<=^/api/orders/[^/]{1,200})%2[Ff](?=[^/])");

    static RequestHead of(HttpServerRequest request) {
        return new RequestHead(
                request.method().name(),
                request.path() == null ? "" : request.path(),
                Optional.ofNullable(request.getHeader("Host")).orElse(""),
                String.valueOf(request.remoteAddress()),
                request.version() == HttpVersion.HTTP_1_0,
                request.headers());
    }

    /** What is wrong with a request that nobody sends in good faith, without a word of its own; empty when nothing is. */
    static Optional<String> fault(HttpServerRequest request) {
        for (String name : ONCE) {
            if (request.headers().getAll(name).size() > 1) {
                return Optional.of("two " + name);
            }
        }
        if (!TARGET.matcher(request.uri()).matches()) {
            return Optional.of("an address that does not begin with a slash, or is no ASCII");
        }
        String host = request.getHeader("Host");
        if (host == null
                ? request.version() != HttpVersion.HTTP_1_0
                : !HOST.matcher(host).matches()) {
            return Optional.of("no Host, or one that is none");
        }
        String coding = request.getHeader("Transfer-Encoding");
        if (coding != null && !coding.strip().equalsIgnoreCase("chunked")) {
            return Optional.of("an unknown transfer coding");
        }
        if (coding != null && request.getHeader("Content-Length") != null) {
            return Optional.of("Content-Length with Transfer-Encoding");
        }
        return hasReadableQuery(request) ? Optional.empty() : Optional.of("a query with a broken percent sign");
    }

    private static boolean hasReadableQuery(HttpServerRequest request) {
        try {
            request.params();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the path has one reading only; one that has not names nothing here. The number of an order may hold slashes, as {@code SH%2F1201}. */
    boolean isPlain() {
        String[] segments = NUMBER.matcher(path).replaceAll("").split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].isEmpty() && !last
                    || segments[i].equals(".")
                    || segments[i].equals("..")
                    || !SEGMENT.matcher(segments[i]).matches()) {
                return false;
            }
        }
        return path.startsWith("/");
    }

    /** Blank when it is absent. */
    String header(String name) {
        return Optional.ofNullable(headers.get(name)).orElse("").strip();
    }

    boolean isReading() {
        return READING.contains(method.toUpperCase(Locale.ROOT));
    }

    boolean hasBody() {
        return headers.contains("Transfer-Encoding") || !Set.of("", "0").contains(header("Content-Length"));
    }

    /** How long the body says it is; zero when it does not say. */
    long bodyLength() {
        String length = header("Content-Length");
        return length.matches("\\d{1,18}") ? Long.parseLong(length) : length.isEmpty() ? 0 : Long.MAX_VALUE;
    }

    /** Whether a proxy says that it passes the request on. */
    boolean isForwarded() {
        return OF_PROXIES.stream().anyMatch(headers::contains)
                || headers.names().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-forwarded"));
    }

    /** Whether it comes from this machine and calls it by a name of its own, so that no name elsewhere points here. */
    boolean isFromHere() {
        return LOOPBACK_NAMES.contains(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT))
                && isLoopback(Access.ipOf(remote));
    }

    private static boolean isLoopback(String ip) {
        try {
            // an address literal is parsed, not looked up
            return ip.matches("[0-9A-Fa-f.:\\[\\]%]+")
                    && InetAddress.getByName(ip).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
