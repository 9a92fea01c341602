package pl.zmobridge.support;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Shops and ERPs with certificates of a private CA, and the configuration that leads to them. */
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

    /** All that a configuration must have. */
    public static Map<Object, Object> values(String shop, String erp) {
        Map<Object, Object> values = new HashMap<>();
        values.put("shoper.url", shop);
        values.put("shoper.token", "token");
        values.put("symfonia.url", erp);
        values.put("symfonia.application-guid", "guid");
        values.put("symfonia.invoice.type", "ZMO");
        values.put("symfonia.invoice.series", "sZMO");
        values.put("symfonia.receipt.type", "ZMP");
        values.put("symfonia.receipt.series", "sZMP");
        values.put("symfonia.department", "SKLEP");
        values.put("symfonia.payment-registry", "BANK");
        values.put("symfonia.payment-form.default", "Gotówka");
        values.put("symfonia.delivery.code", "DOSTAWA");
        values.put("db.url", "jdbc:mariadb://127.0.0.1:3306/zmobridge");
        values.put("db.user", "zmobridge");
        return values;
    }
}
