package pl.zmobridge.check;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.URI;
import pl.zmobridge.notify.SmtpServer;
import pl.zmobridge.settings.Notifications;
import pl.zmobridge.settings.Notifications.Mail;
import pl.zmobridge.wire.Answer;

/** Who would be told: the mail server lets the bridge in. Nothing is sent; {@code zmo-bridge notify --test} does that. */
final class NotifyCheck {
    private static final String TRY = "send one with: zmo-bridge notify --test";

    private final Notifications settings;
    private final Findings findings;

    NotifyCheck(Notifications settings, Findings findings) {
        this.settings = settings;
        this.findings = findings;
    }

    void run() {
        settings.mail().ifPresent(this::mail);
        settings.webhook()
                .ifPresent(webhook -> findings.note(
                        "notify.webhook.url",
                        "messages go to " + URI.create(webhook.url()).getHost() + "; nothing was sent now",
                        TRY));
    }

    private void mail(Mail mail) {
        String server = mail.host() + ":" + mail.port();
        try {
            new SmtpServer(mail).tryLogin();
            String login = mail.user().isPresent() ? " lets the bridge in" : " answers";
            findings.good(
                    "notify.smtp.host",
                    server + login + "; messages go to " + mail.to().size() + " addresses");
        } catch (AuthenticationFailedException e) {
            findings.bad(
                    "notify.smtp.user",
                    server + " does not let the bridge in: " + words(e),
                    "correct notify.smtp.user and notify.smtp.password; some providers want a password of its own for programs");
        } catch (MessagingException e) {
            findings.bad(
                    "notify.smtp.host",
                    server + " cannot be used: " + words(e),
                    "check notify.smtp.host, notify.smtp.port and notify.smtp.tls (587 with starttls, 465 with tls), and the firewall");
        }
    }

    static String words(MessagingException failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return Answer.discreet(String.valueOf(innermost.getMessage()));
    }
}
