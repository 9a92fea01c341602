package pl.zmobridge.api;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Who may use the API: with a password configured, whoever knows it (HTTP Basic); without one, this machine only, addressed by
 * a name of its own, so that no web page elsewhere can reach it by a name that points here. Wrong passwords slow their sender
 * down, and a page of another site cannot make a signed-in browser change anything.
 */
public final class Access {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String user;
    private final Optional<byte[]> expected;
    private final SlowDown slowDown;

    public Access(String user, Optional<String> password, InstantSource clock) {
        this.user = user;
        this.slowDown = new SlowDown(clock);
        this.expected = password.map(secret -> (user + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Lets a request in, or not.
     *
     * @return who asks; blank when there is no password, so that nobody has a name
     * @throws ApiProblem 401, 403 or 429
     */
    public String check(Exchange exchange) {
        Message message = exchange.getMessage();
        if (expected.isPresent()) {
            checkPassword(message, expected.get());
        } else if (!fromHere(message)) {
            throw new ApiProblem(
                    403,
                    "Forbidden",
                    "No ops.password is set, so only this machine is answered; set one to open the API");
        }
        SameOrigin.check(message);
        return expected.isPresent() ? user : "";
    }

    private void checkPassword(Message message, byte[] secret) {
        // a browser's first request has no password yet: that is no mistake
        boolean says = !message.getHeader("Authorization", "", String.class).isBlank();
        if (!says || !slowDown.judge(remote(message), () -> MessageDigest.isEqual(secret, presented(message)))) {
            throw new ApiProblem(401, "Unauthorized", "Sign in with ops.user and ops.password (HTTP Basic)")
                    .with("WWW-Authenticate", "Basic realm=\"ZMO Bridge\", charset=\"UTF-8\"");
        }
    }

    private static byte[] presented(Message message) {
        String header = message.getHeader("Authorization", "", String.class);
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return new byte[0];
        }
        try {
            return Base64.getDecoder().decode(header.substring(6).strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static boolean fromHere(Message message) {
        String host = URI.create(ownAddress(message)).getHost();
        return host != null && LOOPBACK_NAMES.contains(host) && isLoopback(remote(message));
    }

    /** How the request addressed the bridge, {@code http://127.0.0.1:8080}; of what follows anything may be typed. */
    static String ownAddress(Message message) {
        String url = message.getHeader(Exchange.HTTP_URL, "", String.class);
        return url.matches("(?s)https?://[\\w.:\\[\\]-]+([/?#].*)?")
                ? url.replaceFirst("(?s)^(https?://[^/?#]+).*$", "$1")
                : "";
    }

    private static String remote(Message message) {
        return message.getHeader("CamelVertxPlatformHttpRemoteAddress", "", Object.class)
                .toString();
    }

    /** The address without its port. */
    static String ipOf(String remote) {
        return remote.replaceFirst(":\\d+$", "").replaceFirst("^.*/", "");
    }

    private static boolean isLoopback(String address) {
        String ip = ipOf(address);
        try {
            // an address literal is parsed, not looked up
            return ip.matches("[0-9A-Fa-f.:\\[\\]%]+")
                    && InetAddress.getByName(ip).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
