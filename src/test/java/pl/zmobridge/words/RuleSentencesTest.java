package pl.zmobridge.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a rule says of an order in Polish is told in English too:")
class RuleSentencesTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Zamówienie 7: suma 9.00 PLN nie wynika z pozycji i dostawy (1.00). Sprawdzono: rabat pozycji odjęty = 8.00"
                        + " (różnica 1.00). Zaokrąglenia tego nie tłumaczą. Różnicę może tłumaczyć: kod rabatowy „X1” oraz dopłata"
                        + " za płatność „P”: 5.00. Jeśli suma w sklepie jest właściwa, zamówienia nie trzeba zmieniać: przyjmij różnicę 1.00 PLN"
                        + " na stronie tego zamówienia albo ustaw order.difference.surcharge. Rozłożenie na towary:"
                        + " możliwe. Osobna pozycja: niemożliwe, bo towary mają różne stawki VAT: 23%, 8%. Przyjęta wcześniej"
                        + " różnica 2.00 przy sumie 8.00 już nie obowiązuje."
                        + " | Order 7: the total 9.00 PLN does not follow from the lines and the delivery (1.00). Rounding does not explain"
                        + " it. What may explain the difference: discount code “X1” and surcharge for the payment “P”: 5.00. If the total"
                        + " in the shop is right, the order needs no change: accept the difference 1.00 PLN on the order’s page or"
                        + " set order.difference.surcharge. Spreading it over the goods: possible. A line of its own:"
                        + " impossible, because the goods have several VAT rates: 23%, 8%. The difference 2.00 that was accepted before, at"
                        + " the total 8.00, holds no more.",
                "Różnicę -20.00 PLN (wydane punkty lojalnościowe: 300) rozłożono na towary według wartości: zdecydował operator"
                        + " admin, powód: bon. | The difference -20.00 PLN (loyalty points spent: 300) was spread over the goods by value:"
                        + " decided by the operator admin, reason: bon.",
                "Różnicę -150.00 PLN (kod rabatowy „BON” oraz rabat, który nie jest procentem: discount_code = 150.00)"
                        + " rozłożono na towary według wartości: ustawienie order.difference.discount."
                        + " | The difference -150.00 PLN (discount code “BON” and a discount that is no percentage:"
                        + " discount_code = 150.00) was spread over the goods by value: ",
                "Zestaw: pozycja „Zestaw” (produkt 13) wystawiono pod jego własnym kodem „ZEST”, bo składnik „Kubek”: Pole"
                        + " „price” ma wartość „”, która nie jest liczbą zapisaną z kropką (np. 149.95)."
                        + " | Bundle: line “Zestaw” (product 13) was issued under its own code “ZEST”: product “Kubek” of the bundle: The field",
                "Zamówienie 7: pozycja „Zestaw” (produkt 13), składnik „Kubek”: Kod produktu „77” przyszedł ze sklepu jako liczba, więc"
                        + " zera na początku mogły zginąć (0101 i 101 to różne kody). Popraw kod w sklepie tak, by nie był samą liczbą,"
                        + " albo popraw program, który dodał pozycję."
                        + " | Order 7: line “Zestaw” (product 13), product “Kubek” of the bundle: The product code “77” came",
                "Zamówienie 7: stawka VAT „19%” pozycji „Kubek” nie ma odpowiednika wśród aktywnych stawek w ERP; dodaj ją w"
                        + " ERP albo ustaw symfonia.vat.19% = <kod stawki w ERP>."
                        + " | Order 7: the VAT rate “19%” of the line “Kubek” has no counterpart",
                "W polu uwagi usunięto lub zastąpiono znaki (np. emoji, cyrylicę), których system ERP może nie umieć zapisać"
                        + " | Characters that the ERP may be unable to store (such as emoji and Cyrillic) were left out",
                "Sklep nie podaje loginu tego konta, więc kod kontrahenta powstał z numeru konta."
                        + " | The shop tells no login of this account",
                "Zamówienie połączono w sklepie z zamówieniem 6; towar wychodzi raz, z tamtym zamówieniem."
                        + " | The shop joined this order to order 6",
                "W polu NIP wpisano „brak”, co nie jest numerem NIP; ustal z kupującym, czy chce faktury, popraw pole w"
                        + " sklepie albo potwierdź sprzedaż bez NIP."
                        + " | The field NIP holds “brak”, which is no NIP",
                "Różnicę zaokrągleń 0.01 PLN rozłożono po 0.01 na pozycje: pozycja „Kubek” (produkt 13)."
                        + " | A rounding difference of 0.01 PLN was spread over the lines in steps of 0.01: line “Kubek” (product 13).",
                "Stawkę VAT wzięto z kartoteki w ERP (symfonia.vat = card); stawka VAT „SPD-101”: zamówienie 8%, ERP 23."
                        + " | The VAT rate is that of the card in the ERP (symfonia.vat = card); VAT rate “SPD-101”: order 8%, ERP 23.",
                "pozycja „KUB-300”: – → 1 szt. za 30.00, VAT 23%" + " | line “KUB-300”: – → 1 pcs. for 30.00, VAT 23%",
                "połączone zamówienia: – → 116 + 117 | joined orders: – → 116 + 117",
                "stawka VAT dostawy: 23% → 8% | VAT rate of the delivery: 23% → 8%",
                "zaznaczone pola dodatkowe: – → 3 | ticked additional fields: – → 3",
                "wypełnione pola dodatkowe: – → 4: piętro 2 | additional fields filled in: – → 4: piętro 2",
                "ZMO SH/7 jest już w Symfonii. Jeśli nie ma być sprzedane, usuń je w Symfonii i odrzuć ten wpis; jeśli ma być"
                        + " sprzedane, zostaw je i ponów. | The ZMO SH/7 is in Symfonia already. If it shall not be sold, delete it",
                "dokument: paragon → faktura" + " | document: receipt → invoice",
                "ZMO SH/7 ma w Symfonii numer „SH/7” i stan 16, więc ktoś już z nim pracował; most zostawia je takim, jakie jest."
                        + " | The ZMO SH/7 has in Symfonia the number “SH/7” and the state 16, so somebody has worked on it",
                "Zamówienie 7 anulowano, ale ZMO SH/7 zostaje w Symfonii i rezerwuje: 1 × SPD-101"
                        + " | Order 7 was cancelled, but the ZMO SH/7 stays in Symfonia and reserves: 1 × SPD-101",
                "ERP zapisał ZMO SH/7 inaczej, niż je wysłano; wartość pozycji „SPD-101”: zamówienie 10.00, ERP 11.00"
                        + " | The ERP stored the ZMO SH/7 otherwise than it was sent; value of the position “SPD-101”: order 10.00"
            })
    void inEnglish(String polish, String english) {
        assertThat(Words.in(Language.PL).retold("said", polish, Language.EN)).startsWith(english);
    }
}
