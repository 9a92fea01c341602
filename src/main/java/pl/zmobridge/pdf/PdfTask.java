package pl.zmobridge.pdf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.register.Backoff;
import pl.zmobridge.symfonia.SalePdf;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.words.Phrase;

/** One invoice: what is to be done with its PDF, and what became of it. It belongs to one exchange. */
final class PdfTask {
    static final String DUE = "DUE";
    static final String NONE = "NONE";
    static final String FAILED = "FAILED";
    private static final String SENDING = "SENDING";

    /** So often the ERP is asked for a PDF that it does not have. */
    private static final int MOST_FETCHES = 8;

    /** So often a mail server may say "later": about a day. */
    private static final int MOST_MAILS = 100;

    private static final Duration NEVER = Duration.ofMillis(-1);

    private final PdfRow row;
    private final Backoff backoff;
    private final boolean wantsFile;
    private boolean wantsMail;
    private Optional<SalePdf.Ready> pdf = Optional.empty();
    private String fileState;
    private String mailState;
    private Optional<String> savedAs = Optional.empty();
    private boolean sentNow;
    private Optional<Failure> failure = Optional.empty();
    private int attempts;
    private Duration wait = NEVER;
    private final List<Phrase> events = new ArrayList<>();
    private final List<Failure> reviews = new ArrayList<>();

    /** @param mailPause how long no e-mail is to be tried yet; zero for now */
    PdfTask(PdfRow row, PdfShop shop, Duration mailPause, Backoff backoff) {
        this.row = row;
        this.backoff = backoff;
        this.fileState = row.fileState().equals(DUE) && shop.folder().isEmpty() ? NONE : row.fileState();
        this.mailState = row.mailState().equals(DUE) && shop.letters().isEmpty() ? NONE : row.mailState();
        this.wantsFile = fileState.equals(DUE);
        this.wantsMail = mailState.equals(DUE) && mailPause.isZero();
        if (mailState.equals(SENDING)) {
            unsure(""); // a bridge has died at it
        } else if (wantsMail && PdfLetters.address(row.email()).isEmpty()) {
            notSent("NO_ADDRESS", "", FAILED);
        } else if (mailState.equals(DUE) && !wantsMail) {
            wait = mailPause;
        }
    }

    PdfRow row() {
        return row;
    }

    private boolean isOver() {
        return mailState.equals("UNSURE") && row.mailState().equals(SENDING);
    }

    /** Whether it is to be saved now. */
    boolean isToBeSaved() {
        return wantsFile && pdf.isPresent() && !isOver();
    }

    /** Whether it is to be sent now. */
    boolean isToBeSent() {
        return wantsMail && pdf.isPresent();
    }

    /** Whether the PDF itself is needed, and not there yet. */
    boolean needsPdf() {
        return pdf.isEmpty() && !isOver() && (wantsFile || wantsMail);
    }

    void found(SalePdf.Ready content) {
        pdf = Optional.of(content);
    }

    SalePdf.Ready pdf() {
        return pdf.orElseThrow();
    }

    /** The ERP has answered, and not with the PDF. */
    void unusable(SalePdf.Fault fault) {
        Failure unusable =
                Failure.of(Cause.PDF_UNUSABLE).with("document", row.number()).with("how", fault.name());
        failed(unusable);
        if (attempts >= MOST_FETCHES) {
            givesUp(unusable);
        }
    }

    /** The ERP has refused, or not answered. */
    void notFetched(Failure why, boolean othersPass) {
        failed(why);
        if (attempts >= MOST_FETCHES && (othersPass || !why.isOutage())) {
            givesUp(Failure.of(Cause.PDF_UNUSABLE)
                    .with("document", row.number())
                    .with("how", "REFUSED")
                    .quoting(why.words()));
        }
    }

    private void givesUp(Failure why) {
        fileState = wantsFile ? FAILED : fileState;
        mailState = mailState.equals(DUE) ? FAILED : mailState;
        review(why);
    }

