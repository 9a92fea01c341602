package pl.zmobridge.symfonia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.zmobridge.order.PaymentForm;
import pl.zmobridge.symfonia.SalesDocument.Kind;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;

@DisplayName("The WebAPI is asked as it is documented, and its answers are taken for what they say")
class SymfoniaApiTest {
    private static final Span DAYS = new Span(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 3));
    private static final String NOTHING = "{\"Message\":\"Nie znaleziono.\"}";

    static Stream<Arguments> requests() {
        return Stream.of(
                asks(
                        SymfoniaApi.openSession("zmo bridge&1"),
                        "GET Sessions/OpenNewSession?deviceName=zmo%20bridge%261"),
                asks(SymfoniaApi.closeSession(), "GET Sessions/CloseSession?"),
                asks(SymfoniaApi.ping(), "GET Ping?"),
                asks(SymfoniaApi.findById(17), "GET Orders?id=17"),
                asks(SymfoniaApi.findByNumber("SH/1 ż+"), "GET Orders?buffer=false&number=SH%2F1%20%C5%BC%2B"),
                asks(SymfoniaApi.findMarked("SH/1", DAYS), "GET Orders/Filter?dateFrom=2026-10-01&dateTo=2026-10-03"),
                asks(SymfoniaApi.issue("{}", false), "POST OrdersIssue/New?issue=true"),
                asks(SymfoniaApi.rename(17, "SH/1"), "PATCH OrdersIssue/DocumentNumber?id=17&number=SH%2F1"),
                asks(SymfoniaApi.issue("{}", true), "POST OrdersIssue/New?issue=false"),
                asks(SymfoniaApi.sell(17, Kind.WZ), "PUT OrdersIssue/WZ?orderId=17"),
                asks(SymfoniaApi.documents(17, Kind.WZ), "GET Orders/WZ?orderId=17"),
                asks(SymfoniaApi.sell(17, Kind.FV), "PUT OrdersIssue/FV?orderId=17"),
                asks(SymfoniaApi.documents(17, Kind.FV), "GET Orders/FV?orderId=17"),
                asks(
                        SymfoniaApi.sales(Optional.of(5), DAYS),
                        "GET Sales/Filter?buyerId=5&dateFrom=2026-10-01&dateTo=2026-10-03"),
                asks(
                        SymfoniaApi.sales(Optional.empty(), DAYS),
                        "GET Sales/Filter?buyerId=&dateFrom=2026-10-01&dateTo=2026-10-03"),
                asks(SymfoniaApi.contractors("nip=7251801126"), "GET Contractors?nip=7251801126"),
                asks(SymfoniaApi.status(17), "GET Orders/Status?orderId=17"),
                asks(SymfoniaApi.createContractor("{}"), "POST Contractors/Create?syncFk=false"),
                asks(SymfoniaApi.paymentForms(), "GET PaymentForms?"),
                asks(SymfoniaApi.zmoTypes(), "GET Orders/ZMODocumentTypes?"),
                asks(SymfoniaApi.documentType("11"), "GET DocumentTypes?id=11"),
                asks(SymfoniaApi.seriesOf(4), "GET Orders/DocumentSeries?documentTypeId=4"),
                asks(SymfoniaApi.departments(), "GET Departments?"),
                asks(SymfoniaApi.paymentRegistries(), "GET PaymentRegistries?"),
                asks(SymfoniaApi.warehouses(), "GET Warehouses?"),
                asks(SymfoniaApi.product("KUB/1"), "GET Products?code=KUB%2F1"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("requests")
    void aRequestHasTheMethodPathAndQueryOfTheWebApi(Request<?> request, String asked) {
        assertThat(request.method() + " " + request.path() + "?" + request.query())
                .isEqualTo(asked);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("requests")
    void onlyTheQuestionWhetherAWebApiAnswersNeedsNoSession(Request<?> request, String asked) {
        assertThat(SymfoniaApi.isOpenToAll(request)).isEqualTo(asked.equals("GET Ping?"));
    }

    @Test
    void aWriteCarriesItsDocumentWordForWord() {
        assertThat(SymfoniaApi.issue("{\"a\":1}", false).body()).isEqualTo("{\"a\":1}");
        assertThat(SymfoniaApi.createContractor("{\"b\":2}").body()).isEqualTo("{\"b\":2}");
        assertThat(SymfoniaApi.sell(17, Kind.FV).body()).isEmpty();
    }

    @Test
    void aZmoIsThereOrTheErpSaysThatThereIsNone() {
        String order = "{\"id\":17,\"DocumentNumber\":\"SH/1\"}";
        assertThat(SymfoniaApi.findById(17).read(answer(200, order)))
                .map(SymfoniaApiTest::brief)
                .contains("17 SH/1");
        assertThat(SymfoniaApi.findByNumber("SH/1").read(answer(200, order)))
                .map(SymfoniaApiTest::brief)
                .contains("17 SH/1");
        assertThat(SymfoniaApi.findByNumber("SH/1").read(answer(404, NOTHING))).isEmpty();
        assertThat(SymfoniaApi.findByNumber("SH/1").read(answer(200, "null"))).isEmpty();
        assertThatThrownBy(() -> SymfoniaApi.findByNumber("SH/1").read(answer(404, "<html>IIS</html>")))
                .isInstanceOf(ErpUnavailable.class);
    }

    @Test
    @DisplayName("I2 among the ZMO of some days the one with the order's own marker is found")
    void i2TheMarkedZmoIsFoundAmongOthers() {
        String list = "[{\"Id\":16,\"DocumentNumber\":\"1\",\"Description\":\"SH/12 | x\"},"
                + "{\"Id\":17,\"DocumentNumber\":\"2\",\"Description\":\"SH/1 | x\"}]";
        assertThat(SymfoniaApi.findMarked("SH/1", DAYS).read(answer(200, list)))
                .map(SymfoniaApiTest::brief)
                .contains("17 2");
        assertThat(SymfoniaApi.findMarked("SH/2", DAYS).read(answer(200, list))).isEmpty();
        assertThat(SymfoniaApi.findMarked("SH/2", DAYS).read(answer(404, NOTHING)))
                .isEmpty();
    }

    @Test
    @DisplayName("S6 a cancelled ZMO is found only when there is none that lives")
    void s6TheLivingOneOfTwoMarkedZmo() {
        String dead = "{\"Id\":16,\"DocumentNumber\":\"1\",\"Description\":\"SH/1 | x\",\"Canceled\":1}";
        String alive = "{\"Id\":17,\"DocumentNumber\":\"2\",\"Description\":\"SH/1 | x\",\"Canceled\":0}";
        assertThat(SymfoniaApi.findMarked("SH/1", DAYS).read(answer(200, "[" + dead + "," + alive + "]")))
                .map(SymfoniaApiTest::brief)
                .contains("17 2");
        assertThat(SymfoniaApi.findMarked("SH/1", DAYS).read(answer(200, "[" + dead + "]")))
                .describedAs("what was cancelled by hand is for a person to settle")
                .map(SymfoniaApiTest::brief)
                .contains("16 1");
    }

    private static String brief(Zmo zmo) {
        return zmo.id() + " " + zmo.number();
    }

    @ParameterizedTest
    @CsvSource({"4, OPEN", "8, PARTLY", "16, REALISED", "32, CLOSED", "48, REALISED", "null, OPEN"})
    @DisplayName("S9 the status of a ZMO says what was made of it")
    void statusOfAZmo(String status, ZmoStatus.Progress progress) {
        String body = "{\"Id\":17,\"DocumentNumber\":\" SH/1 \",\"DocumentStatus\":" + status + "}";
        ZmoStatus read = SymfoniaApi.status(17).read(answer(200, body)).orElseThrow();

        assertThat(read.progress()).isEqualTo(progress);
        assertThat(read.isUntouched())
                .describedAs("what the ERP does not say is no word that nothing was made of it")
                .isEqualTo(status.equals("4"));
        assertThat(read.number()).isEqualTo("SH/1");
        assertThat(SymfoniaApi.status(17).read(answer(404, NOTHING))).isEmpty();
    }

    @Test
    void whatWasWrittenIsWhatTheAnswerNames() {
        assertThat(brief(SymfoniaApi.issue("{}", false)
                        .read(answer(200, "{\"Id\":17,\"DocumentNumber\":\"ZMO/1\"}"))
                        .zmo()))
                .isEqualTo("17 ZMO/1");
        assertThat(SymfoniaApi.sell(17, Kind.FV).read(answer(200, "[{\"Id\":3,\"DocumentNumber\":\"FV/3\"}]")))
                .containsExactly(new SalesDocument(3, "FV/3"));
        assertThat(SymfoniaApi.createContractor("{}")
                        .read(answer(200, "{\"Id\":5,\"Code\":\"SH17\",\"PaymentForm\":{\"Id\":6}}")))
                .describedAs("M2: a contractor created a moment ago has no form of its own")
                .returns(5, Contractor::id)
                .returns("SH17", Contractor::code)
                .returns(true, Contractor::active)
                .returns(OptionalInt.empty(), Contractor::defaultForm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"ok\""})
    @DisplayName("I2 a sale that names no document may have been done")
    void i2ASaleThatNamesNoDocumentIsUnclear(String body) {
        assertThatThrownBy(() -> SymfoniaApi.sell(17, Kind.FV).read(answer(200, body)))
                .isInstanceOf(ErpUnavailable.class);
    }

    @Test
    void aWriteThatTheErpRefusesKeepsItsWords() {
        Answer refusal = answer(400, "{\"Message\":\"Brak towaru\",\"ExceptionMessage\":\"KUB-300\"}");
        for (Request<?> write : List.of(
                SymfoniaApi.issue("{}", false),
                SymfoniaApi.rename(1, "x"),
                SymfoniaApi.sell(1, Kind.FV),
                SymfoniaApi.createContractor("{}"))) {
            assertThatThrownBy(() -> write.read(refusal))
                    .describedAs("%s", write)
                    .isInstanceOf(ErpRefused.class)
                    .hasMessage("Brak towaru KUB-300");
        }
    }

    @Test
    void withoutADocumentThereIsAnEmptyList() {
        assertThat(SymfoniaApi.documents(17, Kind.FV).read(answer(404, NOTHING)))
                .isEmpty();
        assertThat(SymfoniaApi.documents(17, Kind.FV).read(answer(200, "[]"))).isEmpty();
        assertThat(SymfoniaApi.documents(17, Kind.FV).read(answer(200, "[{\"Id\":3,\"DocumentNumber\":\"FV/3\"}]")))
                .containsExactly(new SalesDocument(3, "FV/3"));
    }

    @Test
    void aPaymentFormIsActiveUnlessTheErpSaysOtherwise() {
        String forms = "[{\"Id\":1,\"Name\":\"Gotówka\"},{\"id\":2,\"name\":\"Przelew\",\"active\":false,\"days\":7}]";
        assertThat(SymfoniaApi.paymentForms().read(answer(200, forms)))
                .containsExactly(new PaymentForm(1, "Gotówka", true, 0), new PaymentForm(2, "Przelew", false, 7));
    }

    @Test
    void aProductThatTheErpDoesNotHaveIsMissing() {
        assertThat(SymfoniaApi.product("X").read(answer(404, NOTHING)).isMissingNode())
                .isTrue();
        assertThat(SymfoniaApi.product("X")
                        .read(answer(200, "{\"Code\":\"X\"}"))
                        .isObject())
                .isTrue();
    }

    private static Arguments asks(Request<?> request, String asked) {
        return Arguments.of(request, asked);
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, Map.of(), body);
    }
}
