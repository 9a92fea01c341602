package pl.zmobridge.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("D1 a file of rules that is broken")
class BrokenRulesTest {
    private static final String HEAD = "documents:\n  - id: a\n    when: ";
    private static final String LAST = "\n  - id: last\n    then: { kind: RECEIPT }\n";
    private static final String THEN = "\n    then: { kind: INVOICE }" + LAST;

    static Stream<Arguments> broken() {
        return Stream.of(
                file("documents: [", "is no YAML", 1),
                file("documents:\n  - id: a\n   then: x\n", "is no YAML", 3),
                file("- id: a\n", "the file must hold documents", 1),
                file("rules: []\n", "there is no key rules in the file", 1),
                file("document:\n", "did you mean documents?", 1),
                file("documents:\n", "must be a list of rules", 1),
                file("documents: []\n", "holds no rule", 1),
                file("documents: all\n", "must be a list of rules", 1),
                file("documents:\n  - a\n", "a rule must hold id, when or then", 2),
                file("documents:\n  - then: { kind: INVOICE }\n", "the rule has no id", 2),
                file("documents:\n  - id:\n    then: { kind: INVOICE }\n", "id is empty", 2),
                file("documents:\n  - id: a\n", "the rule a has no then", 2),
                file("documents:\n  - id: a\n    wenn: {}\n    then: { kind: HOLD }\n", "did you mean when?", 3),
                file(
                        "documents:\n  - id: a\n    id: b\n    then: { kind: HOLD }\n",
                        "id stands twice, first in line 2",
                        3),
                when("{ npi: true }", "there is no key npi in when; did you mean nip?"),
                when("{ nip: true, nip: true }", "nip stands twice"),
                when("{ nip: tak }", "nip must be true or false, not tak"),
                when("{ nip: yes }", "nip must be true or false, not yes"),
                when("{ buyer: firma }", "buyer must be person or firm, not firma; did you mean firm?"),
                when("{ nip: true, buyer: person }", "nip: true and buyer: person exclude each other"),
                when("{ nip: false, buyer: firm }", "nip: false and buyer: firm exclude each other"),
                when("{ country: Niemcy }", "there is no country Niemcy", "did you mean DE?"),
                when("{ country: [DE, UK] }", "there is no country UK", "did you mean GB?"),
                when("{ country: UE }", "there is no country UE", "did you mean EU?"),
                when("{ country: othr }", "did you mean other?"),
                when("{ country: [] }", "the list of country is empty"),
                when("{ country: { in: DE } }", "country must be one text"),
                when("{ origin: Allegro }", "origin must be the shop's number of it, such as 3 for Allegro"),
                when("{ payment: [[1]] }", "payment must be a list of texts"),
                when("{ payment: ~ }", "payment is empty"),
                when("{}", "when holds no condition"),
                when("nip", "when must hold nip, company"),
                when("{ total: { from: 100, below: 100 } }", "total must begin (from) before it ends (below)"),
                when("{ total: { from: 1 000 } }", "from of total must be an amount such as 15000 or 99.50, not 1 000"),
                when("{ total: { from: -5 } }", "not -5"),
                when("{ total: { above: 5 } }", "there is no key above in total"),
                when("{ total: {} }", "total must hold from or below"),
                when("{ placed: { from: 2027-01-02, before: 2027-01-01 } }", "placed must begin (from)"),
                when("{ placed: { from: 2027-02-30 } }", "must be a day such as 2027-01-01, not 2027-02-30"),
                when("{ placed: { from: 1.01.2027 } }", "must be a day"),
                when("{ not: { nip: true } }", "there is no key nip in not"),
                when("{ country: DE, not: { country: EU } }", "not excludes every country that the rule demands"),
                when("{ not: { country: [PL, EU, other] } }", "not excludes every country"),
                then("{ type: ZMO, series: sZMO }", "then has no kind: it must say INVOICE, RECEIPT, NONE or HOLD"),
                then(
                        "{ kind: invoice }",
                        "kind must be INVOICE, RECEIPT, NONE or HOLD, not invoice; did you mean INVOICE?"),
                then("{ kind: Faktura }", "kind must be INVOICE"),
                then("{ kind: NONE }", "kind: NONE needs a reason"),
                then("{ kind: NONE, reason: x, type: A, series: B }", "so type, series must not stand there"),
                then("{ kind: INVOICE, type: ZMO }", "type without series"),
                then("{ kind: INVOICE, note: '{fone}' }", "note has no placeholder {fone}; did you mean {phone}?"),
                then("{ kind: INVOICE, description: 'tel. {' }", "description has no placeholder {"),
                then("{ kind: INVOICE, series: sZMO }", "series without type"),
                then("{ kind: INVOICE, serie: sZMO }", "there is no key serie in then; did you mean series?"),
                then("{ kind: INVOICE, realise: FZ }", "realise must be FV, WZ, FV+WZ or nothing, not FZ"),
                then("{ kind: INVOICE, ksef: always }", "ksef must be required, never or optional, not always"),
                then("{ kind: INVOICE, buffer: 1 }", "buffer must be true or false, not 1"),
                then("{ kind: INVOICE, department: '' }", "department is empty"),
                then("INVOICE", "then must hold kind"),
                second("  - id: a\n    when: { nip: false }", "the id a is taken already by the rule in line 2"),
                second("  - id: b\n    when: { nip: true }", "the rule b can never be reached", "the rule a in line 2"),
                second("  - id: b\n    when: { buyer: firm, country: DE }", "can never be reached"));
    }

