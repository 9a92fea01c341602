package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** What {@code GET Sales/PDF} answered (wire-symfonia, "Sales documents"). */
public sealed interface SalePdf {
    /** @param sha1 of the content, in hexadecimal */
    record Ready(byte[] content, String sha1) implements SalePdf {
        @Override
        public String toString() {
            return "Ready[" + content.length + " bytes]"; // I6
        }
    }

    /** The answer holds no PDF, or not this one whole. */
    record Unusable(Fault fault) implements SalePdf {}

    /** Why. */
    enum Fault {
        /** The ERP knows no such document, or has not rendered it yet. */
        NONE,
        NOT_BASE64,
        /** The content is not what its hash says. */
        OTHER_HASH,
        NOT_PDF
    }

    /** Reads one {@code {"Hash_SHA1","CreateDate","ContentFile_Base64"}}. In what form the hash comes is unverified; without one the end of the file must be there. */
    static SalePdf read(JsonNode answer) {
        String base64 = Wire.text(answer, "ContentFile_Base64").strip();
        if (base64.isEmpty()) {
            return new Unusable(Fault.NONE);
        }
        byte[] content;
        try {
            content = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new Unusable(Fault.NOT_BASE64);
        }
        String hash = Wire.text(answer, "Hash_SHA1").strip();
        byte[] sum = sum(content);
        if (!hash.isEmpty() && !isHash(hash, sum)) {
            return new Unusable(Fault.OTHER_HASH);
        }
        if (!startsAsPdf(content) || hash.isEmpty() && !endsAsPdf(content)) {
            return new Unusable(Fault.NOT_PDF);
        }
        return new Ready(content, HexFormat.of().formatHex(sum));
    }

    /** SHA-1 in hexadecimal. */
    static String sha1(byte[] content) {
        return HexFormat.of().formatHex(sum(content));
    }

    private static boolean isHash(String hash, byte[] sum) {
        String hex = hash.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-z]", "");
        return hex.equals(HexFormat.of().formatHex(sum))
                || hash.equals(Base64.getEncoder().encodeToString(sum));
    }

    private static boolean startsAsPdf(byte[] content) {
        byte[] start = "%PDF".getBytes(StandardCharsets.US_ASCII);
        return content.length > start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    private static boolean endsAsPdf(byte[] content) {
        int tail = Math.max(0, content.length - 1024);
        return new String(content, tail, content.length - tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    private static byte[] sum(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
