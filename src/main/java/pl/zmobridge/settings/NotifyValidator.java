package pl.zmobridge.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pl.zmobridge.settings.Notifications.Mail;
import pl.zmobridge.settings.Notifications.Tls;
import pl.zmobridge.settings.Notifications.Webhook;

/** Validates {@code notify.*}: where messages go, and who could listen on the way. */
final class NotifyValidator {
    private final SettingsValues values;
    private final Path home;

    NotifyValidator(SettingsValues values, Path home) {
        this.values = values;
        this.home = home;
    }

    Notifications notifications() {
        return new Notifications(
                mail(),
                webhook(),
                values.get(NotifyKeys.LANGUAGE),
                values.get(NotifyKeys.GATHER),
                values.get(NotifyKeys.OUTAGE),
                values.find(NotifyKeys.QUIET),
                values.find(NotifyKeys.SUMMARY),
                values.find(NotifyKeys.OPS_URL));
    }

    private Optional<Mail> mail() {
        Mail mail = read();
        if (!values.has(NotifyKeys.MAIL_TO)) {
            return Optional.empty();
        }
        if (mail.to().isEmpty()) {
            values.problem(NotifyKeys.MAIL_TO, "names no address");
        }
        mustBePrivate(mail);
        return Optional.of(mail);
    }

    /** The server alone, for other messages than these; empty when it, or a sender, is not named. */
    Optional<Mail> server() {
        Mail mail = read();
        mustBePrivate(mail);
        return Optional.of(mail)
                .filter(each -> !each.host().isEmpty() && !each.from().isEmpty());
    }

    private Mail read() {
        return new Mail(
                values.find(NotifyKeys.MAIL_TO).orElse(List.of()),
                values.find(NotifyKeys.MAIL_FROM).orElse(""),
                values.find(NotifyKeys.SMTP_HOST).orElse(""),
                values.get(NotifyKeys.SMTP_PORT),
                values.get(NotifyKeys.SMTP_TLS),
                values.find(NotifyKeys.SMTP_USER),
                values.find(NotifyKeys.SMTP_PASSWORD),
                authorities());
    }

    private void mustBePrivate(Mail mail) {
        if (mail.tls() == Tls.NONE && !mail.host().isEmpty() && Network.ofHost(mail.host()) == Network.OPEN) {
            values.problem(
                    NotifyKeys.SMTP_TLS.name(),
                    "is none, and " + mail.host()
                            + " is no private address: whoever listens on the way would read the messages and the password",
                    "starttls");
        }
    }

    private Optional<Authorities> authorities() {
        try {
            return values.find(NotifyKeys.SMTP_TLS_CA).map(name -> Authorities.read(home, name));
        } catch (Kind.BadValue e) {
            values.problem(NotifyKeys.SMTP_TLS_CA, e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Webhook> webhook() {
        Optional<String> url = values.find(NotifyKeys.WEBHOOK_URL);
        Optional<String> secret = values.find(NotifyKeys.WEBHOOK_SECRET);
        boolean open = url.filter(text -> text.toLowerCase(Locale.ROOT).startsWith("http:"))
                .filter(text -> Network.ofHost(URI.create(text).getHost()) == Network.OPEN)
                .isPresent();
        if (open) {
            values.problem(
                    NotifyKeys.WEBHOOK_URL,
                    "is http and no private address: whoever listens on the way would read the messages; make it https");
        }
        return url.map(text -> new Webhook(text, secret));
    }
}
