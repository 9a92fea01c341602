package pl.zmobridge.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.zmobridge.documents.Facts.in;
import static pl.zmobridge.order.ShopOrders.line;
import static pl.zmobridge.order.ShopOrders.order;
import static pl.zmobridge.order.ShopOrders.taxed;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pl.zmobridge.order.Decision;
import pl.zmobridge.order.DocumentOutcome;
import pl.zmobridge.order.ShopOrder.Field;
import pl.zmobridge.order.ShopOrders;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Words;

@DisplayName("D1 rules for documents")
class RulesTest {
    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("D3 a rule for consumers of other EU countries is an OSS rule unless it says that they pay Polish VAT")
    @CsvSource(
            delimiter = '|',
            value = {
                "{ buyer: person, country: EU } | true",
                "{ nip: false, country: [DE, fr], foreignVat: true } | true",
                "{ country: EU, foreignVat: true } | true",
                "{ foreignVat: true } | true",
                "{ buyer: person, country: EU, foreignVat: false } | false",
                "{ buyer: firm, country: EU } | false",
                "{ vatEu: true, country: EU } | false",
                "{ buyer: person, country: [PL, DE] } | false",
                "{ buyer: person, country: other } | false",
                "{ buyer: person } | false"
            })
    void oss(String when, boolean oss) throws Exception {
        Rules rules = RulesFile.parse("documents:\n  - id: a\n    when: " + when + "\n    then: { kind: HOLD }\n");
        assertThat(rules.list().get(0).isOss()).isEqualTo(oss);
    }

    private static final Field WISH = new Field(7, "Chcę fakturę", true, "1");

    static Stream<Arguments> conditions() {
        return Stream.of(
                fits("{ nip: true }", firm(), true),
                fits("{ nip: true }", order(), false),
                fits("{ nip: false }", order(), true),
                fits("{ buyer: firm }", firm(), true),
                fits("{ buyer: person }", firm(), false),
                fits("{ company: true }", firm(), true),
                fits("{ company: false }", order(), true),
                fits("{ vatEu: true }", order().vatEu(), true),
                fits("{ vatEu: true }", order(), false),
                fits("{ invoiceWish: true }", order().fields(WISH), true),
                fits("{ invoiceWish: true }", order(), false),
                fits("{ foreignVat: true }", german(), true),
                fits("{ foreignVat: true }", order(), false),
                fits("{ country: PL }", order(), true),
                fits("{ country: EU }", order(), false),
                fits("{ country: EU }", german(), true),
                fits("{ country: other }", order().deliveredTo(in("Norwegia", "NO")), true),
                fits("{ country: NO }", order().deliveredTo(in("", "NO")), true),
                fits("{ country: [fr, de] }", german(), true),
                fits("{ country: EU, not: { country: [DE] } }", german(), false),
                fits("{ country: other }", order().deliveredTo(in("Atlantyda", "")), false),
                fits("{ not: { country: PL } }", order().deliveredTo(in("Atlantyda", "")), false),
                fits("{ origin: 3 }", order().origin(3), true),
                fits("{ origin: [3, 4] }", order().origin(0), false),
                fits("{ not: { origin: [3] } }", order().origin(0), true),
                fits("{ payment: 18 }", order(), true),
                fits("{ payment: '018' }", order(), false),
                fits("{ payment: [przelew] }", order(), true),
                fits("{ shipping: InPost  kurier }", order(), true),
                fits("{ payment: [COD] }", order().codes("cod", ""), true),
                fits("{ payment: [cod] }", order().codes("blik", "cod"), false),
                fits("{ shipping: [poczta, inpost] }", order().codes("", "inpost"), true),
                fits("{ not: { shipping: inpost } }", order().codes("", "inpost"), false),
                fits("{ not: { shipping: inpost } }", order(), true),
                fits("{ not: { shipping: [2] } }", order(), false),
                fits("{ currency: eur }", order().currency("EUR", Optional.empty()), true),
                fits("{ vatRate: [8%, 23 %] }", order(), true),
                fits("{ vatRate: 8% }", order(), false),
                fits("{ not: { vatRate: 23% } }", order(), false),
                fits("{ total: { from: 169.94 } }", order(), true),
                fits("{ total: { below: 169.94 } }", order(), false),
                fits("{ total: { from: 100, below: 169.95 } }", order(), true),
                fits("{ placed: { from: 2026-10-02, before: 2026-10-03 } }", order(), true),
                fits("{ placed: { before: 2026-10-02 } }", order(), false),
                fits("{ nip: true, country: EU }", firm(), false));
    }

