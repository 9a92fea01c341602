package pl.zmobridge.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelExecutionException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.camel.SqlParameters;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.register.Backoff;
import pl.zmobridge.symfonia.SalePdf;

@DisplayName("What becomes of one PDF")
class PdfTaskTest {
    private static final Backoff BACKOFF = new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(15), () -> 0);
    private static final SalePdf.Ready PDF = new SalePdf.Ready("%PDF".getBytes(StandardCharsets.UTF_8), "00");
    private static final PdfShop BOTH = new PdfShop(
            "main",
            Optional.of(new PdfFolder(Path.of("documents"))),
            Optional.of(new PdfLetters("most@example.pl", Optional.empty(), "Sklep")),
            false,
            List.of("main"));

    private static PdfRow row(String file, String mail, String email, String cause, int attempts) {
        return new PdfRow(
                "main",
                7,
                1,
                2,
                "FV/1",
                YearMonth.of(2026, 11),
                "7",
                email,
                Optional.empty(),
                Optional.empty(),
                file,
                "",
                "",
                mail,
                1,
                cause,
                attempts);
    }

    private static PdfTask task(String file, String mail) {
        return new PdfTask(row(file, mail, "ola@example.pl", "", 0), BOTH, Duration.ZERO, BACKOFF);
    }

    private static Object of(PdfTask task, String name) {
        return task.parameter(name, "?");
    }

    @Test
    @DisplayName("is done when it is saved and sent, and nothing is due then")
    void done() {
        PdfTask task = task("DUE", "DUE");
        assertThat(task.needsPdf()).isTrue();
        task.found(PDF);
        task.saved("2026/11/FV_1.pdf");
        assertThat(task.isDone()).describedAs("not sent yet").isFalse();
        task.sends();
        task.sent();
        assertThat(task.isDone()).isTrue();
        assertThat(of(task, "waitMillis")).isEqualTo(-1L);
        assertThat(of(task, "mailState")).isEqualTo("SENT");
        assertThat(of(task, "file")).isEqualTo("2026/11/FV_1.pdf");
        assertThat(task.reviews()).isEmpty();
    }

    @Test
    @DisplayName("has NULL where there is nothing to say")
    void nothing() {
        PdfLook look = new PdfLook(BOTH, "me", Duration.ZERO, false);
        assertThat(look.parameter("cause")).isEqualTo(SqlParameters.NONE);
        look.takes(task("DUE", "DUE"));
        assertThat(look.parameter("cause")).isNull();
        assertThat(look.parameter("file")).isNull();
        assertThat(look.parameter("other")).isEqualTo(SqlParameters.NONE);
    }

    @Test
    @DisplayName("stays due at once when another bridge has taken the e-mail over")
    void takenOver() {
        PdfTask task = task("NONE", "DUE");
        task.found(PDF);
        assertThat(of(task, "waitMillis")).isEqualTo(0L);
    }

    @Test
    @DisplayName("is not certain when a bridge died while it sent; the file is still saved, the e-mail never by itself")
    void died() {
        PdfTask task = task("DUE", "SENDING");
        assertThat(task.needsPdf()).isFalse();
        assertThat(task.isToBeSent()).isFalse();
        assertThat(of(task, "mailState")).isEqualTo("UNSURE");
        assertThat(of(task, "waitMillis")).describedAs("for the file").isEqualTo(0L);
        assertThat(task.reviews()).singleElement().satisfies(why -> assertThat(why.arguments())
                .containsEntry("how", "UNSURE"));
        assertThat(of(task("SAVED", "SENDING"), "waitMillis")).isEqualTo(-1L);

        PdfTask file = task("DUE", "UNSURE");
        file.found(PDF);
        file.saved("f");
        assertThat(of(file, "sameCause"))
                .describedAs("the e-mail is still uncertain")
                .isEqualTo(true);
        assertThat(file.isDone()).isFalse();
    }

    @Test
    @DisplayName(
            "is asked for again more and more rarely, and is a review after eight times, or later while the ERP is away")
    void fetching() {
        PdfTask once = task("DUE", "DUE");
        once.unusable(SalePdf.Fault.NONE);
        assertThat(of(once, "waitMillis")).isEqualTo(60_000L);
        assertThat(once.reviews()).isEmpty();

        PdfTask last =
                new PdfTask(row("DUE", "DUE", "ola@example.pl", "PDF_UNUSABLE", 7), BOTH, Duration.ZERO, BACKOFF);
        last.unusable(SalePdf.Fault.OTHER_HASH);
        assertThat(of(last, "fileState")).isEqualTo("FAILED");
        assertThat(of(last, "mailState")).isEqualTo("FAILED");
        assertThat(of(last, "waitMillis")).isEqualTo(-1L);
        assertThat(last.reviews()).singleElement().extracting(Failure::cause).isEqualTo(Cause.PDF_UNUSABLE);

        Failure away = Failure.of(Cause.ERP_AWAY).with("how", "NO_ANSWER");
        PdfTask waiting = new PdfTask(row("DUE", "NONE", "", "ERP_AWAY", 50), BOTH, Duration.ZERO, BACKOFF);
        waiting.notFetched(away, false);
        assertThat(of(waiting, "fileState")).isEqualTo("DUE");
        assertThat(of(waiting, "waitMillis")).isEqualTo(15 * 60_000L);
        PdfTask alone = new PdfTask(row("DUE", "NONE", "", "ERP_AWAY", 50), BOTH, Duration.ZERO, BACKOFF);
        alone.notFetched(away, true);
        assertThat(of(alone, "fileState")).describedAs("others pass").isEqualTo("FAILED");
    }

    @Test
    @DisplayName("waits for the folder for ever, whatever became of the e-mail")
    void folder() {
        PdfTask task = new PdfTask(row("DUE", "DUE", "", "PDF_NOT_SAVED", 500), BOTH, Duration.ZERO, BACKOFF);
        assertThat(of(task, "mailState")).describedAs("no address").isEqualTo("FAILED");
        task.found(PDF);
        task.notSaved(Failure.of(Cause.PDF_NOT_SAVED).with("folder", "x").quoting("full"));
        assertThat(of(task, "fileState")).isEqualTo("DUE");
        assertThat(of(task, "waitMillis")).isEqualTo(15 * 60_000L);
        assertThat(task.reviews()).hasSize(1);
    }

    @Test
    @DisplayName(
            "waits for a mail server that is away, for a day for one that says later, and for a person when it refuses")
    void mail() {
        PdfTask away = task("NONE", "DUE");
        away.found(PDF);
        away.sends();
        away.notSent(MailFate.AWAY, "no route to host", Duration.ofMinutes(3));
        assertThat(of(away, "mailState")).isEqualTo("DUE");
        assertThat(of(away, "waitMillis")).isEqualTo(180_000L);
        assertThat(away.reviews()).isEmpty();

        PdfTask paused = new PdfTask(row("DUE", "DUE", "ola@example.pl", "", 0), BOTH, Duration.ofMinutes(2), BACKOFF);
        paused.found(PDF);
        paused.saved("f");
        assertThat(paused.isToBeSent()).isFalse();
        assertThat(of(paused, "waitMillis")).isEqualTo(120_000L);

        PdfTask later =
                new PdfTask(row("SAVED", "DUE", "ola@example.pl", "MAIL_AWAY", 98), BOTH, Duration.ZERO, BACKOFF);
        later.notSent(MailFate.LATER, "450", Duration.ZERO);
        assertThat(of(later, "mailState")).isEqualTo("DUE");
        PdfTask tooLate =
                new PdfTask(row("SAVED", "DUE", "ola@example.pl", "MAIL_AWAY", 99), BOTH, Duration.ZERO, BACKOFF);
        tooLate.notSent(MailFate.LATER, "450", Duration.ZERO);
        assertThat(of(tooLate, "mailState")).isEqualTo("FAILED");
        assertThat(of(tooLate, "waitMillis")).isEqualTo(-1L);

        PdfTask refused = task("SAVED", "DUE");
        refused.notSent(MailFate.REFUSED, "550 <jan@example.pl> unknown", Duration.ZERO);
        assertThat(refused.reviews())
                .singleElement()
                .satisfies(why -> assertThat(why.words()).contains("550").doesNotContain("jan@"));
    }

    @Test
    @DisplayName("is not wanted any more where the setting has changed")
    void off() {
        PdfShop folderOnly = new PdfShop("main", BOTH.folder(), Optional.empty(), false, List.of("main"));
        PdfTask task = new PdfTask(row("SAVED", "DUE", "x", "", 0), folderOnly, Duration.ZERO, BACKOFF);
        assertThat(task.needsPdf()).isFalse();
        assertThat(of(task, "mailState")).isEqualTo("NONE");
        assertThat(of(task, "waitMillis")).isEqualTo(-1L);
    }

    @Test
    @DisplayName("is judged by what the mail server said, also under Camel's wrapping")
    void fates() {
        assertThat(MailFate.of(new CamelExecutionException(
                        "x", null, new LetterSender.NotLetIn(new MessagingException("no route")))))
                .isEqualTo(MailFate.AWAY);
        assertThat(MailFate.of(new SendFailedException("Invalid", address(550))))
                .isEqualTo(MailFate.REFUSED);
        assertThat(MailFate.of(new SendFailedException("Invalid", address(451))))
                .isEqualTo(MailFate.LATER);
        assertThat(MailFate.of(said("DATA", 554))).isEqualTo(MailFate.REFUSED);
        assertThat(MailFate.of(said("MAIL FROM:<most@example.pl>", 550)))
                .describedAs("the sender")
                .isEqualTo(MailFate.AWAY);
        assertThat(MailFate.of(said("MAIL FROM:<most@example.pl>", 552)))
                .describedAs("too large")
                .isEqualTo(MailFate.REFUSED);
        assertThat(MailFate.of(new MessagingException("Exception reading response", new SocketTimeoutException())))
                .isEqualTo(MailFate.UNSURE);
        assertThat(MailFate.of(new IOException("broken pipe"))).isEqualTo(MailFate.UNSURE);
    }

    private static SMTPAddressFailedException address(int code) {
        return new SMTPAddressFailedException(null, "RCPT TO:<x>", code, code + " no");
    }

    private static SMTPSendFailedException said(String command, int code) {
        return new SMTPSendFailedException(command, code, code + " no", null, null, null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nikt",
                "a@b",
                "a@b.pl, c@d.pl",
                "a@b.pl\nBcc: c@d.pl",
                "A <a@b.pl>",
                "a b@c.pl",
                "żółw@b.pl",
                "a@b.pl;c@d.pl",
                "a@.pl"
            })
    @DisplayName("goes to no address that is none, or more than one")
    void addresses(String email) {
        assertThat(PdfLetters.address(email)).isEmpty();
    }

    @Test
    @DisplayName("goes to addresses of any country")
    void address() {
        assertThat(PdfLetters.address(" ola.k+sklep@example.pl ")).contains("ola.k+sklep@example.pl");
        assertThat(PdfLetters.address("ola@żółw.pl")).contains("ola@xn--w-uga1v8h.pl");
    }
}
