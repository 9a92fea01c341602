package pl.zmobridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.check.Finding.Area;
import pl.zmobridge.check.Finding.Mark;
import pl.zmobridge.settings.DocumentPdfs;
import pl.zmobridge.settings.Notifications.Mail;
import pl.zmobridge.settings.Notifications.Tls;
import pl.zmobridge.support.MailServer;
import pl.zmobridge.support.Rig;

@DisplayName("check looks where PDFs of invoices would go, writes nothing and sends nothing")
class DocumentsCheckTest {
    @TempDir
    private Path directory;

    private static List<Finding> findings(Optional<Path> folder, Optional<Mail> mail) {
        List<Finding> findings = new ArrayList<>();
        DocumentPdfs wanted = new DocumentPdfs(folder, mail, Optional.empty(), "Sklep", false);
        new DocumentsCheck(Optional.of(wanted), new Findings(Area.DOCUMENTS, findings::add)).run();
        return findings;
    }

    @Test
    @DisplayName("and says whether the folder, or the first above it, can be written into")
    void folder() throws Exception {
        assertThat(findings(Optional.of(directory.resolve("a/b")), Optional.empty()))
                .singleElement()
                .satisfies(good -> assertThat(good.mark()).isEqualTo(Mark.GOOD));
        assertThat(directory.resolve("a")).doesNotExist();
        Path file = Files.writeString(directory.resolve("file"), "x");
        assertThat(findings(Optional.of(file.resolve("b")), Optional.empty()))
                .singleElement()
                .satisfies(bad -> {
                    assertThat(bad.mark()).isEqualTo(Mark.BAD);
                    assertThat(bad.about()).isEqualTo("documents.folder");
                });
    }

    @Test
    @DisplayName("and whether the mail server answers")
    void mailServer() throws Exception {
        int port = Rig.freePort();
        Mail server = new Mail(
                List.of(),
                "most@example.pl",
                "127.0.0.1",
                port,
                Tls.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(findings(Optional.empty(), Optional.of(server)))
                .singleElement()
                .satisfies(bad -> assertThat(bad.mark()).isEqualTo(Mark.BAD));
        GreenMail mail = MailServer.on(port);
        mail.start();
        try {
            assertThat(findings(Optional.empty(), Optional.of(server)))
                    .singleElement()
                    .satisfies(good -> assertThat(good.mark()).isEqualTo(Mark.GOOD));
            assertThat(mail.getReceivedMessages()).isEmpty();
        } finally {
            mail.stop();
        }
    }
}
