package pl.zmobridge.check;

import jakarta.mail.MessagingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import pl.zmobridge.notify.SmtpServer;
import pl.zmobridge.settings.DocumentPdfs;
import pl.zmobridge.settings.Notifications.Mail;

/** The PDFs of a shop's invoices can go where they are wanted. Nothing is written, and nothing is sent. */
final class DocumentsCheck {
    private final Optional<DocumentPdfs> wanted;
    private final Findings findings;

    DocumentsCheck(Optional<DocumentPdfs> wanted, Findings findings) {
        this.wanted = wanted;
        this.findings = findings;
    }

    /** Looks at nothing while {@code documents.pdf=off}. */
    void run() {
        wanted.ifPresent(documents -> {
            documents.folder().ifPresent(this::folder);
            documents.mail().ifPresent(this::mail);
        });
    }

    /** One that is not there yet is made in the first one above that is. */
    private void folder(Path folder) {
        Path there = Stream.iterate(folder, each -> each != null, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElse(folder);
        if (Files.isDirectory(there) && Files.isWritable(there)) {
            findings.good("documents.folder", "PDFs of invoices are saved in " + folder);
        } else {
            findings.bad(
                    "documents.folder",
                    "the bridge may not write into " + there,
                    "let its user write there, or name another directory");
        }
    }

    private void mail(Mail mail) {
        String server = mail.host() + ":" + mail.port();
        try {
            new SmtpServer(mail).tryLogin();
            findings.good("documents.pdf", server + " takes the e-mails to buyers; nothing was sent now");
        } catch (MessagingException e) {
            findings.bad(
                    "documents.pdf",
                    server + " cannot be used: " + NotifyCheck.words(e),
                    "check notify.smtp.host, notify.smtp.port, notify.smtp.tls, notify.smtp.user and notify.smtp.password");
        }
    }
}
