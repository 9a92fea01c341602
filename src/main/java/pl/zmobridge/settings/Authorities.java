package pl.zmobridge.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who vouches for one system instead of those whom Java trusts: the certificates of a PEM file.
 *
 * @param certificates at least one
 */
public record Authorities(Path file, List<X509Certificate> certificates) {
    private static final long MOST_BYTES = 1024 * 1024;
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

    /** @throws Kind.BadValue that says what is wrong, to be read after the name of the key */
    static Authorities read(Path home, String name) {
        try {
            Path file = home.resolve(name);
            fault(file).ifPresent(fault -> {
                throw new Kind.BadValue(fault + ": " + file);
            });
            return new Authorities(file, certificates(file));
        } catch (InvalidPathException e) {
            throw new Kind.BadValue("is no name of a file: \"" + name + "\"");
        } catch (IOException e) {
            throw new Kind.BadValue("names a file that cannot be read: " + name);
        }
    }

    private static Optional<String> fault(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.of("names a file that does not exist");
        }
        if (Files.isDirectory(file)) {
            return Optional.of("names a directory");
        }
        if (!Files.isReadable(file)) {
            return Optional.of("names a file that this user may not read");
        }
        return Files.size(file) > MOST_BYTES
                ? Optional.of("names a file that is too long for certificates")
                : Optional.empty();
    }

    private static List<X509Certificate> certificates(Path file) throws IOException {
        List<X509Certificate> found = new ArrayList<>();
        Matcher each = CERTIFICATE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (each.find()) {
            found.add(certificate(file, found.size() + 1, each.group()));
        }
        if (found.isEmpty()) {
            throw new Kind.BadValue(
                    "names a file that holds no certificate; it must be PEM text (-----BEGIN CERTIFICATE-----): "
                            + file);
        }
        return List.copyOf(found);
    }

    private static X509Certificate certificate(Path file, int number, String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (CertificateException e) {
            throw new Kind.BadValue("names a file whose certificate no. " + number + " cannot be read: " + file);
        }
    }
}
