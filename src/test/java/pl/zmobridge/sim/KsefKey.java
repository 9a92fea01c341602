package pl.zmobridge.sim;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** A key of KSeF's own with its certificate, made here: whatever is encrypted for it, only it can read. */
final class KsefKey {
    private static final int SEQUENCE = 0x30;
    private static final byte[] SHA256_WITH_RSA =
            der(SEQUENCE, der(6, new byte[] {42, -122, 72, -122, -9, 13, 1, 1, 11}), der(5));

    private final KeyPair pair;
    private final String certificate;

    KsefKey(Instant from, Instant to) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            pair = generator.generateKeyPair();
            certificate = Base64.getEncoder().encodeToString(selfSigned(from, to));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** DER in Base64. */
    String certificate() {
        return certificate;
    }

    /** What was encrypted for it with RSA-OAEP, SHA-256 and MGF1 with SHA-256; empty for anything else. */
    Optional<String> open(String base64) {
        try {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    pair.getPrivate(),
                    new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
            return Optional.of(new String(cipher.doFinal(Base64.getDecoder().decode(base64)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException notForThisKey) {
            return Optional.empty();
        }
    }

    private byte[] selfSigned(Instant from, Instant to) throws GeneralSecurityException {
        byte[] name =
                der(SEQUENCE, der(0x31, der(SEQUENCE, der(6, new byte[] {85, 4, 3}), der(12, bytes("ksef-sim")))));
        byte[] content = der(
                SEQUENCE,
                der(2, BigInteger.valueOf(from.toEpochMilli()).toByteArray()),
                SHA256_WITH_RSA,
                name,
                der(SEQUENCE, der(0x17, bytes(utc(from))), der(0x17, bytes(utc(to)))),
                name,
                pair.getPublic().getEncoded());
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(pair.getPrivate());
        signature.update(content);
        return der(SEQUENCE, content, SHA256_WITH_RSA, der(3, new byte[1], signature.sign()));
    }

    private static String utc(Instant time) {
        return DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").format(time.atOffset(ZoneOffset.UTC));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(tag);
        int length = content.size();
        if (length < 128) {
            der.write(length);
        } else {
            byte[] digits = BigInteger.valueOf(length).toByteArray();
            int skip = digits[0] == 0 ? 1 : 0;
            der.write(128 + digits.length - skip);
            der.write(digits, skip, digits.length - skip);
        }
        der.writeBytes(content.toByteArray());
        return der.toByteArray();
    }
}
