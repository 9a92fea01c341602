package pl.zmobridge.pdf;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a failure to send an e-mail means. */
enum MailFate {
    /** The server takes nothing, from nobody: it is not reached, or the sender is wrong. */
    AWAY,
    /** It may take this one later. */
    LATER,
    /** It never takes this one. */
    REFUSED,
    /** The connection broke: nobody knows whether it was taken. */
    UNSURE;

    private static final int PERMANENT = 500;
    private static final int TOO_LARGE = 552;

    static MailFate of(Throwable failure) {
        MailFate found = UNSURE;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof LetterSender.NotLetIn) {
                return AWAY;
            }
            for (Exception next = each instanceof Exception first ? first : null; next != null; next = next(next)) {
                if (next instanceof SMTPAddressFailedException refused) {
                    return of(refused.getReturnCode());
                }
                if (next instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
                    boolean sender = refused.getCommand() != null
                            && refused.getCommand().startsWith("MAIL")
                            && refused.getReturnCode() != TOO_LARGE;
                    found = sender ? AWAY : of(refused.getReturnCode());
                }
            }
        }
        return found;
    }

    private static Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }

    private static MailFate of(int code) {
        return code >= PERMANENT ? REFUSED : LATER;
    }
}
