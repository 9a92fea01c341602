package pl.zmobridge.ksef;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** Encrypts the token for KSeF alone: RSA-OAEP, with SHA-256 for both hash and mask. */
final class TokenSeal {
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private TokenSeal() {}

    /**
     * The token and the moment of the challenge, as Base64.
     *
     * @param certificate DER in Base64
     * @throws KsefFailure when the certificate cannot be used
     */
    static String seal(String token, long timestampMillis, String certificate) {
        try {
            PublicKey key = CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(certificate)))
                    .getPublicKey();
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, OAEP);
            byte[] sealed = cipher.doFinal((token + "|" + timestampMillis).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw KsefFailure.unusable("NO_KEY");
        }
    }
}
