package pl.zmobridge.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * S2: the shop's row in 64 characters. What was not compared from the first version on is told only of a row that has it, so that the register's
 * digests of the others still hold.
 */
final class RowDigest {
    /** Of nearly every delivery. */
    private static final String USUAL_TAX = "23%";

    private RowDigest() {}

    static String of(ShopOrder row) {
        Optional<Parties> parties = Parties.of(row, new Findings(row.id()));
        Marks marks = Marks.of(row);
        String compared = String.join(
                "\n",
                row.sum().stripTrailingZeros().toPlainString(),
                Texts.clean(row.currency()),
                parties.map(now -> ShopChanges.words(now.contractor())).orElse(""),
                parties.map(now -> now.contractor().nip()).orElse("") + marks.doubtfulNip(), // never both
                parties.map(now -> ShopChanges.recipient(now.recipient(), now.contractor()))
                        .orElse(""),
                Long.toString(row.shippingId()),
                row.deliveryCost().stripTrailingZeros().toPlainString(),
                Long.toString(row.paymentId()),
                row.productCount(),
                row.vatEu() ? "tak" : "nie");
        String tax = tax(row.deliveryTax(), row.deliveryTaxValue());
        String more = Stream.of(
                        row.shipment().words(),
                        told("joined", marks.joined()),
                        told("ticked", row.shipment().ticked()),
                        told("filled in", row.shipment().filledIn()),
                        told("notes", Texts.cleanLines(row.notes())),
                        tax.equals(USUAL_TAX) ? "" : "tax: " + tax)
                .filter(each -> !each.isEmpty())
                .map("\n"::concat)
                .collect(Collectors.joining());
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((compared + more).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static String told(String what, String text) {
        return text.isEmpty() ? "" : what + ": " + text;
    }

    /** A rate by its name, and by its value where the name does not say it. */
    static String tax(String name, String value) {
        String called = Texts.clean(name);
        String worth = Texts.clean(value);
        return worth.isEmpty() || called.equals(worth + "%") ? called : called + " (" + worth + ")";
    }
}
