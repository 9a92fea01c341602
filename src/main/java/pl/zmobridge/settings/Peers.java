package pl.zmobridge.settings;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The systems that shops are connected with over https, by host and port: that is all a TLS connection knows of them. */
public final class Peers {
    private static final int HTTPS = 443;

    private Peers() {}

    /** One system of one shop. */
    private record Peer(String shop, String key, String address, Optional<Authorities> ca) {}

    /** The certificates that vouch for a system instead of those that Java trusts, by {@code host:port}. */
    public static Map<String, List<X509Certificate>> certificates(List<ShopSettings> shops) {
        Map<String, List<X509Certificate>> certificates = new HashMap<>();
        for (Peer peer : of(shops)) {
            peer.ca().ifPresent(ca -> certificates.put(peer.address(), ca.certificates()));
        }
        return certificates;
    }

    /** One line for each two systems at one address for which different certificates vouch. */
    static List<String> conflicts(List<ShopSettings> shops) {
        List<String> conflicts = new ArrayList<>();
        Map<String, Peer> known = new HashMap<>();
        for (Peer peer : of(shops)) {
            Peer other = known.putIfAbsent(peer.address(), peer);
            if (other != null && !certificates(other).equals(certificates(peer))) {
                conflicts.add(peer.key() + " of the shop " + peer.shop() + " must name the same certificates as "
                        + other.key() + " of the shop " + other.shop() + ", for both mean the server at "
                        + peer.address() + "; for example: " + ExampleLines.ofName(peer.key()));
            }
        }
        return conflicts;
    }

    private static Optional<List<X509Certificate>> certificates(Peer peer) {
        return peer.ca().map(Authorities::certificates);
    }

    private static List<Peer> of(List<ShopSettings> shops) {
        List<Peer> peers = new ArrayList<>();
        for (ShopSettings shop : shops) {
            add(
                    peers,
                    shop.id(),
                    SymfoniaKeys.TLS_CA,
                    shop.symfonia().url(),
                    shop.symfonia().ca());
            add(
                    peers,
                    shop.id(),
                    ShoperKeys.SHOPER_TLS_CA,
                    shop.shoper().url(),
                    shop.shoper().ca());
        }
        return peers;
    }

    private static void add(List<Peer> peers, String shop, Key<?> key, String url, Optional<Authorities> ca) {
        URI uri = URI.create(url);
        if ("https".equalsIgnoreCase(uri.getScheme())) {
            String host = uri.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
            int port = uri.getPort() < 0 ? HTTPS : uri.getPort();
            peers.add(new Peer(shop, key.name(), host + ":" + port, ca));
        }
    }
}
