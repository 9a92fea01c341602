package pl.zmobridge.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolishAddressTest {

    @ParameterizedTest(name = "{0} + {1}: {2} | {3} | {4}")
    @DisplayName("P3 street, house and flat number are told apart")
    @CsvSource({
        "Piotrkowska 12/4, '', Piotrkowska, 12, 4",
        "'  ul.  Długa\u00a07 ', '', ul. Długa, 7, ''",
        "os. Złota Jesień 5 m. 12, '', os. Złota Jesień, 5, 12",
        "Długa 7a lok. 3, '', Długa, 7a, 3",
        "Długa 7 a, '', Długa, 7a, ''",
        "Długa 7 a lok. 3, '', Długa, 7a, 3",
        "12 Marca 5, '', 12 Marca, 5, ''",
        "ul. 3 Maja 10A/12, '', ul. 3 Maja, 10A, 12",
        "ul.3 Maja 10, '', ul.3 Maja, 10, ''",
        "os. 1000-lecia 5 m. 3, '', os. 1000-lecia, 5, 3",
        "Aleje Jerozolimskie 65/79 lok. 5, '', Aleje Jerozolimskie, 65/79, 5",
        "Plac Defilad 1, '', Plac Defilad, 1, ''",
        "al. Jana Pawła II 27, '', al. Jana Pawła II, 27, ''",
        "ul. Długa 5-7, '', ul. Długa, 5-7, ''",
        "ul. Długa 5 - 7/2, '', ul. Długa, 5-7, 2",
        "Nowa 12 / 4, '', Nowa, 12, 4",
        "Nowa 12 m 4, '', Nowa, 12, 4",
        "Nowa 12m4, '', Nowa, 12, 4",
        "'Nowa 12, mieszkanie 4', '', Nowa, 12, 4",
        "Nowa 12 LOK. U1, '', Nowa, 12, U1",
        "Wólka Mała 112B, '', Wólka Mała, 112B, ''",
        "Piotrkowska, 12/4, Piotrkowska, 12, 4",
        "Piotrkowska 12, m. 4, Piotrkowska, 12, 4",
        "Piotrkowska 12, m4, Piotrkowska, 12, 4",
        "Piotrkowska 12/m. 4, '', Piotrkowska, 12, 4",
        "Piotrkowska 12, /4, Piotrkowska, 12, 4",
        "Piotrkowska 12, 4, Piotrkowska, 12, 4",
        "'', Piotrkowska 12/4, Piotrkowska, 12, 4",
        "Balice, ul. Krótka 3, Balice ul. Krótka, 3, ''",
    })
    void toldApart(String street1, String street2, String street, String houseNo, String flatNo) {
        assertThat(PolishAddress.of(street1, street2)).isEqualTo(new PolishAddress(street, houseNo, flatNo));
    }

    @ParameterizedTest(name = "{0} + {1}")
    @DisplayName("P3 what cannot be told apart stays whole in the street")
    @CsvSource({
        "Kraków-Balice, '', Kraków-Balice",
        "'', '', ''",
        "ul. 3 Maja, '', ul. 3 Maja",
        "Skrzynka pocztowa 12, '', Skrzynka pocztowa 12",
        "skr. poczt. 5, '', skr. poczt. 5",
        "Nowa 12 kl. A m. 4, '', Nowa 12 kl. A m. 4",
        "Nowa 10/12/14, '', Nowa 10/12/14",
        "Nowa m. 4, '', Nowa m. 4",
        "Nowa lok. nr 4 p. 2, '', Nowa lok. nr 4 p. 2",
        "'Warszawska 12, 05-500 Piaseczno', '', 'Warszawska 12, 05-500 Piaseczno'",
        "Kraków 30-123, '', Kraków 30-123",
        "Piotrkowska 12/4, domofon 33, Piotrkowska 12/4 domofon 33",
        "Piotrkowska 12, wejście od podwórza, Piotrkowska 12 wejście od podwórza",
        "Piotrkowska 12/4, 5, Piotrkowska 12/4 5",
        "Rynek Główny, wejście od podwórza, Rynek Główny wejście od podwórza",
        "12, '', 12",
        "12 m. 4, '', 12 m. 4",
        "12m. 4, '', 12m. 4",
    })
    void staysWhole(String street1, String street2, String street) {
        assertThat(PolishAddress.of(street1, street2)).isEqualTo(new PolishAddress(street, "", ""));
    }

    @Property
    @Label("P3 every letter and digit that was typed is carried, in order, except the word that means flat")
    void nothingIsDropped(@ForAll("typed") String street1, @ForAll("typed") String street2) {
        PolishAddress address = PolishAddress.of(street1, street2);
        String typed = lettersAndDigits(Texts.clean(street1) + " " + Texts.clean(street2));
        String building = lettersAndDigits(address.street() + address.houseNo());
        String flat = lettersAndDigits(address.flatNo());
        assertThat(typed).startsWith(building).endsWith(flat);
        String between = typed.substring(building.length(), typed.length() - flat.length());
        assertThat(between.toLowerCase(Locale.ROOT))
                .isIn("", "m", "mieszk", "mieszkanie", "lok", "lokal", "apt", "apartament");
        assertThat(between)
                .as("only a flat number takes a word's place")
                .matches(word -> word.isEmpty() || !flat.isEmpty());
    }

    @Provide
    Arbitrary<String> typed() {
        Arbitrary<String> words = Arbitraries.of(
                "ul.",
                "os.",
                "Długa",
                "Marca",
                "3",
                "12",
                "7a",
                "12A",
                "a",
                "/",
                "-",
                "5-7",
                "m.",
                "m",
                "lok.",
                "LOKAL",
                "mieszkanie",
                "nr",
                "kl.",
                "skr.",
                "II",
                "05-500",
                ",",
                "4",
                "0",
                "\u00a0",
                "Żółta");
        Arbitrary<String> addresses = Arbitraries.of("", " ")
                .flatMap(glue -> words.list().ofMaxSize(7).map(list -> String.join(glue, list)));
        return Arbitraries.frequencyOf(
                Tuple.of(4, addresses), Tuple.of(1, Arbitraries.strings().all().ofMaxLength(20)));
    }

    private static String lettersAndDigits(String text) {
        return text.replaceAll("[^\\p{L}\\p{Nd}]", "");
    }
}
