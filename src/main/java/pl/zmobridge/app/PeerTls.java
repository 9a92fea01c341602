package pl.zmobridge.app;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import org.apache.camel.main.Main;
import pl.zmobridge.camel.TrustByPeer;
import pl.zmobridge.settings.Peers;
import pl.zmobridge.settings.ShopSettings;

/** Has Camel's HTTP client trust the certificates that the configuration names for shops and ERPs; without any, Camel's own way is left as it is. */
final class PeerTls {
    private PeerTls() {}

    static void bind(Main main, List<ShopSettings> shops) {
        Map<String, List<X509Certificate>> certificates = Peers.certificates(shops);
        if (!certificates.isEmpty()) {
            main.bind("trustByPeer", TrustByPeer.parameters(certificates));
            main.addInitialProperty("camel.component.https.sslContextParameters", "#bean:trustByPeer");
        }
    }
}
