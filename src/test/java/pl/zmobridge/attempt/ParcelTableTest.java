package pl.zmobridge.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.zmobridge.attempt.Parcel.Taken;
import pl.zmobridge.attempt.Parcel.Wish;

@DisplayName("A table of tracking numbers")
class ParcelTableTest {

    private static List<String> cells(String text) {
        return ParcelTable.read(text, "").stream()
                .map(wish -> wish.line() + " " + wish.order() + " " + wish.number() + " " + wish.carrier())
                .toList();
    }

    @Test
    @DisplayName(
            "is read with or without the names of its columns, in any order of them, by semicolons, commas or tabs")
    void columns() {
        assertThat(cells("1201;620;Kurier DPD")).containsExactly("1 1201 620 Kurier DPD");
        assertThat(cells("Nr przesyłki;inne;ZAMÓWIENIE\r\n620;x;#1201\r\n;;\r\n"))
                .containsExactly("2 1201 620 ");
        assertThat(cells("order,number\n1201,620\n1202\n")).containsExactly("2 1201 620 ", "3 1202  ");
        assertThat(cells("1201\t620")).containsExactly("1 1201 620 ");
        assertThat(cells("")).isEmpty();
    }

    @Test
    @DisplayName("takes no other column for one that its first line does not name, and nothing where it names none")
    void headings() {
        assertThat(cells("Nr zamowienia;Data nadania;Nr listu\n1201;2026-11-27;620"))
                .containsExactly("2 1201 620 ");
        assertThat(cells("NR_ZAM.;Numer;Numer listu przewozowego:\n1201;7;620")).containsExactly("2 1201 620 ");
        assertThat(cells("Zamówienie;Data nadania;Kod\n1201;2026-11-27;620")).containsExactly("2 1201  ");
        assertThat(cells("Klient;Data nadania;Nr przesyłki\n1201;2026-11-27;620"))
                .containsExactly("2  620 ");
        assertThat(cells("Zestawienie 2026\nid zamówienia,nadano,waybill\n1201,2026,620"))
                .containsExactly("1 Zestawienie 2026  ", "3 1201 620 ");
        assertThat(cells("1201;620;Przesyłka")).containsExactly("1 1201 620 Przesyłka");
        assertThat(cells("Dokument;Data 2;Kurier\n1201;2026-11-27;DPD")).containsExactly("1   ");
        assertThat(ParcelTable.read("Dokument;Data\n1201;2026-11-27", ""))
                .singleElement()
                .extracting(wish -> new Parcel(wish, new ParcelShops(Set.of())).taken())
                .isEqualTo(Optional.of(Taken.NO_COLUMNS));
    }

    @Test
    @DisplayName("may quote: separators and quotes within quotes, and what keeps a spreadsheet from rounding")
    void quotes() {
        assertThat(cells("1201;=\"00620\";\"Kurier; \"\"szybki\"\"\""))
                .containsExactly("1 1201 00620 Kurier; \"szybki\"");
        assertThat(cells("1201;'00620")).containsExactly("1 1201 00620 ");
    }

    @Test
    @DisplayName("is UTF-8, with a mark or without, or Windows' Polish")
    void charsets() {
        String text = "zamówienie;numer\n1201;ŻÓŁ1";
        assertThat(ParcelTable.decoded(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(ParcelTable.decoded(text.getBytes(Charset.forName("windows-1250"))))
                .isEqualTo(text);
        assertThat(cells("\uFEFF" + text)).containsExactly("2 1201 ŻÓŁ1 ");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "OK",
            value = {
                "620999999999999999999999, OK",
                "JJD 0001-2/3, OK",
                "'', NO_NUMBER",
                "'6,21E+23', ROUNDED_NUMBER",
                "6.2e23, ROUNDED_NUMBER",
                "<b>, BAD_NUMBER",
                "12345678901234567890123456789012345678901234567890123456789012345, BAD_NUMBER"
            })
    @DisplayName("holds numbers that can be")
    void numbers(String number, Taken fault) {
        assertThat(ParcelNumber.fault(number).orElse(null)).isEqualTo(fault);
    }

    @Test
    @DisplayName("tells of each line who handed it in")
    void actor() {
        assertThat(ParcelTable.read("1;2", "kurier.csv"))
                .extracting(Wish::actor)
                .containsExactly("kurier.csv");
    }

    @Test
    @DisplayName("holds numbers that may be in the shop after whatever went wrong once their request was out")
    void unclear() {
        ParcelSteps steps = new ParcelSteps(null, new ParcelShops(Set.of()), null, null, null);
        Parcel parcel = Parcel.of("main", 1201, "620", new ParcelShops(Set.of()));
        parcel.stands(Map.of("state", "DUE", "shipping_id", 2, "sent", 1, "attempts", 0));
        steps.request(parcel);
        steps.failed(parcel, new IllegalStateException("a broken answer", new IOException()));
        assertThat(parcel.outcome())
                .containsEntry("parcelState", "WRITING")
                .containsEntry("cause", "PARCEL_UNANSWERED");
    }
}
