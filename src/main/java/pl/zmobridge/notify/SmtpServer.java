package pl.zmobridge.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.apache.camel.component.mail.JavaMailSender;
import pl.zmobridge.settings.Authorities;
import pl.zmobridge.settings.Notifications.Mail;
import pl.zmobridge.settings.Notifications.Tls;

/** The mail server of the configuration. */
public final class SmtpServer {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_MILLIS = 30_000;

    private final Mail mail;
    private final Session session;

    public SmtpServer(Mail mail) {
        this.mail = mail;
        this.session = Session.getInstance(properties(mail));
    }

    /** What {@code camel-mail} sends with; the password is in no address of an endpoint. */
    public JavaMailSender sender() {
        DefaultJavaMailSender sender = new DefaultJavaMailSender();
        sender.setJavaMailProperties(session.getProperties());
        sender.setSession(session);
        sender.setProtocol("smtp");
        sender.setHost(mail.host());
        sender.setPort(mail.port());
        sender.setUsername(mail.user().orElse(null));
        sender.setPassword(mail.password().orElse(null));
        return sender;
    }

    /**
     * Connects and logs in; sends nothing.
     *
     * @throws MessagingException when the server cannot be reached, is not whom it should be, or does not let in
     */
    public void tryLogin() throws MessagingException {
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(
                    mail.host(),
                    mail.port(),
                    mail.user().orElse(null),
                    mail.password().orElse(null));
        }
    }

    private static Properties properties(Mail mail) {
        Properties properties = new Properties();
        set(properties, "host", mail.host());
        set(properties, "port", mail.port());
        set(properties, "connectiontimeout", CONNECT_MILLIS);
        set(properties, "timeout", ANSWER_MILLIS);
        set(properties, "writetimeout", ANSWER_MILLIS);
        set(properties, "auth", mail.user().isPresent());
        set(properties, "starttls.enable", mail.tls() == Tls.STARTTLS);
        set(properties, "starttls.required", mail.tls() == Tls.STARTTLS);
        set(properties, "ssl.enable", mail.tls() == Tls.TLS);
        set(properties, "ssl.checkserveridentity", true);
        mail.ca().ifPresent(ca -> properties.put("mail.smtp.ssl.socketFactory", trusting(ca)));
        return properties;
    }

    private static void set(Properties properties, String name, Object value) {
        properties.put("mail.smtp." + name, value.toString());
    }

    private static SSLSocketFactory trusting(Authorities ca) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            List<X509Certificate> certificates = ca.certificates();
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("ca-" + i, certificates.get(i));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The certificates cannot be used", e);
        }
    }
}
