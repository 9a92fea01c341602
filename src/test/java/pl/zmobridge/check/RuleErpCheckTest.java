package pl.zmobridge.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.check.Finding.Area;
import pl.zmobridge.documents.Rules;
import pl.zmobridge.documents.RulesFile;
import pl.zmobridge.symfonia.ContractorCodes;
import pl.zmobridge.symfonia.ContractorPolicy;
import pl.zmobridge.symfonia.ErpSettings;
import pl.zmobridge.symfonia.PaymentTable;
import pl.zmobridge.symfonia.VatSettings;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;

@DisplayName("D3 what the rules name exists in the ERP")
class RuleErpCheckTest {
    private static final String DEPARTMENTS = "Departments";
    private static final String REGISTRIES = "PaymentRegistries";
    private static final Map<String, String> ERP = Map.of(
            DEPARTMENTS,
            "[{\"Id\":1,\"Code\":\"SKLEP\"},{\"Id\":2,\"Code\":\"CENTRALA\"}]",
            REGISTRIES,
            "[{\"Id\":1,\"Code\":\"BANK\"}]",
            "Orders/ZMODocumentTypes",
            "[{\"Id\":7,\"Code\":\"ZMO\",\"Active\":true,\"RelatedTypeId\":11}]",
            "Orders/DocumentSeries",
            "[{\"Id\":8,\"Code\":\"sZMO\"}]",
            "DocumentTypes",
            "{\"Id\":11,\"Code\":\"PAR\",\"Character\":50}");

    private final List<Finding> findings = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    @Test
    @DisplayName("a department and a payment registry that it does not have are told with file, line and rule")
    void codes() throws Exception {
        Rules rules = RulesFile.parse(
                """
                documents:
                  - id: a
                    when: { nip: true }
                    then: { kind: INVOICE, department: SKLEP, paymentRegistry: KASA }
                  - id: b
                    then: { kind: HOLD, department: Dział }
                """);
        new RuleCodesCheck(rules, erp(), findings()).run();

        assertThat(findings)
                .extracting(Finding::mark, Finding::about, Finding::text, Finding::advice)
                .containsExactly(
                        tuple(
                                Finding.Mark.BAD,
                                "config/documents.yaml, line 5, rule b",
                                "department: the ERP has no department „Dział”",
                                "take one of CENTRALA, SKLEP"),
                        tuple(
                                Finding.Mark.BAD,
                                "config/documents.yaml, line 2, rule a",
                                "paymentRegistry: the ERP has no payment registry „KASA”",
                                "take one of BANK"));
    }

    @Test
    @DisplayName("the ERP is asked for nothing that no rule names")
    void nothing() throws Exception {
        new RuleCodesCheck(
                        RulesFile.parse("documents:\n  - id: a\n    then: { kind: RECEIPT, paymentRegistry: BANK }\n"),
                        erp(),
                        findings())
                .run();

        assertThat(findings).isEmpty();
        assertThat(asked).containsExactly(REGISTRIES);
    }

    @Test
    @DisplayName("the type of a rule that holds orders must exist too; whether it is for invoices or receipts is H4's")
    void typeOfHold() throws Exception {
        Rules rules = RulesFile.parse(
                """
                documents:
                  - id: a
                    when: { nip: true }
                    then: { kind: HOLD, type: ZMX, series: sZMX }
                  - id: b
                    when: { country: DE }
                    then: { kind: HOLD, type: ZMO, series: sZMO }
                  - id: c
                    then: { kind: HOLD }
                """);
        new RuleTypeCheck(rules, general(), erp(), findings()).run();

        assertThat(findings)
                .extracting(Finding::mark, Finding::text)
                .containsExactly(
                        tuple(Finding.Mark.BAD, "the ERP has no ZMO type „ZMX”"),
                        tuple(Finding.Mark.GOOD, "ZMO is realised into PAR (receipt)"));
    }

    private static ErpSettings general() {
        ErpSettings.Numbering usual = new ErpSettings.Numbering("ZMO", "sZMO");
        return new ErpSettings(
                usual,
                usual,
                "SKLEP",
                "BANK",
                0,
                ErpSettings.Reservation.QUANTITY,
                "Gotówka",
                PaymentTable.EMPTY,
                true,
                ContractorPolicy.of(new ContractorCodes("SH")),
                new VatSettings(true, Map.of(), false),
                ErpSettings.USUAL_DESCRIPTION,
                ErpSettings.USUAL_NOTE);
    }

    private Findings findings() {
        return new Findings(Area.ERP, findings::add);
    }

    private ErpQuestions erp() {
        return new ErpQuestions(new Erp(), "main");
    }

    /** Answers from the table above. */
    private final class Erp implements Wires {
        @Override
        public <T> T shop(String shop, Request<T> request) {
            throw new UnsupportedOperationException(request.path());
        }

        @Override
        public <T> T erp(String shop, Request<T> request) throws IOException {
            asked.add(request.path());
            return request.read(new Answer(200, Map.of(), ERP.get(request.path())));
        }

        @Override
        public <T> T nbp(String shop, Request<T> request) {
            throw new UnsupportedOperationException(request.path());
        }

        @Override
        public <T> T ksef(String shop, Request<T> request) {
            throw new UnsupportedOperationException(request.path());
        }

        @Override
        public void openSession(String shop) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean endSession(String shop) {
            return false;
        }

        @Override
        public void close() {
            asked.clear();
        }
    }
}
