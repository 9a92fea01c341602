package pl.zmobridge.settings;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/** How far a request goes to reach an address, and so who can listen when it is not encrypted. */
public enum Network {
    /** It does not leave this machine. */
    LOOPBACK,
    /** A private address (RFC 1918, RFC 4193) or one of this link. */
    PRIVATE,
    /** Any other. */
    OPEN,
    /** The name cannot be looked up now. */
    UNKNOWN;

    private static final int UNIQUE_LOCAL = 0xFC;
    private static final int SEVEN_BITS = 0xFE;

    /** Of a web address, whose name is looked up; of several addresses the farthest. */
    public static Network of(String url) {
        return ofHost(URI.create(url).getHost());
    }

    /** The same of the name or address of a host. */
    static Network ofHost(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host))
                    .map(Network::of)
                    .max(Network::compareTo)
                    .orElse(UNKNOWN);
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }

    private static Network of(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return LOOPBACK;
        }
        return address.isSiteLocalAddress() || address.isLinkLocalAddress() || isUniqueLocal(address) ? PRIVATE : OPEN;
    }

    private static boolean isUniqueLocal(InetAddress address) {
        return address instanceof Inet6Address && (address.getAddress()[0] & SEVEN_BITS) == UNIQUE_LOCAL;
    }
}
