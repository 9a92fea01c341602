package pl.zmobridge.support;

import java.nio.file.Path;

/** Certificates of a private CA for shops and ERPs. */
public final class TlsPeers {
    private TlsPeers() {}

    /**
     * A CA with servers' certificates: {@code right} for localhost, {@code other-host} for erp.example.pl, and {@code expired}. Its
     * certificate is in {@code ours.pem}, another CA's in {@code theirs.pem}, and both in {@code both.pem}.
     */
    public static Certificates in(Path directory) throws Exception {
        Certificates ours = new Certificates(directory, "ours")
                .server("right", "localhost")
                .server("other-host", "erp.example.pl")
                .expiredServer("expired", "localhost");
        String theirs = new Certificates(directory, "theirs").pem();
        ours.file("ours.pem", ours.pem());
        ours.file("theirs.pem", theirs);
        ours.file("both.pem", "Subject: CN=theirs\n", theirs, "\nSubject: CN=ours\n", ours.pem());
        return ours;
    }
}
