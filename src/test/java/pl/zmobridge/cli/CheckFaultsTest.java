package pl.zmobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pl.zmobridge.app.RouteWires;
import pl.zmobridge.check.Engine;
import pl.zmobridge.check.Wires;
import pl.zmobridge.reload.RouteProblem;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.FaultKind;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;
import pl.zmobridge.support.Rig;

@DisplayName("check names what is wrong, and what would be right")
class CheckFaultsTest {
    private static final String STATUSES = "3 opłacone";

    private final Rig rig = new Rig();

    @TempDir
    private Path home;

    /** One thing that is wrong, the key or thing of its line, and what that line says besides. */
    private record Wrong(String name, Consumer<Rig> how, String about, String... says) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Wrong> failures() {
        return Stream.of(shop(), erp(), rest()).flatMap(each -> each);
    }

    private static Stream<Wrong> shop() {
        return Stream.of(
                new Wrong("no shop there", r -> r.shop.down(), "shoper.url", "does not answer", "connection refused"),
                new Wrong(
                        "no such host",
                        r -> r.set("shoper.url", "https://sklep.invalid"),
                        "shoper.url",
                        "there is no such host"),
                new Wrong(
                        "a maintenance page",
                        r -> r.shop.faults().add(Fault.of(FaultKind.ERROR_503)),
                        "shoper.url",
                        "503"),
                new Wrong("no API", r -> r.shop.faults().add(Fault.of(FaultKind.OK_HTML)), "shoper.url", "200"),
                new Wrong("wrong token", r -> r.shop.token("another"), "shoper.token", "does not accept the token"),
                new Wrong(
                        "wrong login",
                        r -> r.set("shoper.token", "").set("shoper.login", "x").set("shoper.password", "tajne-haslo-3"),
                        "shoper.login",
                        "does not accept login and password"),
                area("orders", "zamówienia"),
                area("statuses", "statusy zamówień"),
                area("payments", "płatności"),
                area("shippings", "dostawy"),
                area("currencies", "waluty"),
                area("application-config", "konfiguracja"),
                new Wrong("no such zone", r -> r.shop.timeZone("Europe/Łódź"), "time zone", "Europe/Warsaw"),
                status("realisation.statuses", "3,77", "77"),
                status("shoper.import.statuses", "78", "78"),
                status("feedback.imported-status", "79", "79"),
                status("feedback.realised-status", "80", "80"),
                new Wrong(
                        "feedback cancels orders",
                        r -> r.set("feedback.realised-status", "8"),
                        "feedback.realised-status",
                        "8 anulowane",
                        "cancel"),
                new Wrong(
                        "realised when rejected",
                        r -> r.set("realisation.statuses", "9"),
                        "realisation.statuses",
                        "9 odrzucone"),
                new Wrong(
                        "a code of no delivery method",
                        r -> r.set("symfonia.delivery.code.44", "DOSTAWA"),
                        "symfonia.delivery.code.44",
                        "no delivery method 44",
                        "1 Kurier DPD"),
                new Wrong(
                        "delivery methods without a code",
                        r -> r.set("symfonia.delivery.code", "").set("symfonia.delivery.code.1", "DOSTAWA"),
                        "symfonia.delivery.code",
                        "2 InPost Kurier"));
    }

    private static Stream<Wrong> erp() {
        return Stream.of(
                new Wrong("no ERP there", r -> r.erp.down(), "symfonia.url", "does not answer", "start the WebAPI"),
                new Wrong("not the WebAPI", r -> r.set("symfonia.url", r.shop.url()), "symfonia.url", "no WebAPI"),
                new Wrong(
                        "wrong GUID",
                        r -> r.erp.applicationGuid("another"),
                        "symfonia.application-guid",
                        "copy the application's GUID"),
                new Wrong("no licence", r -> r.erp.sessionLimit(0), "symfonia session", "liczbę dostępnych licencji"),
                unknown("symfonia.invoice.type", "ZMX", "ZMO, ZMP"),
                unknown("symfonia.receipt.type", "ZMX", "ZMO, ZMP"),
                unknown("symfonia.invoice.series", "sX", "sZMO"),
                unknown("symfonia.receipt.series", "sX", "sZMP"),
                unknown("symfonia.department", "SKLEPIK", "CENTRALA, SKLEP"),
                unknown("symfonia.payment-registry", "BANKI", "BANK, KASA"),
                unknown("symfonia.payment-form.default", "Czek", "Gotówka"),
                new Wrong(
                        "an inactive payment form",
                        r -> r.set("symfonia.payment-form.default", "Przelew – 30 dni"),
                        "symfonia.payment-form.default",
                        "no active payment form",
                        "Gotówka"),
                new Wrong(
                        "V1: a rate of the shop that the ERP does not have",
                        r -> r.erp.desk().vatRate("8", "8 %", "8", false),
                        "symfonia.vat.8%",
                        "„8%” has no counterpart",
                        "23, 5, 0, zw, np"),
                new Wrong(
                        "V1: a rate of the shop that says nothing",
                        r -> r.shop.desk().tax(8, "Stawka zerowa: usługi", "0"),
                        "symfonia.vat.Stawkazerowa\\:usługi",
                        "„Stawka zerowa: usługi” has no counterpart"),
                new Wrong(
                        "V1: a table with a rate that the ERP does not have",
                        r -> r.set("symfonia.vat.zw.", "zwol"),
                        "symfonia.vat.zw.",
                        "no active VAT rate „zwol”",
                        "23, 8, 5, 0, zw, np"),
                unknown("symfonia.delivery.code", "KURIER", "create a service"),
                unknown("symfonia.delivery.code.2", "PACZKA", "create a service"),
                unknown("order.difference.code", "DOPLATA-X", "create a service"),
                new Wrong(
                        "a session that ends at once",
                        r -> r.erp.expireSessionsAfter(1),
                        "symfonia.url",
                        "stopped answering"));
    }

