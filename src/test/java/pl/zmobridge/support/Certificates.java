package pl.zmobridge.support;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A CA of a test's own, and servers' certificates that it signs; made by the JDK's keytool. */
public final class Certificates {
    private static final String PASSWORD = "only-for-tests";
    private static final String CA = "ca";

    private final Path directory;
    private final Path store;

    public Certificates(Path directory, String name) throws IOException, InterruptedException {
        this.directory = directory;
        this.store = directory.resolve(name + ".p12");
        make(CA, "CN=" + name, "-ext", "bc:c", "-validity", "3650");
    }

    /** A server's certificate for that host name. */
    public Certificates server(String alias, String host) throws IOException, InterruptedException {
        make(alias, "CN=" + alias, "-signer", CA, "-ext", "san=dns:" + host, "-validity", "30");
        return this;
    }

    /** One that expired long ago. */
    public Certificates expiredServer(String alias, String host) throws IOException, InterruptedException {
        make(alias, "CN=" + alias, "-signer", CA, "-ext", "san=dns:" + host, "-startdate", "-400d", "-validity", "30");
        return this;
    }

    private void make(String alias, String name, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                name,
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        return keys;
    }

    /** The CA's certificate. */
    public X509Certificate authority() throws IOException, GeneralSecurityException {
        return (X509Certificate) keys().getCertificate(CA);
    }

    /** The CA's certificate as a text. */
    public String pem() throws IOException, GeneralSecurityException {
        Certificate ca = keys().getCertificate(CA);
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(ca.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** A file with these texts, one after the other. */
    public Path file(String name, String... texts) throws IOException {
        return Files.writeString(directory.resolve(name), String.join("", texts));
    }

    /** What a server with that certificate needs. */
    SSLContext context(String alias) throws IOException, GeneralSecurityException {
        KeyStore all = keys();
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(
                alias,
                all.getKey(alias, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                all.getCertificateChain(alias));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(one, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
