package pl.zmobridge.pdf;

import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.Attachment;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.attachment.DefaultAttachment;
import pl.zmobridge.symfonia.SalePdf;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;
import pl.zmobridge.words.Words;

/**
 * The e-mail with which a buyer gets an invoice.
 *
 * @param from the sender
 * @param replyTo whom a buyer answers; empty for the sender
 * @param shopName as buyers know the shop
 */
public record PdfLetters(String from, Optional<String> replyTo, String shopName) {
    /** One plain address; whatever could add a header or another recipient is none. */
    private static final Pattern ADDRESS = Pattern.compile(
            "([\\p{ASCII}&&[^\\s@,;:<>\"()\\[\\]\\\\\\p{Cntrl}]]+)@([\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+)");

    /** The buyer's address as mail servers take it; empty when it is none. */
    static Optional<String> address(String email) {
        Matcher address = ADDRESS.matcher(email.strip());
        if (!address.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(address.group(1) + "@" + IDN.toASCII(address.group(2)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Makes the message this e-mail; nothing else of it stays. */
    void compose(Exchange exchange, PdfRow row, SalePdf.Ready pdf, Language language) {
        AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
        message.removeHeaders("*");
        message.clearAttachments();
        exchange.setProperty(Exchange.CHARSET_NAME, StandardCharsets.UTF_8.name());
        message.setHeader("To", address(row.email()).orElseThrow());
        message.setHeader("From", from);
        replyTo.ifPresent(address -> message.setHeader("Reply-To", address));
        message.setHeader("Message-ID", id(row));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Subject", say(language, "SUBJECT", row).replaceAll("\\s+", " "));
        message.setHeader(Exchange.CONTENT_TYPE, "text/plain; charset=UTF-8");
        Attachment attached =
                new DefaultAttachment(new DataHandler(new ByteArrayDataSource(pdf.content(), "application/pdf")));
        attached.addHeader("Content-Transfer-Encoding", "base64"); // a PDF of plain letters would get other line ends
        message.addAttachmentObject(FileName.of(row.number(), row.documentId()) + ".pdf", attached);
        message.setBody(say(language, "TEXT", row));
    }

    private String say(Language language, String code, PdfRow row) {
        return Words.in(language)
                .text(
                        "pdfLetter",
                        Phrase.of(code)
                                .with("document", row.number())
                                .with("order", row.confirmedNumber())
                                .with("shop", shopName));
    }

    /** The same for the same document, however often it is tried: a reader's program recognises it. */
    private String id(PdfRow row) {
        String host = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "-");
        String shop = row.shop().replaceAll("[^A-Za-z0-9-]", "-");
        return "<zmo-" + shop + "-" + row.importId() + "-" + row.documentId() + "-" + row.round() + "@" + host + ">";
    }
}
