package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.wire.Answer;

/** The small decisions about the ERP: codes, markers, answers, payment forms, the session. */
class ErpWireTest {
    private final ContractorCodes byLogin = new ContractorCodes("SH", ContractorCodes.By.LOGIN);
    private final ContractorCodes codes = new ContractorCodes("SH");

    @ParameterizedTest
    @CsvSource({
        "17, a@b.pl, SH17",
        ", A@B.pl, SHa@b.pl",
        ", '', SH-1201",
        ", klient@example.com, SHklient@example.com",
        "999999999999999999, '', SH999999999999999999"
    })
    void aBuyersCodeIsTheAccountElseTheEmailElseTheOrder(Long user, String email, String code) {
        assertThat(codes.code(Optional.ofNullable(user), "anna", email, 1201)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"17, ' Anna.Z ', SHanna.z", "17, '', SH17", ", '', SHa@b.pl"})
    void aCodeByLoginIsTheAccountsLoginElseItsNumberAndAGuestsIsTheEmail(Long user, String login, String code) {
        assertThat(byLogin.code(Optional.ofNullable(user), login, "a@b.pl", 1201))
                .isEqualTo(code);
    }

    @Test
    void aLongEmailGivesACodeOfTwentyCharactersThatNoOtherEmailHas() {
        String one = codes.code(Optional.empty(), "", "bardzo.dlugi.adres1@example.com", 1);
        String other = codes.code(Optional.empty(), "", "bardzo.dlugi.adres2@example.com", 1);

        assertThat(one).hasSize(20).startsWith("SHbardzo").isNotEqualTo(other);
        assertThat(codes.code(Optional.empty(), "", " BARDZO.dlugi.adres1@example.com ", 2))
                .isEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({
        "SH/120 | x, SH/120, true",
        "SH/1201 | x, SH/120, false",
        "SH/120 (2) | x, SH/120, false",
        "SH/120 (2) | x, SH/120 (2), true",
        "SH/120 (2), SH/120, false",
        "SH/120 [2] zamówienie 120, SH/120, false",
        "SH/120-2 | x, SH/120, false",
        "SH/120/W | x, SH/120, false",
        "sh/120 | ZAMÓWIENIE 120, SH/120, true",
        "'  SH/120  |  x', SH/120, true",
        "SH/120| x, SH/120, true",
        "SH/120 |, SH/120, true",
        "SH/120 / zamówienie 120 / dostawa, SH/120, true",
        "SH/120 - zamówienie 120, SH/120, true",
        "SH/120 ? zam?wienie 120, SH/120, true",
        "SH/120   zamówienie 120, SH/120, true",
        "SH/120 ; ZAMOWIENIE 120, SH/120, true",
        "SH/120 ¦ zam, SH/120, true",
        "SH/120zamówienie 120, SH/120, false",
        "SH/120 x, SH/120, false",
        "SH/120 zwrot 3, SH/120, false",
        "SH/1201 - zamówienie 1201, SH/120, false",
        "SH/120, SH/120, true",
        "xSH/120 | x, SH/120, false",
        "'', SH/120, false"
    })
    void i2AMarkerMarksOneOrderOnly(String description, String number, boolean marked) {
        assertThat(Marker.marks(description, number)).isEqualTo(marked);
        assertThat(Marker.marks(Marker.of(number) + description, number)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "400, Brak towaru, true",
        "404, Nie ma, true",
        "403, Nie, true",
        "401, Odmowa, false",
        "408, Za długo, false",
        "429, Za często, false",
        "500, Brak towaru, false",
        "503, Przerwa, false"
    })
    void onlyAClientErrorInTheErpsWordsIsARefusalAllElseIsUnclear(int status, String words, boolean refused) {
        assertThatThrownBy(() -> ErpAnswers.write(answer(status, "{\"message\":\"" + words + "\"}")))
                .isInstanceOf(refused ? ErpRefused.class : ErpUnavailable.class)
                .hasMessageContaining(words);
        assertThatThrownBy(() -> ErpAnswers.write(answer(status, "<html>" + words + "</html>")))
                .isInstanceOf(ErpUnavailable.class)
                .hasMessageNotContaining("<html>");
    }

    @Test
    void nothingIsAnAnswerToAQuestionOnlyWhenTheErpItselfSaysSo() throws Exception {
        assertThat(ErpAnswers.question(answer(404, "{\"Message\":\"Nie znaleziono.\"}"))
                        .isMissingNode())
                .isTrue();
        assertThat(ErpAnswers.question(answer(200, "null")).isMissingNode()).isTrue();
        assertThatThrownBy(() -> ErpAnswers.question(answer(404, "<html>Not Found</html>")))
                .isInstanceOf(ErpUnavailable.class);
        assertThatThrownBy(() -> ErpAnswers.question(answer(200, "<html>Przerwa</html>")))
                .isInstanceOf(ErpUnavailable.class);
    }

    @Test
    void aFirmIsSearchedByEveryNotation() throws Exception {
        ContractorSearch search = ContractorSearch.begin(
                Optional.empty(), List.of("7251801126", "725-180-11-26"), "7251801126", "SH17", codes);

        assertThat(search.query()).isEqualTo("nip=7251801126");
        search = search.answered(json("[]"));
        assertThat(search.query()).isEqualTo("nip=725-180-11-26");
        search = search.answered(
                json("[{\"id\":9,\"code\":\"B\"},{\"id\":5,\"code\":\"A\",\"paymentForm\":{\"id\":6}}]"));

        assertThat(search.unfinished()).isFalse();
        assertThat(search.contractor().id()).describedAs("the oldest").isEqualTo(5);
        assertThat(search.contractor().defaultForm()).hasValue(6);
    }

    @Test
    void withoutAnyAnswerTheSearchEndsWithTheCodeToCreate() throws Exception {
        ContractorSearch search = ContractorSearch.begin(Optional.of(3), List.of(), "", "SH17", codes);
        assertThat(search.query()).isEqualTo("id=3");
        search = search.answered(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
        assertThat(search.query()).isEqualTo("code=SH17");
        search = search.answered(com.fasterxml.jackson.databind.node.MissingNode.getInstance());

        assertThat(search.unfinished()).isFalse();
        assertThat(search.isFound()).isFalse();
        assertThat(search.freeCode()).isEqualTo("SH17");
    }

    @Test
    void paymentFormsAreFreshForTenMinutesAndAMissingDefaultNamesTheKey() throws Exception {
        Instant[] now = {Instant.parse("2026-10-02T10:00:00Z")};
        PaymentDictionary forms = new PaymentDictionary("Gotówka", PaymentTable.EMPTY, () -> now[0]);
        assertThat(forms.isStale()).isTrue();
        forms.accept(
                PaymentDictionary.read(json("[{\"Id\":4,\"Name\":\"Przelew – 7 dni\",\"Active\":true,\"Days\":7}]")));
        assertThat(forms.isStale()).isFalse();
        assertThat(forms.match(1, "przelew", OptionalInt.empty()).form().id()).isEqualTo(4);
        assertThatThrownBy(() -> forms.match(3, "BLIK", OptionalInt.empty()))
                .hasMessageContaining("BLIK")
                .hasMessageContaining("symfonia.payment-form.default");
        now[0] = now[0].plusSeconds(601);
        assertThat(forms.isStale()).isTrue();
    }

    @Test
    void theSessionIsOpenedOnceReopenedOnceForAllAndClosedOnce() {
        Deque<String> tokens = new ArrayDeque<>(List.of("a", "b"));
        List<String> closed = new ArrayList<>();
        SymfoniaSession session = new SymfoniaSession(tokens::pop, closed::add);

        assertThat(session.token()).isEqualTo("a");
        assertThat(session.token()).isEqualTo("a");
        session.expired("a");
        assertThat(session.token()).isEqualTo("b");
        session.expired("a");
        assertThat(session.token()).describedAs("a late 401 of the old one").isEqualTo("b");
        session.close();
        session.close();

        assertThat(closed).containsExactly("b");
        assertThat(session.toString()).describedAs("I6").doesNotContain("b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "<html>", "null", "{\"Message\":\"Przekroczono limit sesji\"}"})
    void aSessionWithoutATokenIsNoSession(String body) {
        assertThatThrownBy(() -> SymfoniaApi.openSession("x").read(answer(200, body)))
                .isInstanceOf(ErpUnavailable.class);
    }

    @Test
    void aTokenMayStandBehindAByteOrderMark() {
        assertThat(SymfoniaApi.openSession("x").read(answer(200, "\uFEFF\"2ab29954-ca2d-4c6b-873b-9b136e892d7d\"")))
                .isEqualTo("2ab29954-ca2d-4c6b-873b-9b136e892d7d");
    }

    @Test
    void i6NoPartOfATokenIsQuoted() {
        assertThatThrownBy(() -> SymfoniaApi.openSession("x")
                        .read(answer(500, "sesja 2ab29954-ca2d-4c6b-873b-9b136e892d7d otwarta")))
                .hasMessageContaining("sesja")
                .hasMessageNotContaining("2ab29954")
                .hasMessageNotContaining("892d7d");
    }

    @ParameterizedTest
    @CsvSource({
        "401, '', true",
        "400, Nieprawidłowy klucz lub sesja wygasła., true",
        "403, Nieprawidłowy klucz lub sesja wygasła., true",
        "500, Nieprawidłowy klucz lub sesja wygasła., true",
        "503, Nieprawidłowy klucz lub sesja wygasła., true",
        "400, Brak towaru, false",
        "500, Brak towaru, false",
        "200, Nieprawidłowy klucz lub sesja wygasła., false"
    })
    void theEndOfASessionIsKnownByItsTextToo(int status, String message, boolean over) {
        assertThat(ErpAnswers.isSessionOver(answer(status, "{\"Message\":\"" + message + "\"}")))
                .isEqualTo(over);
    }

    @Test
    void theEndOfASessionIsNoErrorOfThisOrder() {
        Answer over = answer(500, "{\"Message\":\"Nieprawidłowy klucz lub sesja wygasła.\"}");
        assertThatThrownBy(() -> ErpAnswers.question(over))
                .isInstanceOfSatisfying(
                        ErpUnavailable.class,
                        away -> assertThat(away.failure().cause()).isEqualTo(Cause.ERP_AWAY));
        assertThatThrownBy(() -> SymfoniaApi.openSession("x").read(over))
                .isInstanceOfSatisfying(
                        ErpUnavailable.class,
                        away -> assertThat(away.failure().cause()).isEqualTo(Cause.ERP_KEY_UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"Message\":\"Przekroczono limit sesji\",\"Token\":null}",
                "400 | {\"Message\":\"brak wolnej licencji\"}",
                "500 | {\"Message\":\"brak wolnej licencji\"}",
                "500 | {\"Message\":\"Wystąpił błąd.\",\"ExceptionMessage\":\"Przekroczono limit sesji\"}",
                "500 | {\"Message\":\"Brak uprawnień.\"}",
                "500 | <html>Server Error</html>",
                "503 | {\"Message\":\"Przekroczono limit sesji\"}"
            })
    void withoutASessionTheErpIsAwayWhateverTheStatus(int status, String body) {
        assertThatThrownBy(() -> SymfoniaApi.openSession("x").read(answer(status, body)))
                .isInstanceOfSatisfying(ErpUnavailable.class, away -> {
                    assertThat(away.failure().cause()).isEqualTo(Cause.ERP_AWAY);
                    assertThat(away.failure().arguments()).containsEntry("how", "NO_SESSION");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "[]", "\"ok\""})
    void i2AWrittenZmoThatTheAnswerDoesNotNameIsUnclear(String body) {
        assertThatThrownBy(() -> SymfoniaApi.issue("{}", false).read(answer(200, body)))
                .isInstanceOf(ErpUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "\"1e999999999\"", "\"9.9.9\"", "null"})
    void i11AnEndlessAmountOfTheErpIsNoAmount(String amount) {
        JsonNode read =
                answer(200, "{\"Value\":" + amount + ",\"Id\":7}").json().orElseThrow();

        assertThat(Wire.decimal(read, "value")).isEmpty();
        assertThat(Wire.id(read, "id")).isEqualTo(7);
        assertThatThrownBy(() -> Wire.id(read, "value")).isInstanceOf(ErpUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "'161,44', 161.44",
                "'-161,4400', -161.44",
                "'0,001', 0.001",
                "'1,5', 1.5",
                "'1234,567', 1234.567",
                "161.44, 161.44",
                "'1,234', none",
                "'1,234,5', none",
                "'1.234,56', none",
                "'1 234,56', none",
                "'161,', none",
                "'', none"
            })
    void i7ACommaIsReadWhereItCanOnlyBeThatOfDecimals(String text, BigDecimal read) {
        Optional<BigDecimal> value = Wire.decimal(Wire.JSON.createObjectNode().put("Value", text), "Value");
        if (read == null) {
            assertThat(value).isEmpty();
        } else {
            assertThat(value).hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo(read));
        }
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, Map.of(), body);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return Wire.JSON.readTree(text);
    }
}
