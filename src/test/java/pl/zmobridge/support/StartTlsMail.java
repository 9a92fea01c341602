package pl.zmobridge.support;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that takes nothing before STARTTLS, and then nothing before a login. */
public final class StartTlsMail implements AutoCloseable {
    private final SMTPServer server;
    private final List<String> received = new CopyOnWriteArrayList<>();

    /** @param alias whose certificate it shows */
    public StartTlsMail(int port, Certificates certificates, String alias, String user, String password)
            throws IOException, GeneralSecurityException {
        server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .startTlsSocketFactory(certificates.context(alias))
                .enableTLS()
                .requireTLS()
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((name, secret, context) -> {
                    if (!name.equals(user) || !secret.equals(password)) {
                        throw new LoginFailedException();
                    }
                }))
                .messageHandler((context, from, to, data) -> received.add(new String(data)))
                .build();
        server.start();
    }

    /** The messages as they came. */
    public List<String> received() {
        return received;
    }

    @Override
    public void close() {
        server.stop();
    }
}
