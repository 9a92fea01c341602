package pl.zmobridge.api;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses requests that a page of another site makes in the name of a signed-in person: a browser adds the password by
 * itself, but it also says where the request comes from. Requests of scripts, which say nothing, pass. The console's own
 * files hold no data, so that a link to it works from anywhere.
 */
final class SameOrigin {
    private static final String OTHER = "cross-site";
    private static final Set<String> OTHER_SITES = Set.of(OTHER, "same-site");

    private SameOrigin() {}

    /** @throws ApiProblem 403 when the request comes from a page of another site and changes something, or reads data */
    static void check(RequestHead head) {
        String site = head.header("Sec-Fetch-Site").toLowerCase(Locale.ROOT);
        boolean refused = head.isReading()
                ? site.equals(OTHER) && !isFileOfConsole(head.path())
                : OTHER_SITES.contains(site) || isOfAnotherHost(head);
        if (refused) {
            throw new ApiProblem(
                    403,
                    "Forbidden",
                    "The request comes from a page of another site. If a proxy stands before the bridge, it must pass on"
                            + " the Host header as the browser sent it");
        }
    }

    private static boolean isFileOfConsole(String path) {
        return path.equals("/") || path.startsWith("/console/");
    }

    private static boolean isOfAnotherHost(RequestHead head) {
        String origin = head.header("Origin");
        return !origin.isEmpty() && !sameHost(origin, "http://" + head.host());
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
