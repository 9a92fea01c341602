package pl.zmobridge.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.check.Finding.Area;
import pl.zmobridge.documents.Rules;
import pl.zmobridge.documents.RulesFile;
import pl.zmobridge.shoper.Dictionaries;

@DisplayName("D3 what the rules name exists in the shop")
class RuleNamesCheckTest {
    private static final Dictionaries SHOP = new Dictionaries(
            ZoneId.of("Europe/Warsaw"),
            Map.of(),
            Map.of(1L, "Przelew", 2L, "BLIK", 3L, "Courier"),
            Map.of(1L, "Kurier DPD", 2L, "Paczkomaty", 3L, "InPost"),
            Map.of(1L, new Dictionaries.Currency("PLN", true, Optional.empty(), Optional.empty())),
            Map.of(),
            Map.of(7L, "Chcę fakturę"),
            Map.of(),
            new Dictionaries.Codes(
                    Map.of(1L, "transfer", 4L, "ghost"), Map.of(1L, "courier", 2L, "inpost", 3L, "inpost")));

    private final List<Finding> findings = new ArrayList<>();

    @Test
    @DisplayName("ids and names in any letter case are known; rates without regard to spaces")
    void known() throws Exception {
        check(
                "{ payment: [1, blik, Transfer], shipping: [\"kurier dpd\", courier], vatRate: [\"23 %\"], origin: [3, 105], currency: [pln] }");

        assertThat(findings).isEmpty();
    }

    @Test
    @DisplayName("what the shop does not have is named, with what it has")
    void unknown() throws Exception {
        check("{ payment: [9], not: { shipping: [Poczta] }, vatRate: [\"8%\"], origin: [7] }");

        assertThat(findings).extracting(Finding::about, Finding::text).allSatisfy(each -> assertThat(
                        each.toList().get(0))
                .isEqualTo("config/documents.yaml, line 2, rule a"));
        assertThat(findings)
                .extracting(Finding::text)
                .containsExactly(
                        "payment: the shop has no method of payment „9”",
                        "shipping: the shop has no method of delivery „Poczta”",
                        "vatRate: the shop has no VAT rate „8%”",
                        "origin: the shop has no origin „7”");
        assertThat(findings.get(0).advice()).isEqualTo("take one of 1 Przelew (transfer), 2 BLIK, 3 Courier");
    }

    @Test
    @DisplayName("a code of one method that is the name of another is told: the rule fits both")
    void codeAndName() throws Exception {
        check("{ shipping: [inpost, courier], payment: [courier] }");

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.mark()).isEqualTo(Finding.Mark.NOTE);
            assertThat(finding.about()).endsWith("rule a");
            assertThat(finding.text())
                    .isEqualTo("shipping: „inpost” is the code of one method and the name of another, and fits all of"
                            + " 2 Paczkomaty (inpost), 3 InPost (inpost)");
        });
        findings.clear();
        check("{ payment: [ghost] }");
        assertThat(findings).extracting(Finding::mark).containsExactly(Finding.Mark.BAD);
    }

    @Test
    @DisplayName("a total without a currency is noted where the shop has several")
    void totals() throws Exception {
        check("{ total: { from: 1000 } }");
        assertThat(findings).isEmpty();

        Dictionaries.Currency euro = new Dictionaries.Currency("EUR", false, Optional.empty(), Optional.empty());
        Dictionaries several = new Dictionaries(
                SHOP.zone(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(1L, SHOP.currencies().get(1L), 2L, euro),
                Map.of(),
                Map.of(),
                Map.of(),
                new Dictionaries.Codes(Map.of(), Map.of()));
        Rules rules = RulesFile.parse(
                """
                documents:
                  - id: a
                    when: { total: { from: 1000 } }
                    then: { kind: HOLD }
                  - id: b
                    when: { total: { from: 500 }, currency: PLN }
                    then: { kind: HOLD }
                  - id: c
                    then: { kind: RECEIPT }
                """);
        names(rules, Optional.empty()).run(several, List.of());

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.mark()).isEqualTo(Finding.Mark.NOTE);
            assertThat(finding.about()).endsWith("rule a");
            assertThat(finding.text()).contains("total");
        });
    }

    @Test
    @DisplayName("a rule that asks for the wish needs the field of the wish, which must exist")
    void wish() throws Exception {
        check("{ invoiceWish: true }");
        assertThat(findings)
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .contains("invoiceWish");

        findings.clear();
        names(Rules.NONE, Optional.of("chcę  fakturę")).runWish(SHOP.fields());
        names(Rules.NONE, Optional.of("7")).runWish(SHOP.fields());
        names(Rules.NONE, Optional.of("8")).runWish(SHOP.fields());
        assertThat(findings)
                .extracting(Finding::mark)
                .containsExactly(Finding.Mark.GOOD, Finding.Mark.GOOD, Finding.Mark.BAD);
    }

    private void check(String when) throws Exception {
        Rules rules = RulesFile.parse("documents:\n  - id: a\n    when: " + when
                + "\n    then: { kind: RECEIPT }\n  - id: b\n    then: { kind: RECEIPT }\n");
        JsonNode tax = new ObjectMapper().createObjectNode().put("name", "23%");
        names(rules, Optional.empty()).run(SHOP, List.of(tax));
    }

    private RuleNamesCheck names(Rules rules, Optional<String> wish) {
        return new RuleNamesCheck(rules, wish, new Findings(Area.SHOP, findings::add));
    }
}
