package pl.zmobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.support.Rig;

@DisplayName("D3 check proves the rules against ERP and shop")
class CheckRulesTest {
    private final Rig rig = new Rig();

    @TempDir
    private Path home;

    @BeforeEach
    void types() {
        rig.erp.desk().salesType(13, "FOS", "Faktura OSS", 40, 1_048_576);
        rig.erp.desk().orderType(103, "ZMOSS", "sOSS", 13);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    @DisplayName("good rules pass; each says what it is realised into, with its JPK markers")
    void good() throws Exception {
        Shell.Result result = checked(
                """
                documents:
                  - id: oss
                    when: { buyer: person, country: EU, payment: [1, "przelew"], vatRate: ["23 %"], currency: [pln] }
                    then: { kind: INVOICE, type: ZMOSS, series: sOSS, ksef: never }
                  - id: firm
                    when: { nip: true, not: { origin: [3] } }
                    then: { kind: INVOICE }
                  - id: rest
                    then: { kind: RECEIPT, type: ZMP, series: sZMP }
                """);

        assertThat(result.exitCode()).describedAs(result.out()).isZero();
        assertThat(result.line("config/documents.yaml")).contains("its 3 rules can be used");
        assertThat(result.line("rule oss")).contains("ZMOSS is realised into FOS (invoice), JPK WSTO_EE");
        assertThat(result.line("rule firm")).contains("ZMO is realised into FVS (invoice)");
        assertThat(result.line("rule rest")).contains("ZMP is realised into PAR (receipt)");
    }

    @Test
    @DisplayName("names an invoice that ends in a receipt, OSS without WSTO_EE, and types and names that nobody has")
    void bad() throws Exception {
        Shell.Result result = checked(
                """
                documents:
                  - id: below-threshold
                    when: { buyer: person, country: [DE], foreignVat: false }
                    then: { kind: INVOICE, type: ZMO, series: sZMO }
                  - id: oss
                    when: { buyer: person, country: EU }
                    then: { kind: INVOICE, type: ZMO, series: sZMO }
                  - id: receipt-for-firms
                    when: { nip: true }
                    then: { kind: INVOICE, type: ZMP, series: sZMP }
                  - id: no-type
                    when: { payment: [99] }
                    then: { kind: INVOICE, type: ZMX, series: sZMX }
                  - id: no-series
                    when: { shipping: ["Gołąb"], invoiceWish: true }
                    then: { kind: INVOICE, type: ZMO, series: sNIE }
                  - id: odd
                    when: { origin: [77], vatRate: ["77%"], currency: [JPY] }
                    then: { kind: HOLD, department: DZIAL-X, paymentRegistry: KASA-X }
                  - id: rest
                    then: { kind: RECEIPT }
                """);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.line("rule oss")).startsWith("✗").contains("FVS", "WSTO_EE", "foreignVat: false");
        assertThat(result.line("rule below-threshold")).startsWith("✓");
        assertThat(result.line("rule receipt-for-firms")).startsWith("✗").contains("a receipt (PAR)");
        assertThat(result.out())
                .contains("the ERP has no ZMO type „ZMX”", "the ZMO type ZMO has no series „sNIE”")
                .contains("the shop has no method of payment „99”", "the shop has no method of delivery „Gołąb”")
                .contains("no origin „77”", "no VAT rate „77%”", "no currency „JPY”")
                .contains("the ERP has no department „DZIAL-X”", "the ERP has no payment registry „KASA-X”")
                .contains("order.invoice-wish.field names no field");
        assertThat(result.line("no department")).contains("config/documents.yaml, line 17, rule odd");
    }

    @Test
    @DisplayName("a file that cannot be used is told with its line")
    void unusable() throws Exception {
        Shell.Result result = checked("documents:\n  - id: a\n    then: { kind: INVOIC }\n");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.line("config/documents.yaml, line 3")).startsWith("✗").contains("INVOICE");
    }

    private Shell.Result checked(String rules) throws Exception {
        rig.home(home);
        Files.writeString(home.resolve("config/documents.yaml"), rules);
        return Shell.run("check", "--home", home.toString());
    }
}
