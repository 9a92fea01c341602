package pl.zmobridge.ksef;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An invoice of KSeF with the number of a sales document")
class KsefMatchTest {

    private static KsefInvoice invoice(String type, String buyer, String gross, String currency) {
        return new KsefInvoice("K-1", "FV 1", type, buyer, new BigDecimal(gross), currency, "Online", Instant.EPOCH);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} for a document of {4} {5}, buyer {6}: {7}")
    @CsvSource({
        "Nip, 5260001246, 169.94, PLN, 169.94, PLN, 5260001246, FITS",
        "Nip, 5260001246, 169.940, PLN, 169.94, PLN, 526-000-12-46, FITS",
        "Nip, 5260001246, 169.94, PLN, 169.94, PLN, PL5260001246, FITS",
        "Nip, 5260001246, 169.94, '', 169.94, PLN, 5260001246, FITS",
        "Nip, 5260001246, 169.93, PLN, 169.94, PLN, 5260001246, OTHER_AMOUNT",
        "Nip, 5260001246, 169.94, EUR, 169.94, PLN, 5260001246, OTHER_AMOUNT",
        "Nip, 7740001454, 169.94, PLN, 169.94, PLN, 5260001246, OTHER_BUYER",
        "None, '', 169.94, PLN, 169.94, PLN, 5260001246, OTHER_BUYER",
        "None, '', 169.94, PLN, 169.94, PLN, '', FITS",
        "Other, X-77, 169.94, PLN, 169.94, PLN, '', FITS",
        "Nip, 7740001454, 169.94, PLN, 169.94, PLN, '', OTHER_BUYER",
        "VatUe, DE123456789, 169.94, EUR, 169.94, EUR, DE123456789, FITS",
        "VatUe, 123456789, 169.94, EUR, 169.94, EUR, DE123456789, FITS",
        "VatUe, 123456780, 169.94, EUR, 169.94, EUR, DE123456789, OTHER_BUYER",
        "VatUe, '', 169.94, EUR, 169.94, EUR, DE123456789, OTHER_BUYER"
    })
    void matches(
            String type,
            String theirs,
            String gross,
            String currency,
            String total,
            String ours,
            String buyer,
            KsefMatch expected) {
        KsefMatch.Document document = new KsefMatch.Document(new BigDecimal(total), ours, true, Optional.of(buyer));
        assertThat(KsefMatch.of(invoice(type, theirs, gross, currency), document))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("is one of several when it is worth no more than the order; an erased buyer is not compared")
    void several() {
        KsefMatch.Document one = new KsefMatch.Document(new BigDecimal("169.94"), "PLN", false, Optional.empty());
        assertThat(KsefMatch.of(invoice("Nip", "1", "19.99", "PLN"), one)).isEqualTo(KsefMatch.FITS);
        assertThat(KsefMatch.of(invoice("Nip", "1", "169.95", "PLN"), one)).isEqualTo(KsefMatch.OTHER_AMOUNT);
        assertThat(KsefMatch.of(invoice("Nip", "1", "-19.99", "PLN"), one)).isEqualTo(KsefMatch.OTHER_AMOUNT);
    }
}
