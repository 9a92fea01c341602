package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.order.ShopOrders.anna;
import static pl.zmobridge.order.ShopOrders.firm;
import static pl.zmobridge.order.ShopOrders.order;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NipTest {

    @ParameterizedTest(name = "„{0}”")
    @DisplayName("H4 a valid NIP is ten digits, however it was typed")
    @ValueSource(
            strings = {
                "5260250274",
                "526-025-02-74",
                "526-02-50-274",
                " PL 526 025 02 74 ",
                "pl5260250274",
                "526.025.02.74",
                "526–025–02–74",
                "526\u00a0025\u00a002\u00a074",
                "NIP: 526-025-02-74",
                "NIP PL5260250274",
                "NIP nr 526-025-02-74",
                "nr NIP: 526 025 02 74",
                "Numer NIP 5260250274",
                "N.I.P. 526-025-02-74",
                "NIP/VAT: PL 526-025-02-74",
                "VAT UE PL5260250274",
                "nr 5260250274",
                "No. 5260250274",
                "ID 5260250274"
            })
    void valid(String typed) {
        assertThat(Nip.read(typed).value()).isEqualTo("5260250274");
        assertThat(Nip.read(typed).warning()).isEmpty();
    }

    @ParameterizedTest(name = "„{0}” becomes „{1}”")
    @DisplayName("H4 an odd NIP is carried with a warning that quotes it")
    @CsvSource({
        "526-025-02-75, 5260250275",
        "PL 123 456 78 90, 1234567890",
        "DE123456789, DE123456789",
        "'CZ 123-45-678', CZ12345678",
        "ATU12345678, ATU12345678",
        "EL123456789, EL123456789",
        "CHE-123.456.789, CHE123456789",
        "GB 123 4567 89, GB123456789",
        "NL123456789B01, NL123456789B01",
        "NL000099998B57, NL000099998B57",
        "BE 0123.456.789, BE0123456789",
        "ESB12345678, ESB12345678",
        "ES 12345678Z, ES12345678Z",
        "FR XX 123456789, FRXX123456789",
        "IE1234567WA, IE1234567WA",
        "IE1+23456T, IE1+23456T",
        "CY12345678X, CY12345678X",
        "LT123456789012, LT123456789012",
        "SE123456789001, SE123456789001",
        "XI 123456789, XI123456789",
        "CHE-123.456.789 MWST, CHE123456789MWST",
        "NO 123 456 789 MVA, NO123456789MVA",
        "VAT UE: DE 123 456 789, DE123456789",
        "USt-IdNr. DE123456789, DE123456789",
        "nr VAT ATU12345678, ATU12345678",
        "NIP 526-025-02-75, 5260250275",
    })
    void odd(String typed, String expected) {
        assertThat(Nip.read(typed).value()).isEqualTo(expected);
        assertThat(Nip.read(typed).warning()).get().asString().contains("„" + typed + "”");
    }

    @ParameterizedTest(name = "„{0}”")
    @DisplayName("H4 case 29 what is no tax id makes none, with a warning that quotes it and a doubt for a person")
    @ValueSource(
            strings = {
                "brak",
                "nie dotyczy",
                "0000000000",
                "000-000-00-00",
                "00000000000",
                "PL0000000000",
                "0",
                "600 100 200",
                "+48 600 100 200",
                "48600100200",
                "5260250274; 7251801126",
                "526-025-02-74 7251801126",
                "5260250274/7251801126",
                "5260250274, Kos i Spółka",
                "011222",
                "123",
                "PL526025027",
                "85010112345",
                "XX123456789",
                "BRAK12345",
                "mam w koncie 12345678",
                "nr 600 100 200",
                "tel. 600100200",
                "DE 600 100 200",
                "nr 601 100 200",
                "ID 1234567890",
                "NIP 0000000000",
                "NIP: brak",
                "FIRMA 12345",
                "firma 5260250274",
                "SKLEP 600100200",
                "BEZ NIP 12345",
                "SKLEP 5260250274",
                "S.K. 5260250274",
                "S.A. 5260250274",
                "EURO 12345",
                "UEFI 12345678",
                "DE12345678",
                "ATU1234567",
                "SK123456789",
                "NO 123456789",
                "US 123456789",
            })
    void none(String typed) {
        Nip nip = Nip.read(typed, "PL", "+48 600 100 200");
        assertThat(nip.value()).isEmpty();
        assertThat(nip.isDoubtful()).isTrue();
        assertThat(nip.warning()).get().asString().contains("„" + typed + "”");
    }

    @ParameterizedTest(name = "„{0}”")
    @DisplayName("H4 a dash in an unwanted field is no NIP, with a warning, and no doubt either")
    @ValueSource(strings = {"-", "---", ".", "/"})
    void dash(String typed) {
        assertThat(Nip.read(typed).value()).isEmpty();
        assertThat(Nip.read(typed).isDoubtful()).isFalse();
        assertThat(Nip.read(typed).warning()).get().asString().contains("„" + typed + "”");
    }

    @ParameterizedTest(name = "„{0}” in {1} is „{2}”, doubtful: {3}")
    @DisplayName(
            "H4 digits alone can be the id of a firm abroad, never of one in Poland, and a phone number is none anywhere")
    @CsvSource({
        "123456789, DE, 123456789, false",
        "123456789, PL, '', true",
        "123456789, '', '', true",
        "2020202020, SK, 2020202020, false",
        "5260250274, SK, 5260250274, false",
        "600100200, DE, '', true",
        "0600100200, PL, '', true",
        "12, DE, '', true",
        "NIP 123456789, DE, 123456789, false",
        "nr 123456789, DE, '', true",
        "nr 600100200, DE, '', true",
        "DE600100200, DE, '', true",
    })
    void digitsAlone(String typed, String country, String value, boolean doubtful) {
        Nip nip = Nip.read(typed, country, "+48 600 100 200");
        assertThat(nip.value()).isEqualTo(value);
        assertThat(nip.isDoubtful()).isEqualTo(doubtful);
    }

    @ParameterizedTest(name = "„{0}” in {1}: „{2}”")
    @DisplayName(
            "H4 an id without a known form is one where its country's letters are the address's, and a word elsewhere")
    @CsvSource({
        "NO 123 456 789, NO, NO123456789",
        "US 12-3456789, US, US123456789",
        "NR 123456789, NR, NR123456789",
        "ID 1234567890, ID, ID1234567890",
        "HU 12345678-2-42, HU, HU12345678242",
        "SE 556123-4567, SE, SE5561234567",
        "GR123456789, GR, GR123456789",
        "US 12-3456789, DE, ''",
        "HU 12345678-2-42, PL, ''",
        "FIRMA 12345, FI, ''",
        "SKLEP 600200300, SK, ''",
    })
    void lettersOfACountry(String typed, String country, String value) {
        Nip nip = Nip.read(typed, country, "+48 600 100 200");
        assertThat(nip.value()).isEqualTo(value);
        assertThat(nip.isDoubtful()).isEqualTo(value.isEmpty());
    }

    @ParameterizedTest(name = "„{0}” and „{1}”: {2}")
    @DisplayName("K1 case 23 two notations are compared whole, after normalising")
    @CsvSource({
        "725-180-11-26, 7251801126, true",
        "PL 7251801126, 7251801126, true",
        "NIP 725 180 11 26, PL7251801126, true",
        "de 123456789, DE123456789, true",
        "6570011222, 011222, false",
        "011222, 6570011222, false",
        "DE123456789, 123456789, false",
        "'', '', false",
        "000, 0, false",
    })
    void same(String one, String other, boolean same) {
        assertThat(Nip.isSame(one, other)).isEqualTo(same);
    }

    @ParameterizedTest(name = "„{0}”: „{1}”")
    @DisplayName("K4 an EU VAT id names its country")
    @CsvSource({
        "DE123456789, DE",
        "EL123456789, GR",
        "XI123456789, GB",
        "7251801126, ''",
        "CHE123456789, ''",
        "GB123456789, ''"
    })
    void euCountry(String value, String country) {
        assertThat(Nip.euCountry(value)).isEqualTo(country);
    }

    @ParameterizedTest(name = "„{0}”")
    @DisplayName("H4 a blank field is no NIP and nothing to warn of")
    @ValueSource(strings = {"", "  ", "\u00a0"})
    void blank(String typed) {
        assertThat(Nip.read(typed).value()).isEmpty();
        assertThat(Nip.read(typed).warning()).isEmpty();
    }

    @Property
    @Label("changing one digit of a valid NIP is always noticed")
    void oneWrongDigit(
            @ForAll @NumericChars @StringLength(9) String nine,
            @ForAll @IntRange(max = 8) int position,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        IntStream.rangeClosed(0, 9)
                .mapToObj(last -> nine + last)
                .filter(nip -> Nip.read(nip).warning().isEmpty())
                .forEach(valid -> {
                    int other = (valid.charAt(position) - '0' + by) % 10;
                    String changed = valid.substring(0, position) + other + valid.substring(position + 1);
                    assertThat(Nip.read(changed).warning()).as(changed).isPresent();
                });
    }

    @Test
    @DisplayName("a NIP is looked for as typed first, then in every customary way of writing, each once")
    void variants() {
        assertThat(Nip.variants(" PL 5260250274 ", "5260250274"))
                .containsExactly("PL 5260250274", "5260250274", "526-025-02-74", "526-02-50-274", "PL5260250274");
        assertThat(Nip.variants("526-02-50-274", "5260250274"))
                .containsExactly("526-02-50-274", "5260250274", "526-025-02-74", "PL5260250274");
        assertThat(Nip.variants("", "5260250274"))
                .containsExactly("5260250274", "526-025-02-74", "526-02-50-274", "PL5260250274");
        assertThat(Nip.variants("DE 123456789", "DE123456789")).containsExactly("DE 123456789", "DE123456789");
        assertThat(Nip.variants("brak", "")).isEmpty();
    }

    @Test
    @DisplayName("P1 the NIP of an order is the one of the address that makes the contractor")
    void variantsOfAnOrder() {
        assertThat(Nip.variants(order().billing(firm()).build())).first().isEqualTo("526-025-02-74");
        assertThat(Nip.variants(order().billing(anna()).deliveredTo(firm()).build()))
                .isEmpty();
    }
}
