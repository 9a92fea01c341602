package pl.zmobridge.camel;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/**
 * Trusts each server for which certificates of its own are known by these and no others, and all other servers by what Java trusts. One
 * endpoint serves all ERPs, so whom a connection is for is only known while it is made. That the host name is the certificate's is
 * verified by the HTTP client, whoever vouches.
 */
public final class TrustByPeer extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager usual;
    private final Map<String, X509ExtendedTrustManager> own = new HashMap<>();

    private TrustByPeer(Map<String, List<X509Certificate>> certificates) throws GeneralSecurityException, IOException {
        usual = trusting(null);
        for (Map.Entry<String, List<X509Certificate>> peer : certificates.entrySet()) {
            own.put(peer.getKey(), trusting(store(peer.getValue())));
        }
    }

    /**
     * How {@code camel-http} is to make TLS connections.
     *
     * @param certificates of a server, by its {@code host:port}, the host in small letters
     */
    public static SSLContextParameters parameters(Map<String, List<X509Certificate>> certificates) {
        try {
            TrustManagersParameters trust = new TrustManagersParameters();
            trust.setTrustManager(new TrustByPeer(certificates));
            SSLContextParameters parameters = new SSLContextParameters();
            parameters.setTrustManagers(trust);
            return parameters;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The certificates cannot be used", e);
        }
    }

    private static KeyStore store(List<X509Certificate> certificates) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (X509Certificate each : certificates) {
            store.setCertificateEntry("ca-" + store.size(), each);
        }
        return store;
    }

    /** @param store null for what Java trusts */
    private static X509ExtendedTrustManager trusting(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager each : factory.getTrustManagers()) {
            if (each instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("Java has no trust manager for certificates");
    }

    private X509ExtendedTrustManager of(SSLSession session) {
        return own.getOrDefault(
                String.valueOf(session.getPeerHost()).toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "") + ":"
                        + session.getPeerPort(),
                usual);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        of(((SSLSocket) socket).getHandshakeSession()).checkServerTrusted(chain, authType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        of(engine.getHandshakeSession()).checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("It is not known for which server this certificate is");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw noServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw noServer();
    }

    private static CertificateException noServer() {
        return new CertificateException("Here are no servers, so there are no clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
