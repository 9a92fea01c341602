package pl.zmobridge.settings;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import pl.zmobridge.settings.DocumentPdfs.Place;
import pl.zmobridge.settings.Notifications.Mail;

/** Validates {@code documents.*} of one shop. */
final class DocumentValidator {
    private final SettingsValues values;
    private final Path home;

    DocumentValidator(SettingsValues values, Path home) {
        this.values = values;
        this.home = home;
    }

    /** Empty for {@code off}. */
    Optional<DocumentPdfs> documents() {
        Place place = values.get(DocumentKeys.PDF);
        Path folder =
                home.resolve(values.get(DocumentKeys.FOLDER)).toAbsolutePath().normalize();
        String name = values.find(DocumentKeys.SHOP_NAME).orElseGet(this::host);
        Optional<String> replyTo = values.find(DocumentKeys.REPLY_TO);
        boolean waits = values.get(DocumentKeys.WAIT_FOR_KSEF);
        if (waits && !values.get(KsefKeys.ENABLED)) {
            values.problem(DocumentKeys.WAIT_FOR_KSEF, "needs ksef.enabled=true: nobody would know of the number");
        }
        if (place == Place.OFF) {
            return Optional.empty();
        }
        if (place.isFolder() && Files.exists(folder) && !Files.isDirectory(folder)) {
            values.problem(DocumentKeys.FOLDER, "is a file; name a directory");
        }
        Optional<Mail> server = place.isMail() ? new NotifyValidator(values, home).server() : Optional.empty();
        if (place.isMail() && server.isEmpty()) {
            values.problem(
                    DocumentKeys.PDF.name(),
                    "sends e-mails, so it needs notify.smtp.host and notify.mail.from",
                    "documents.pdf=folder");
        }
        return Optional.of(
                new DocumentPdfs(Optional.of(folder).filter(each -> place.isFolder()), server, replyTo, name, waits));
    }

    private String host() {
        String host = URI.create(values.get(ShoperKeys.SHOPER_URL)).getHost();
        return host == null ? values.get(ShoperKeys.SHOP_ID) : host.replaceFirst("^www\\.", "");
    }
}
