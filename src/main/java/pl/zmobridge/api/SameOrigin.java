package pl.zmobridge.api;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Refuses requests that a page of another site makes in the name of a signed-in person: a browser adds the password by
 * itself, but it also says where the request comes from. Requests of scripts, which say nothing, pass.
 */
final class SameOrigin {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    private SameOrigin() {}

    /** @throws ApiProblem 403 when the request changes something and comes from a page of another site */
    static void check(Message message) {
        String method = message.getHeader(Exchange.HTTP_METHOD, "", String.class);
        if (READING.contains(method.toUpperCase(Locale.ROOT))) {
            return;
        }
        String site = message.getHeader("Sec-Fetch-Site", "", String.class).strip();
        String origin = message.getHeader("Origin", "", String.class).strip();
        String own = Access.ownAddress(message);
        if (OTHER_SITES.contains(site.toLowerCase(Locale.ROOT)) || !origin.isEmpty() && !sameHost(origin, own)) {
            throw new ApiProblem(
                    403,
                    "Forbidden",
                    "The request comes from a page of another site. If a proxy stands before the bridge, it must pass on"
                            + " the Host header as the browser sent it");
        }
    }

    /** The scheme may differ: a proxy that speaks TLS to the browser speaks plain HTTP to the bridge. */
    private static boolean sameHost(String origin, String own) {
        try {
            URI from = URI.create(origin);
            URI here = URI.create(own);
            return from.getHost() != null
                    && from.getHost().equalsIgnoreCase(here.getHost())
                    && (from.getPort() == here.getPort() || isDefault(from) && isDefault(here));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isDefault(URI uri) {
        return uri.getPort() == -1 || uri.getPort() == ("https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80);
    }
}