    void saved(String file) {
        savedAs = Optional.of(file);
        fileState = "SAVED";
        events.add(Phrase.of("PDF_SAVED").with("document", row.number()).with("file", file));
    }

    /** The folder takes nothing: it is tried again, for ever. */
    void notSaved(Failure why) {
        failed(why);
    }

    /** The register says that it is being sent. */
    void sends() {
        mailState = SENDING;
    }

    void sent() {
        mailState = "SENT";
        sentNow = true;
        wantsMail = false;
        events.add(Phrase.of("PDF_SENT").with("document", row.number()));
    }

    /** @param pause until the server is tried again */
    void notSent(MailFate fate, String words, Duration pause) {
        Failure why = Failure.of(Cause.MAIL_AWAY).quoting(Answer.discreet(words));
        switch (fate) {
            case AWAY -> {
                mailState = DUE;
                failure = failure.or(() -> Optional.of(why));
                wait = wait.isNegative() || pause.compareTo(wait) < 0 ? pause : wait;
            }
            case LATER -> {
                mailState = DUE;
                failed(why);
                if (attempts >= MOST_MAILS) {
                    notSent("REFUSED", words, FAILED);
                }
            }
            case REFUSED -> notSent("REFUSED", words, FAILED);
            case UNSURE -> unsure(words);
        }
    }

    private void unsure(String words) {
        notSent("UNSURE", words, "UNSURE");
    }

    private void notSent(String how, String words, String state) {
        mailState = state;
        wantsMail = false;
        review(Failure.of(Cause.PDF_NOT_SENT)
                .with("document", row.number())
                .with("how", how)
                .quoting(Answer.discreet(words)));
    }

    /** A person must look; it is not tried again by itself, but a file that is still to be saved is. */
    private void review(Failure why) {
        failure = Optional.of(why);
        reviews.add(why);
        if (!fileState.equals(DUE) || attempts == 0) {
            wait = NEVER;
        }
    }

    private void failed(Failure why) {
        attempts = row.cause().equals(why.cause().name()) ? row.attempts() + 1 : 1;
        failure = Optional.of(why);
        wait = backoff.after(attempts);
    }

    /** Nothing is left undone, and nothing waits for a person. */
    boolean isDone() {
        return failure.isEmpty() && left().isNegative() && !waitsForPerson();
    }

    private boolean waitsForPerson() {
        return fileState.equals(FAILED) || mailState.equals(FAILED) || mailState.equals("UNSURE");
    }

    /** What is not done and has no moment of its own is due at once. */
    private Duration left() {
        boolean open = fileState.equals(DUE) || mailState.equals(DUE);
        return open && wait.isNegative() ? Duration.ZERO : wait;
    }

    List<Phrase> events() {
        return events;
    }

    List<Failure> reviews() {
        return reviews;
    }

    /** Parameters of the statements on its row. */
    Object parameter(String name, Object none) {
        return switch (name) {
            case "orderId" -> row.orderId();
            case "importId" -> row.importId();
            case "documentId" -> row.documentId();
            case "foundFileState" -> row.fileState();
            case "foundMailState" -> row.mailState();
            case "fileState" -> fileState;
            case "file" -> savedAs.orElse(row.file().isEmpty() ? null : row.file());
            case "sha1" -> savedAs.isPresent() ? pdf().sha1() : row.sha1().isEmpty() ? null : row.sha1();
            case "savedNow" -> savedAs.isPresent();
            case "mailState" -> mailState;
            case "sentNow" -> sentNow;
            case "waitMillis" -> left().toMillis();
            case "attempts" -> attempts;
            case "sameCause" -> failure.isEmpty() && waitsForPerson();
            case "cause" -> failure.map(why -> why.cause().name()).orElse(null);
            case "arguments" -> failure.map(why -> Phrase.json(why.arguments())).orElse(null);
            case "words" -> failure.map(Failure::words).orElse(null);
            default -> none;
        };
    }
}