    private static Arguments fits(String when, ShopOrders order, boolean fits) {
        return Arguments.of(when, order, fits);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("conditions")
    @DisplayName("fit an order when every condition holds, and say in both languages why they do not")
    void conditions(String when, ShopOrders order, boolean fits) throws BadRules {
        Rules rules = RulesFile.parse("documents:\n  - id: a\n    when: " + when
                + "\n    then: { kind: INVOICE, type: T, series: S }\n  - id: last\n    then: { kind: RECEIPT }\n");

        assertThat(rules.decide(Facts.of(order)).orElseThrow().rule()).isEqualTo(fits ? "a" : "last");
        assertThat(rules.explain(Facts.of(order))).hasSize(fits ? 1 : 2).first().satisfies(tried -> {
            assertThat(tried.rule()).isEqualTo("a");
            assertThat(tried.fits()).isEqualTo(fits);
            for (Language language : Language.values()) {
                assertThat(Words.in(language).text("because", tried.because()))
                        .isNotBlank()
                        .doesNotContain("{", tried.because().code());
            }
        });
    }

    @Test
    @DisplayName("say what an order has and what the rule wants")
    void because() throws BadRules {
        Rules rules = RulesFile.parse("documents:\n  - id: a\n    when: { country: EU }\n    then: { kind: HOLD }\n");

        assertThat(Words.in(Language.EN)
                        .text("because", rules.explain(Facts.of(order())).get(0).because()))
                .isEqualTo("country: PL, and the rule demands: EU");
        assertThat(rules.decide(Facts.of(order()))).describedAs("no rule fits").isEmpty();
    }

    @Test
    @DisplayName("read ids, codes and names as text, whatever YAML makes of them")
    void text() throws BadRules {
        DocumentOutcome then = RulesFile.parse(
                        "documents:\n  - id: 012\n    then: { kind: INVOICE, type: 0123, series: NO, marker: 1e3 }\n")
                .list()
                .get(0)
                .then();

        assertThat(then.type()).isEqualTo("0123");
        assertThat(then.series()).isEqualTo("NO");
        assertThat(then.marker()).isEqualTo("1e3");
    }

    @Test
    @DisplayName("carry every outcome to the order")
    void outcome() throws BadRules {
        Decision decision = RulesFile.parse(
                        """
                        documents:
                          - id: all
                            then: { kind: RECEIPT, type: T, series: S, department: D, paymentRegistry: R, marker: 4, documentKind: K,
                              catalogue: C, buffer: true, realise: FV+WZ, description: "{number}", note: n, ksef: never, reason: r }
                        """)
                .decide(Facts.of(order()))
                .orElseThrow();

        assertThat(decision.outcome())
                .isEqualTo(new DocumentOutcome(
                        DocumentOutcome.Kind.RECEIPT,
                        "r",
                        "T",
                        "S",
                        "D",
                        "R",
                        "4",
                        "K",
                        "C",
                        true,
                        DocumentOutcome.Realise.FV_WZ,
                        "{number}",
                        "n",
                        DocumentOutcome.Ksef.NEVER));
    }

    static Stream<Arguments> abroad() {
        return Stream.of(
                fits("{ foreignVat: true }", german(), true),
                fits("{ country: EU }", german(), true),
                fits("{ vatRate: 19% }", german(), true),
                fits("{ vatRate: 23% }", german(), false),
                fits("{ buyer: person }", german(), false),
                fits("{ not: { country: PL } }", german(), true),
                fits("{ not: { country: FR } }", german(), false),
                fits("{ vatEu: true }", order().vatEu(), true),
                fits("{ country: PL }", order().vatEu(), false));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("abroad")
    @DisplayName("V3 admit foreign VAT only when they speak of the sale abroad")
    void abroad(String when, ShopOrders order, boolean admits) throws BadRules {
        Decision decision = RulesFile.parse(
                        "documents:\n  - id: a\n    when: " + when + "\n    then: { kind: INVOICE }\n")
                .decide(Facts.of(order))
                .orElseThrow();

        assertThat(decision.foreignVat()).isEqualTo(admits);
    }

    @Test
    @DisplayName("are none without a file, or in one with nothing but comments: H4 decides")
    void none() throws BadRules {
        assertThat(RulesFile.parse("# documents:\n")).isEqualTo(Rules.NONE);
        assertThat(Rules.NONE.decide(Facts.of(order()))).contains(Decision.NONE);
        assertThat(Rules.NONE.explain(Facts.of(order()))).isEmpty();
    }

    private static ShopOrders firm() {
        return order().billing(ShopOrders.firm());
    }

    private static ShopOrders german() {
        return order().placedAt(ZonedDateTime.parse("2026-10-02T09:41:07+02:00[Europe/Warsaw]"))
                .lines(taxed(line("SPD-101", "149.95", "1"), "19%", "19"), line("B", "1.00", "1"))
                .deliveredTo(in("Niemcy", "DE"));
    }
}
