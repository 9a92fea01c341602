package pl.zmobridge.mending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.settings.Settable;

@DisplayName("Which setting lets a failed order go on")
class CureTest {
    @ParameterizedTest
    @CsvSource({
        "PAYMENT_UNMATCHED, payment, 3, , payment-form, 3",
        "PAYMENT_FORM_UNKNOWN, payment, 18, , payment-form, 18",
        "NO_PAYMENT_FORM, form, BLIK, , payment-form, ''",
        "UNKNOWN_PRODUCT_CODE, code, BUT-0042, , product-code, BUT-0042",
        "PRODUCT_WITHOUT_CODE, x, x, 'dostawa „Kurier” (id 7) nie ma kodu towaru; ustaw symfonia.delivery.code.7 albo symfonia.delivery.code i ponów import.', delivery-code, 7",
        "VAT_UNSETTLED, x, x, 'stawka nie ma odpowiednika; dodaj ją w ERP albo ustaw symfonia.vat.A\\:b = <kod stawki w ERP>.', vat, A:b",
        "VAT_UNSETTLED, x, x, 'sprzedaż z nią wymaga reguły dokumentu dla kraju DE.', documents, ''",
        "NO_DOCUMENT_RULE, x, x, nie pasuje, documents, ''",
        "UNKNOWN_SETTING, x, x, Nie znaleziono rejestru płatności SEJF, payment-registry, ''"
    })
    @DisplayName("is offered for the cause, with what it is about")
    void offered(Cause cause, String name, String value, String words, String setting, String of) {
        Failure failure = Failure.of(cause).with(name, value).quoting(words == null ? "" : words);

        assertThat(Cure.of(failure)).contains(new Cure(Settable.find(setting).orElseThrow(), of));
    }

    @ParameterizedTest
    @CsvSource({"NO_STOCK", "ERP_AWAY", "TOTAL_DOES_NOT_FIT", "SALE_UNSETTLED", "PRODUCT_WITHOUT_CODE"})
    @DisplayName("is not offered where none helps")
    void none(Cause cause) {
        assertThat(Cure.of(Failure.of(cause).quoting("pozycja „But” nie ma kodu")))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "A payment form for one payment method leaves the orders of another one alone; one for all others does not")
    void another() {
        Failure blik = Failure.of(Cause.PAYMENT_UNMATCHED).with("payment", "3");

        assertThat(new Cure(Settable.PAYMENT_FORM, "3").mayHeal(blik)).isTrue();
        assertThat(new Cure(Settable.PAYMENT_FORM, "").mayHeal(blik)).isTrue();
        assertThat(new Cure(Settable.PAYMENT_FORM, "18").mayHeal(blik)).isFalse();
        assertThat(new Cure(Settable.VAT, "zw.").mayHeal(blik)).isFalse();
    }
}
