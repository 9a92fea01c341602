package pl.zmobridge.check;

import jakarta.mail.MessagingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pl.zmobridge.notify.SmtpServer;
import pl.zmobridge.reload.BadRoutes;
import pl.zmobridge.reload.RouteFiles;
import pl.zmobridge.settings.DocumentPdfs;
import pl.zmobridge.settings.Notifications.Mail;

/** The PDFs of a shop's invoices can go where they are wanted. Nothing is written, and nothing is sent. */
final class DocumentsCheck {
    private final Optional<DocumentPdfs> wanted;
    private final Path home;
    private final Findings findings;

    DocumentsCheck(Optional<DocumentPdfs> wanted, Path home, Findings findings) {
        this.wanted = wanted;
        this.home = home;
        this.findings = findings;
    }

    /** Looks at nothing while {@code documents.pdf=off}. */
    void run() {
        wanted.ifPresent(documents -> {
            if (!hasRoutes()) {
                findings.bad(
                        "documents.pdf",
                        "no route begins with direct:pdf-look, so no PDF is saved or sent",
                        "put routes/documents.camel.yaml of this version back, or set documents.pdf=off");
            }
            documents.folder().ifPresent(this::folder);
            documents.mail().ifPresent(this::mail);
        });
    }

    private boolean hasRoutes() {
        try {
            return !RouteFiles.read(home)
                    .passedFrom(List.of("direct:pdf-look"))
                    .texts()
                    .isEmpty();
        } catch (BadRoutes e) {
            return true; // the check of the routes tells
        }
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
