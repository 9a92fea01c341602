package pl.zmobridge.settings;

import java.nio.file.Path;
import java.util.Optional;
import pl.zmobridge.settings.Notifications.Mail;

/**
 * What becomes of the PDFs of a shop's sales documents.
 *
 * @param folder into which they are saved; empty for none
 * @param mail the server that sends them to the buyers; empty when they are not sent
 * @param replyTo whom a buyer answers; empty for the sender
 * @param shopName as buyers know the shop
 * @param waitForKsef whether a document that must have a KSeF number waits for it
 */
public record DocumentPdfs(
        Optional<Path> folder, Optional<Mail> mail, Optional<String> replyTo, String shopName, boolean waitForKsef) {

    /** Where a PDF goes. */
    enum Place {
        OFF,
        FOLDER,
        MAIL,
        BOTH;

        boolean isFolder() {
            return this == FOLDER || this == BOTH;
        }

        boolean isMail() {
            return this == MAIL || this == BOTH;
        }
    }
}
