package pl.zmobridge.people;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The machine that asks.
 *
 * @param ip an address literal; whatever else a server may call a peer
 */
public record Address(String ip) {
    private static final int NETWORK_BYTES = 8;
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final String IPV4 = BYTE + "(?:\\." + BYTE + "){3}";
    private static final String LITERAL = IPV4 + "|[0-9A-Fa-f.]*:[0-9A-Fa-f.:]*";

    /**
     * @param remote who has opened the connection, with its port
     * @param forwardedFor what a proxy says of whom it asks for. Only one on this machine is believed, and only its last word, which is
     *     its own: it must set the header, or add to it
     */
    public static Address of(String remote, String forwardedFor) {
        String peer = remote.replaceFirst(":\\d+$", "").replaceFirst("^.*/", "").replaceAll("[\\[\\]]", "");
        String last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
        String client = last.replaceFirst("^(" + IPV4 + "):\\d+$", "$1").replaceFirst("^\\[(.*)](:\\d+)?$", "$1");
        return new Address(isLoopback(peer) && client.matches(LITERAL) ? client : peer);
    }

    private static boolean isLoopback(String ip) {
        return parsed(ip).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /** The address itself, or its /64 network: whoever has one address of IPv6 has all of that network. */
    String network() {
        return parsed(ip)
                .map(InetAddress::getAddress)
                .filter(bytes -> bytes.length > 4)
                .map(bytes -> Arrays.toString(Arrays.copyOf(bytes, NETWORK_BYTES)))
                .orElse(ip);
    }

    /** A literal is parsed, not looked up. */
    private static Optional<InetAddress> parsed(String ip) {
        try {
            return ip.replaceFirst("%.*$", "").matches(LITERAL)
                    ? Optional.of(InetAddress.getByName(ip))
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
