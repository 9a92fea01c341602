package pl.zmobridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.check.Finding.Area;
import pl.zmobridge.check.Finding.Mark;
import pl.zmobridge.settings.Authorities;
import pl.zmobridge.settings.Notifications;
import pl.zmobridge.settings.Notifications.Mail;
import pl.zmobridge.settings.Notifications.Tls;
import pl.zmobridge.settings.Notifications.Webhook;
import pl.zmobridge.support.Certificates;
import pl.zmobridge.support.MailServer;
import pl.zmobridge.support.Rig;
import pl.zmobridge.support.StartTlsMail;
import pl.zmobridge.support.TlsFront;
import pl.zmobridge.words.Language;

@DisplayName("check tries the mail server and sends nothing")
class NotifyCheckTest {
    private static final String PASSWORD = "only-for-tests";

    private final int port = Rig.freePort();
    private final GreenMail mail = MailServer.on(port)
            .withConfiguration(GreenMailConfiguration.aConfig().withUser("ola@example.pl", "most", PASSWORD));
    private final List<Finding> findings = new ArrayList<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void start() {
        mail.start();
    }

    @AfterEach
    void stop() {
        assertThat(mail.getReceivedMessages()).isEmpty();
        assertThat(findings.toString()).doesNotContain(PASSWORD, "wrong-one", "t0ken");
        mail.stop();
    }

    private Finding tried(Mail server) {
        return tried(Optional.of(server), Optional.empty());
    }

    private Finding tried(Optional<Mail> server, Optional<Webhook> webhook) {
        Notifications settings = new Notifications(
                server,
                webhook,
                Language.PL,
                Duration.ofMinutes(2),
                Duration.ofMinutes(10),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        new NotifyCheck(settings, new Findings(Area.NOTIFICATIONS, findings::add)).run();
        return findings.get(findings.size() - 1);
    }

    private Mail server(String host, int at, Tls tls, String password, Optional<Authorities> ca) {
        return new Mail(
                List.of("ola@example.pl"),
                "most@example.pl",
                host,
                at,
                tls,
                Optional.of("most"),
                Optional.of(password),
                ca);
    }

    private Mail plain(String password) {
        return server("127.0.0.1", port, Tls.NONE, password, Optional.empty());
    }

    @Test
    @DisplayName("and says that it lets the bridge in, or why not")
    void login() {
        Finding good = tried(plain(PASSWORD));
        Finding bad = tried(plain("wrong-one"));

        assertThat(good.mark()).describedAs(good.toString()).isEqualTo(Mark.GOOD);
        assertThat(good.text()).contains("127.0.0.1:" + port, "lets the bridge in", "1 addresses");
        assertThat(bad.mark()).isEqualTo(Mark.BAD);
        assertThat(bad.about()).isEqualTo("notify.smtp.user");
        mail.stop();
        Finding away = tried(plain(PASSWORD));
        assertThat(away.mark()).isEqualTo(Mark.BAD);
        assertThat(away.about()).isEqualTo("notify.smtp.host");
        mail.start();
    }

    @Test
    @DisplayName("over TLS only when the server is whom it should be, and never in the open instead")
    void tls() throws Exception {
        Certificates ours = new Certificates(directory, "ours")
                .server("server", "localhost")
                .server("other", "other.test");
        Optional<Authorities> ca = Optional.of(new Authorities(directory, List.of(ours.authority())));
        try (TlsFront right = new TlsFront(ours, "server", "smtp://127.0.0.1:" + port);
                TlsFront wrong = new TlsFront(ours, "other", "smtp://127.0.0.1:" + port)) {
            int encrypted = URI.create(right.url()).getPort();
            int another = URI.create(wrong.url()).getPort();

            assertThat(tried(server("localhost", encrypted, Tls.TLS, PASSWORD, ca))
                            .mark())
                    .describedAs(findings.toString())
                    .isEqualTo(Mark.GOOD);
            assertThat(tried(server("localhost", encrypted, Tls.TLS, PASSWORD, Optional.empty()))
                            .mark())
                    .describedAs("nobody vouches for it")
                    .isEqualTo(Mark.BAD);
            assertThat(tried(server("localhost", another, Tls.TLS, PASSWORD, ca))
                            .mark())
                    .describedAs("its certificate is another host's")
                    .isEqualTo(Mark.BAD);
        }
        int upgraded = Rig.freePort();
        try (StartTlsMail right = new StartTlsMail(upgraded, ours, "server", "most", PASSWORD)) {
            assertThat(tried(server("localhost", upgraded, Tls.STARTTLS, PASSWORD, ca))
                            .mark())
                    .describedAs(findings.toString())
                    .isEqualTo(Mark.GOOD);
            assertThat(tried(server("localhost", upgraded, Tls.STARTTLS, "wrong-one", ca))
                            .about())
                    .isEqualTo("notify.smtp.user");
            assertThat(tried(server("localhost", upgraded, Tls.STARTTLS, PASSWORD, Optional.empty()))
                            .mark())
                    .describedAs("nobody vouches for it")
                    .isEqualTo(Mark.BAD);
            assertThat(right.received()).isEmpty();
        }
        try (StartTlsMail wrong = new StartTlsMail(upgraded, ours, "other", "most", PASSWORD)) {
            Finding refused = tried(server("localhost", upgraded, Tls.STARTTLS, PASSWORD, ca));
            assertThat(refused.mark())
                    .describedAs("its certificate is another host's")
                    .isEqualTo(Mark.BAD);
            assertThat(refused.about()).isEqualTo("notify.smtp.host");
            assertThat(wrong.received()).isEmpty();
        }
        Finding open = tried(server("127.0.0.1", port, Tls.STARTTLS, PASSWORD, ca));
        assertThat(open.mark()).isEqualTo(Mark.BAD);
        assertThat(open.text()).contains("STARTTLS");
    }

    @Test
    @DisplayName("and names the host of a web address alone")
    void webhook() {
        Finding note =
                tried(Optional.empty(), Optional.of(new Webhook("https://hooks.example.pl/x/t0ken", Optional.empty())));

        assertThat(note.mark()).isEqualTo(Mark.NOTE);
        assertThat(note.text()).contains("hooks.example.pl", "nothing was sent");
    }
}