    private static Arguments file(String text, String word, int line) {
        return Arguments.of(text, line, new String[] {word});
    }

    private static Arguments when(String conditions, String... words) {
        return Arguments.of(HEAD + conditions + THEN, 3, words);
    }

    private static Arguments then(String outcome, String... words) {
        return Arguments.of("documents:\n  - id: a\n    when: { nip: true }\n    then: " + outcome + LAST, 4, words);
    }

    private static Arguments second(String rule, String... words) {
        String text = HEAD + "{ nip: true }\n    then: { kind: INVOICE }\n" + rule + THEN;
        return Arguments.of(text, 5, words);
    }

    @ParameterizedTest(name = "{0}: line {1}")
    @MethodSource("broken")
    @DisplayName("is refused with the line, the reason and the nearest right word")
    void isRefused(String text, int line, String[] words) {
        BadRules bad = catchThrowableOfType(BadRules.class, () -> RulesFile.parse(text));

        assertThat(bad).describedAs("refused").isNotNull();
        assertThat(bad.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(Arrays.asList(words))
                    .allSatisfy(word -> assertThat(problem.words()).contains(word));
            assertThat(problem.toString()).startsWith("config/documents.yaml, line " + line + ": ");
        });
    }

    static Stream<Arguments> unreachable() {
        return Stream.of(
                Arguments.of("{ country: EU }", "{ country: [DE, fr], nip: true }"),
                Arguments.of("{ country: EU }", "{ country: [PL, DE], not: { country: PL } }"),
                Arguments.of("{ not: { country: PL } }", "{ country: other }"),
                Arguments.of("{ not: { payment: [3] } }", "{ not: { payment: [3, 4] } }"),
                Arguments.of("{ payment: [3, Przelew] }", "{ payment: przelew, currency: EUR }"),
                Arguments.of("{ vatRate: [23%, 8%] }", "{ vatRate: 23 % }"),
                Arguments.of("{ total: { from: 100 } }", "{ total: { from: 100.00, below: 200 } }"),
                Arguments.of("{ placed: { before: 2027-01-01 } }", "{ placed: { before: 2026-06-01 } }"),
                Arguments.of("{ buyer: person }", "{ nip: false, company: true }"));
    }

    @ParameterizedTest(name = "{0} before {1}")
    @MethodSource("unreachable")
    @DisplayName("has a rule behind another one that takes all its orders")
    void neverReached(String first, String second) {
        BadRules bad = catchThrowableOfType(BadRules.class, () -> RulesFile.parse(two(first, second)));

        assertThat(bad).describedAs("refused").isNotNull();
        assertThat(bad.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(5);
            assertThat(problem.words()).contains("b can never be reached");
        });
    }

    static Stream<Arguments> reachable() {
        return Stream.of(
                Arguments.of("{ country: [DE, fr], nip: true }", "{ country: EU }"),
                Arguments.of("{ country: EU, not: { country: DE } }", "{ country: EU }"),
                Arguments.of("{ not: { payment: [3] } }", "{ payment: Przelew }"),
                Arguments.of("{ not: { vatRate: 8% } }", "{ vatRate: 23% }"),
                Arguments.of("{ vatRate: 23% }", "{ vatRate: [23%, 8%], not: { vatRate: 23% } }"),
                Arguments.of("{ total: { from: 100 } }", "{ total: { from: 99.99 } }"),
                Arguments.of("{ total: { from: 100 } }", "{ nip: true }"),
                Arguments.of("{ nip: true }", "{ nip: false }"));
    }

    @ParameterizedTest(name = "{0} before {1}")
    @MethodSource("reachable")
    @DisplayName("is not one whose later rule some orders reach")
    void reached(String first, String second) throws BadRules {
        assertThat(RulesFile.parse(two(first, second)).list()).hasSize(2);
    }

    private static String two(String first, String second) {
        return HEAD + first + "\n    then: { kind: INVOICE }\n  - id: b\n    when: " + second
                + "\n    then: { kind: RECEIPT }\n";
    }

    @Test
    @DisplayName("has a rule after one for all orders")
    void afterTheLast() {
        BadRules bad = catchThrowableOfType(
                BadRules.class,
                () -> RulesFile.parse("documents:\n  - id: a\n    then: { kind: RECEIPT }\n" + LAST.substring(1)));

        assertThat(bad.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.words()).contains("last can never be reached: every order fits the rule a in line 2");
        });
    }

    @Test
    @DisplayName("is told with all its problems at once, in the order of its lines")
    void allAtOnce() {
        BadRules bad = catchThrowableOfType(
                BadRules.class,
                () -> RulesFile.parse(
                        "documents:\n  - id: a\n    when: { npi: true }\n    then: { kind: Faktura, ksef: x }\n"));

        assertThat(bad.problems()).extracting(RuleProblem::line).containsExactly(3, 4, 4);
    }
}