    private static Stream<Wrong> rest() {
        return Stream.of(
                new Wrong(
                        "no database there",
                        r -> r.set("db.url", "jdbc:mariadb://127.0.0.1:" + Rig.freePort() + "/zmobridge"),
                        "db.url",
                        "start the database"),
                new Wrong(
                        "no such schema",
                        r -> r.set("db.url", "jdbc:mariadb://127.0.0.1:" + dbPort(r) + "/nie_ma"),
                        "db.url",
                        "nie_ma",
                        "create the database"),
                new Wrong(
                        "a port that somebody has",
                        r -> r.set("http.port", Integer.toString(r.erp.port())),
                        "http.port",
                        "taken by another program"),
                new Wrong(
                        "not our address",
                        r -> r.set("http.host", "192.0.2.7"),
                        "http.host",
                        "no address of this machine"),
                new Wrong(
                        "a typing error in a key",
                        r -> r.set("shoper.tokn", "x"),
                        "shoper.tokn",
                        "there is no such key"));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsOneLineThatSaysWhatToDo(Wrong wrong) throws Exception {
        wrong.how().accept(rig);

        Shell.Result result = checked();

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .describedAs("the check goes on after a failure")
                .isEmpty();
        assertThat(result.out().lines().filter(line -> line.startsWith("✗ " + wrong.about() + " ")))
                .describedAs(result.out())
                .anySatisfy(line -> assertThat(line).contains(wrong.says()));
        showsNoSecret(result);
        assertThat(rig.erp.openSessions()).isZero();
    }

    static Stream<Wrong> remarks() {
        return Stream.of(
                new Wrong("another zone", r -> r.shop.timeZone("America/New_York"), "time zone", "America/New_York"),
                new Wrong(
                        "feedback that cannot be tried",
                        r -> r.set("feedback.imported-status", "2"),
                        "access",
                        "„zamówienia” may be edited"),
                new Wrong(
                        "one kind of document for both",
                        r -> r.set("symfonia.receipt.type", "ZMO").set("symfonia.receipt.series", "sZMO"),
                        "symfonia.receipt.type",
                        "rule Z5"),
                new Wrong(
                        "V3: a rate that is not Poland's",
                        r -> r.shop.desk().tax(8, "19% DE", "19"),
                        "symfonia.vat",
                        "„19% DE” is none of Poland's",
                        "V3"),
                new Wrong(
                        "V1: rates of the shop that may not be read",
                        r -> r.shop.withdraw("taxes"),
                        "symfonia.vat",
                        "„stawki podatkowe” is not granted"),
                new Wrong("open to nobody", r -> r.set("http.host", "0.0.0.0"), "ops.password", "is empty"));
    }

    @ParameterizedTest
    @MethodSource("remarks")
    void aRemarkIsNoFailure(Wrong wrong) throws Exception {
        wrong.how().accept(rig);

        Shell.Result result = checked();

        assertThat(result.exitCode()).describedAs(result.out()).isZero();
        assertThat(result.out().lines().filter(line -> line.startsWith("! " + wrong.about() + " ")))
                .describedAs(result.out())
                .anySatisfy(line -> assertThat(line).contains(wrong.says()));
    }

    private Shell.Result checked() throws IOException {
        return Shell.run(
                new FewRoutes(),
                Terminal.UNLIMITED,
                "check",
                "--home",
                rig.home(home).toString());
    }

    private static void showsNoSecret(Shell.Result result) {
        assertThat(result.out() + result.err())
                .doesNotContain(ShoperSim.TOKEN, SymfoniaSim.APPLICATION_GUID, "tajne-haslo-3", "Exception", "\tat ");
    }

    private static Wrong area(String resource, String name) {
        return new Wrong(resource + " withdrawn", r -> r.shop.withdraw(resource), "access", "„" + name + "”", "grant");
    }

    private static Wrong status(String key, String value, String unknown) {
        return new Wrong(key + "=" + value, r -> r.set(key, value), key, "no status " + unknown, STATUSES);
    }

    private static Wrong unknown(String key, String value, String valid) {
        return new Wrong(key + "=" + value, r -> r.set(key, value), key, value, valid);
    }

    private static String dbPort(Rig rig) {
        return rig.setting("db.url").replaceFirst(".*:(\\d+)/.*", "$1");
    }

    /** All routes are tried elsewhere; building them for each case would take long. */
    private static final class FewRoutes implements Engine {
        @Override
        public void run(Settings settings) {
            throw new IllegalStateException();
        }

        @Override
        public List<RouteProblem> tryRoutes(Settings settings) {
            return List.of();
        }

        @Override
        public Wires wires(Settings settings) throws InterruptedException {
            return RouteWires.open(settings);
        }
    }
}
