package pl.zmobridge.pdf;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.apache.camel.component.mail.JavaMailSender;

/** Sends as Camel's own sender does, and tells apart whether a failure came before anything was sent. */
public final class LetterSender extends DefaultJavaMailSender {
    /** The server was not reached, or did not let the bridge in: nothing was sent. */
    static final class NotLetIn extends MessagingException {
        NotLetIn(MessagingException why) {
            super(why.getMessage(), why);
        }
    }

    public LetterSender(JavaMailSender server) {
        setJavaMailProperties(server.getJavaMailProperties());
        setSession(server.getSession());
        setProtocol(server.getProtocol());
        setHost(server.getHost());
        setPort(server.getPort());
        setUsername(server.getUsername());
        setPassword(server.getPassword());
    }

    @Override
    public void send(MimeMessage message) throws MessagingException {
        message.setSentDate(new Date());
        String id = message.getMessageID();
        message.saveChanges();
        message.setHeader("Message-ID", id); // saving has made another one
        Transport transport = getTransport(getSession());
        try {
            connect(transport);
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            close(transport);
        }
    }

    private void connect(Transport transport) throws NotLetIn {
        try {
            transport.connect(getHost(), getPort(), getUsername(), getPassword());
        } catch (MessagingException e) {
            throw new NotLetIn(e);
        }
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // what was sent is sent
        }
    }
}
