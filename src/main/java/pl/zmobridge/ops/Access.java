package pl.zmobridge.ops;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Who may use the API: with a password configured, whoever knows it (HTTP Basic); without one, this machine only, addressed by
 * a name of its own, so that no web page elsewhere can reach it by a name that points here.
 */
public final class Access {
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Optional<byte[]> expected;

    public Access(String user, Optional<String> password) {
        this.expected = password.map(secret -> (user + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ApiProblem 401 or 403 */
    public void check(Exchange exchange) {
        Message message = exchange.getMessage();
        if (expected.isEmpty()) {
            if (!fromHere(message)) {
                throw new ApiProblem(
                        403,
                        "Forbidden",
                        "No ops.password is set, so only this machine is answered; set one to open the API");
            }
        } else if (!MessageDigest.isEqual(expected.get(), presented(message))) {
            message.setHeader("WWW-Authenticate", "Basic realm=\"ZMO Bridge\", charset=\"UTF-8\"");
            throw new ApiProblem(401, "Unauthorized", "Sign in with ops.user and ops.password (HTTP Basic)");
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
        String host = URI.create(message.getHeader(Exchange.HTTP_URL, "", String.class))
                .getHost();
        String remote = message.getHeader("CamelVertxPlatformHttpRemoteAddress", "", Object.class)
                .toString();
        return host != null && LOOPBACK_NAMES.contains(host) && isLoopback(remote);
    }

    private static boolean isLoopback(String address) {
        String ip = address.replaceFirst(":\\d+$", "").replaceFirst("^.*/", "");
        try {
            // an address literal is parsed, not looked up
            return ip.matches("[0-9A-Fa-f.:\\[\\]%]+")
                    && InetAddress.getByName(ip).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
