package pl.zmobridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.api.client.ApiClient;
import pl.zmobridge.settings.SettingsReader;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Rig;
import pl.zmobridge.words.Language;

@DisplayName("Commands against a running bridge")
class CommandsTest {
    private static final String PASSWORD = "hasło-operatora-1";
    private static final AtomicLong BUYERS = new AtomicLong(7000);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path home;

    private static Rig rig;

    @BeforeAll
    static void start() throws Exception {
        rig = new Rig().set("ops.password", PASSWORD);
        rig.set("stock.enabled", "true").set("stock.max", "1000").set("stock.poll.cron", "0 0 0 1 1 ? 2099");
        // an open dead letter waits for the command, not for its own next attempt
        rig.set("redelivery.initial", "1h").set("redelivery.max", "1h");
        rig.set("symfonia.correction.receipt.type", "PARK").set("symfonia.correction.receipt.series", "sPARK");
        rig.home(home);
        rig.start();
        typed("poll"); // the poll at start is over
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Test
    void statusShowsWhereOrdersAre() {
        Shell.Result result = typed("status");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("Shop          main", "Last poll", "Dead letters", "RECEIVED", "REALISED", "CLOSED");
    }

    @Test
    void whatTheBridgeTellsIsInTheCallersLanguage() {
        for (Language language : Language.values()) {
            ApiClient bridge = new ApiClient(SettingsReader.readHttp(home), Optional.empty(), language);

            assertThatThrownBy(() -> bridge.get("/api/orders/999999"))
                    .hasMessage(
                            language == Language.PL ? "Zamówienia 999999 tu nie ma" : "Order 999999 is unknown here");
        }
    }

    @Test
    void homeMayStandBeforeTheCommand() {
        assertThat(Shell.run("--home", home.toString(), "status").exitCode()).isZero();
    }

    @Test
    void jsonIsTheAnswerOfTheApi() throws Exception {
        JsonNode summary = JSON.readTree(typed("status", "--json").out());

        assertThat(summary.path("shop").asText()).isEqualTo("main");
        assertThat(summary.path("orders").has("ISSUED")).isTrue();
    }

    @Test
    @DisplayName("S6 resume says go on for an ERP that was stopped, and status says that it was")
    void resume() throws Exception {
        assertThat(typed("resume").out()).contains("Nothing was stopped.");
        rig.change("INSERT INTO erp_stops (erp, stopped_at) VALUES ('" + rig.setting("symfonia.url")
                + "', UTC_TIMESTAMP(3))");

        assertThat(typed("status").out()).contains("nothing is written to Symfonia " + rig.setting("symfonia.url"));
        assertThat(typed("resume", "--erp", "http://other.example").out()).contains("Nothing was stopped at");
        assertThat(typed("resume").out()).contains("Symfonia " + rig.setting("symfonia.url") + " is written to again");
        assertThat(typed("status").out()).doesNotContain("nothing is written");
    }

    @Test
    @DisplayName("settings shows what can be set, sets it and undoes it; the bridge's own words say why not")
    void settings() {
        Shell.Result set = typed("settings", "payment-form", "18", "--set", "Pobranie");
        assertThat(set.out()).contains("symfonia.payment-form.18 is set and holds at once");
        assertThat(typed("settings").out())
                .contains("symfonia.delivery.code", "DOSTAWA")
                .containsPattern("symfonia.payment-form.18 +Płatność ONLINE +Pobranie");
        assertThat(typed("check").out())
                .describedAs("a check judges the values in force")
                .contains("set on the page Settings, over the file's value")
                .containsPattern("symfonia.payment-form.18 +Płatność ONLINE: Pobranie");
        assertThat(typed("settings", "payment-form", "18", "--undo").out()).contains("what held before holds again");

        Shell.Result refused = typed("settings", "payment-form", "18", "--set", "Czeki");
        assertThat(refused.exitCode()).isEqualTo(Cli.FAILED);
        assertThat(refused.err()).contains("Symfonia has no active payment form \"Czeki\"");
        assertThat(typed("settings", "payment-form", "18", "--undo").exitCode()).isEqualTo(Cli.FAILED);
    }

    @Test
    void pollSaysWhatItDid() {
        rig.shop.addOrder(good());

        Shell.Result result = typed("poll");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .containsPattern("\\d+ new orders?, \\d+ watched orders? checked, \\d+ requests? to the");
    }

    @Test
    void notifySaysThatNobodyIsToBeTold() {
        Shell.Result result = typed("notify", "--test");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("Nobody is told: set notify.mail.to or notify.webhook.url");
        assertThat(typed("notify", "--test", "--json").out()).contains("{\"sent\":[],\"failed\":[]}");
        assertThat(typed("notify").exitCode()).isEqualTo(2);
    }

    @Test
    void stockSaysWhatWouldChangeAndWhatOneSideLacks() {
        assertThat(typed("stock").out()).contains("not compared yet");
        rig.erp.setStock("KUB-300", "5.5");
        rig.shop.desk().variant("TYLKO-SKLEP", "1.00", "3");

        Shell.Result dry = typed("stock", "--dry-run");

        assertThat(dry.exitCode()).describedAs(dry.err()).isZero();
        assertThat(dry.out()).contains(" differ, 0 changed").containsPattern("KUB-300 +\\d+ +5");
        assertThat(dry.line("Not in Symfonia")).contains("TYLKO-SKLEP");
        assertThat(typed("stock", "--resume").out()).contains("Nothing was stopped");
        assertThat(typed("stock", "--now").out()).contains("main: ").doesNotContain(" 0 changed");
        assertThat(rig.shop.desk().stock("KUB-300").intValue()).isEqualTo(5);
        assertThat(typed("stock").out()).contains(" products compared").contains("main, 20");
        assertThat(typed("stock", "--now", "--resume").exitCode()).isEqualTo(2);
    }

    @Test
    void importAndRealiseShowTheOrderAsItStands() {
        long id = rig.shop.addOrder(good());

        Shell.Result imported = typed("import", Long.toString(id));
        assertThat(imported.exitCode()).describedAs(imported.err()).isZero();
        assertThat(imported.out()).contains("SH/" + id, "ISSUED", "rule M");

        Shell.Result realised = typed("realise", Long.toString(id));
        assertThat(realised.exitCode()).isZero();
        assertThat(realised.line("State")).contains("REALISED");
        assertThat(realised.line("Documents")).isNotBlank();

        Shell.Result again = typed("realise", Long.toString(id));
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.out()).isEmpty();
        assertThat(again.err()).contains("realised already").doesNotContain("{", "Exception");
    }

    @Test
    @DisplayName(
            "A command that did what it should ends with 0 though a review or a status for the shop is open, which it tells in their own words")
    void whatElseIsOpen() throws Exception {
        long id = rig.shop.addOrder(good());
        typed("import", Long.toString(id));
        open(id, "REVIEW", "PARCEL_REFUSED");
        Shell.Result imported = typed("import", Long.toString(id));
        assertThat(imported.exitCode()).describedAs(imported.err()).isZero();
        assertThat(imported.err()).contains("To be looked at: ").doesNotContain("tried again");

        open(id, "FEEDBACK", "SHOP_REFUSED");
        Shell.Result realised = typed("realise", Long.toString(id), "--lang", "pl");
        assertThat(realised.exitCode()).describedAs(realised.err()).isZero();
        assertThat(realised.err())
                .contains("Do sprawdzenia: ", "Sklep nie wie jeszcze o tym")
                .doesNotContain("Nie udało się");

        long failing = rig.shop.addOrder(bad("NIE-MA-6"));
        typed("import", Long.toString(failing));
        open(failing, "REVIEW", "PARCEL_REFUSED");
        Shell.Result failed = typed("import", Long.toString(failing));
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("To be looked at: ", "tried again by itself: ");
        rig.change("DELETE FROM dead_letters WHERE shop_order_id IN (" + id + ", " + failing + ")");
    }

    /** What something else than the command has left. */
    private static void open(long id, String step, String cause) throws Exception {
        rig.change(
                "INSERT INTO dead_letters (shop, shop_order_id, step, `system`, cause, waits_for, arguments, words, error,"
                        + " first_failed_at, last_failed_at, next_attempt_at) VALUES ('main', " + id + ", '" + step
                        + "', 'SHOP', '" + cause
                        + "', 'PERSON', '{}', 'x', 'x', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL 1 DAY)");
    }

    @Test
    @DisplayName("D2 explain tells of one order by id or number, and of all as a table, by rules that are tried too")
    void explain() throws Exception {
        long id = rig.shop.addOrder(good());
        typed("import", Long.toString(id));
        Path rules = Files.writeString(
                home.resolve("trial.yaml"), "documents:\n  - id: everything\n    then: { kind: HOLD }\n");

        Shell.Result one = typed("explain", "SH/" + id);
        assertThat(one.exitCode()).describedAs(one.err()).isZero();
        assertThat(one.out()).contains("H4", "ZMP", "M3");
        assertThat(typed("explain", Long.toString(id), "--rules", rules.toString())
                        .out())
                .contains("everything");
        assertThat(typed("explain", "SH/999999").exitCode()).isEqualTo(1);
        assertThat(typed("explain", "XY/999999").err()).contains("\"XY/999999\" is no number of an order");
        Shell.Result table = typed("explain", "--all", "--since", "2020-01-01", "--rules", rules.toString());
        assertThat(table.exitCode()).describedAs(table.err()).isZero();
        assertThat(table.line("SH/" + id)).contains("everything", "ISSUED");
        assertThat(typed("explain").exitCode()).isEqualTo(2);
        assertThat(typed("explain", "7", "--since", "2026-01-01").exitCode()).isEqualTo(2);
    }

    @Test
    void ordersAreNamedByIdOrByNumberWhereverACommandTakesOne() {
        long id = rig.shop.addOrder(good());

        assertThat(typed("import", "SH/" + id).line("Order"))
                .describedAs("not known yet")
                .contains("SH/" + id);
        Shell.Result realised = typed("realise", "SH/" + id);
        assertThat(realised.line("State")).describedAs(realised.err()).contains("REALISED");
        String document = realised.line("Documents").replaceFirst("Documents +", "");
        assertThat(typed("order", document).out()).contains("SH/" + id, "SPD-101", "Order taken from the shop");
        assertThat(typed("order", Long.toString(id)).out())
                .isEqualTo(typed("order", "sh/" + id).out())
                .isEqualTo(typed("order", "id:" + id).out())
                .isEqualTo(typed("order", "number:SH/" + id).out());
        assertThat(typed("reimport", "SH/" + id).err()).contains("zmo-bridge reimport SH/" + id + " --confirm");
        assertThat(typed("order", "999999").exitCode()).isEqualTo(1);
    }

    @Test
    void ordersAreListedAsTheFilterSays() throws Exception {
        long fine = rig.shop.addOrder(good());
        long stuck = rig.shop.addOrder(bad("NIE-MA-5"));
        typed("import", Long.toString(fine));
        typed("import", Long.toString(stuck));

        assertThat(typed("orders", "--size", "500").out()).contains("SH/" + fine + " ", "SH/" + stuck + " ");
        Shell.Result waiting = typed("orders", "--stuck");
        assertThat(waiting.line("SH/" + stuck + " ")).contains("RECEIVED", "NIE-MA-5");
        assertThat(waiting.out()).doesNotContain("SH/" + fine + " ");
        assertThat(typed("orders", "SH/" + fine, "--state", "issued").out()).contains("SH/" + fine);
        assertThat(typed("orders", "SH/" + fine, "--state", "closed").out()).contains("No order fits.");
        assertThat(JSON.readTree(typed("orders", "--size", "1", "--json").out()).path("items"))
                .hasSize(1);
        assertThat(typed("status", "--fail-on-stuck").exitCode()).isEqualTo(1);
        assertThat(typed("orders", "--stuck", "--lang", "pl").out()).contains("NUMER", "KUPUJĄCY");
    }

    @Test
    void oneCauseIsReplayedAndDiscardedAtOnce() {
        long mended = rig.shop.addOrder(good().line("", "1.00", "1"));
        long stuck = rig.shop.addOrder(good().line("", "1.00", "1"));
        typed("import", Long.toString(mended));
        typed("import", Long.toString(stuck));
        rig.shop.editLines(mended, lines -> lines.get(1).put("code", "SPD-101"));
        String cause = typed("dead-letters", "--by-cause").line("PRODUCT_WITHOUT_CODE");
        assertThat(cause).isNotBlank();

        Shell.Result replayed = typed("replay", "--cause", "product_without_code", "--wait", "30");
        assertThat(replayed.exitCode()).isEqualTo(1);
        assertThat(replayed.out()).contains("2 dead letters: 1 resolved, 1 failed again");
        assertThat(replayed.err()).contains("SH/" + stuck).doesNotContain("SH/" + mended + " ");

        Shell.Result discarded = typed("discard", "--cause", "PRODUCT_WITHOUT_CODE", "--reason", "bez kodu");
        assertThat(discarded.exitCode()).describedAs(discarded.err()).isZero();
        assertThat(discarded.out()).contains("1 is discarded.");
        assertThat(typed("discard", "--cause", "PRODUCT_WITHOUT_CODE", "--reason", "x")
                        .err())
                .contains("No open dead letter has the cause");
    }

    @Test
    void aSecondZmoTakesAConfirmation() {
        long id = rig.shop.addOrder(good());
        typed("import", Long.toString(id));

        Shell.Result asked = typed("reimport", Long.toString(id));
        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.err()).contains("second ZMO", "zmo-bridge reimport " + id + " --confirm");

        Shell.Result confirmed = typed("reimport", Long.toString(id), "--confirm");
        assertThat(confirmed.exitCode()).isZero();
        assertThat(confirmed.line("ZMO")).contains("SH/" + id + " (2)");
    }

    @Test
    void anOrderThatTheShopDoesNotHaveFails() {
        Shell.Result result = typed("import", "999999");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isNotBlank().doesNotContain("{", "Exception");
    }

    @Test
    void anOrderCancelledInTheShopIsNotRealised() {
        long id = rig.shop.addOrder(good());
        typed("import", Long.toString(id));
        rig.shop.setStatus(id, 8);

        Shell.Result result = typed("realise", Long.toString(id));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("closed", "anulowane");
    }

    @Test
    void aDeadLetterIsListedReplayedAndResolved() {
        long id = rig.shop.addOrder(bad("NIE-MA-1"));
        Shell.Result failed = typed("import", Long.toString(id));
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("NIE-MA-1");

        Shell.Result listed = typed("dead-letters");
        String letter = listed.line("SH/" + id + " ").strip().split(" ")[0];
        assertThat(listed.line("SH/" + id + " ")).contains("IMPORT", "NIE-MA-1");
        assertThat(typed("dead-letters", "--payload").out()).contains("SH/" + id);
        assertThat(Shell.run(60, "dead-letters", "--home", home.toString())
                        .out()
                        .lines())
                .allMatch(line -> line.length() <= 60);

        Shell.Result again = typed("replay", letter);
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("failed again", "NIE-MA-1");

        rig.shop.editLines(id, lines -> lines.get(0).put("code", "SPD-101"));
        Shell.Result resolved = typed("replay", letter);
        assertThat(resolved.exitCode()).describedAs(resolved.err()).isZero();
        assertThat(resolved.out()).contains("RESOLVED", "changed in the shop");
        assertThat(typed("dead-letters", "--state", "resolved").out()).contains("SH/" + id + " ");
        assertThat(typed("replay", letter).exitCode()).isEqualTo(1);
    }

    @Test
    @DisplayName("L6 accept-difference goes on with an order, and remembers who decided and why")
    void acceptDifference() throws Exception {
        long id = rig.shop.addOrder(good().voucher(9, "LATO", "5.00"));
        typed("poll");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> typed("dead-letters").out().contains("SH/" + id));

        assertThat(typed("accept-difference", Long.toString(id), "--as", "line").err())
                .contains("order.difference.code");
        Shell.Result done = typed("accept-difference", Long.toString(id), "--as", "spread", "--reason", "bon 5.00");

        assertThat(done.exitCode()).describedAs(done.err()).isZero();
        assertThat(done.out()).contains("SH/" + id, "ISSUED");
        assertThat(rig.row("SELECT difference_actor, difference_reason FROM orders WHERE shop_order_id = " + id))
                .containsEntry("difference_actor", "admin")
                .containsEntry("difference_reason", "bon 5.00");
    }

    @Test
    @DisplayName("E6 correction shows what it would hold, and issues exactly what was shown")
    void correction() throws Exception {
        long id = rig.shop.addOrder(good().status(3));
        typed("poll");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> typed("order", Long.toString(id)).out().contains("REALISED"));
        rig.shop.setStatus(id, 10);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            typed("poll");
            return typed("dead-letters").out().contains("SH/" + id);
        });

        String shown = typed("correction", Long.toString(id)).out();
        assertThat(shown).contains("SPD-101: 1 / ", "→ 0 / 0.00", "DOSTAWA: ", "--issue ");
        assertThat(typed("correction", Long.toString(id), "--issue", "000000000000")
                        .err())
                .contains("nothing was sent");
        Shell.Result blank = typed("correction", Long.toString(id), "--by-hand", " ");
        assertThat(blank.exitCode()).isEqualTo(2);
        assertThat(blank.err()).contains("issued by hand");
        assertThat(rig.erp.corrections()).isEmpty();
        String version = shown.replaceAll("(?s).*--issue (\\w+).*", "$1");
        Shell.Result done = typed("correction", Long.toString(id), "--issue", version);

        assertThat(done.exitCode()).describedAs(done.err()).isZero();
        assertThat(rig.erp.corrections()).hasSize(1);
        assertThat(rig.row("SELECT actor, state FROM corrections WHERE shop_order_id = " + id))
                .containsEntry("actor", "admin")
                .containsEntry("state", "ISSUED");
    }

    @Test
    void replayAllWaitsForTheOutcome() {
        long mended = rig.shop.addOrder(bad("NIE-MA-2"));
        long stuck = rig.shop.addOrder(bad("NIE-MA-3"));
        typed("import", Long.toString(mended));
        typed("import", Long.toString(stuck));
        rig.shop.editLines(mended, lines -> lines.get(0).put("code", "SPD-101"));

        Shell.Result result = typed("replay", "--all", "--wait", "30");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("resolved", "failed again").doesNotContain("not tried yet");
        assertThat(result.err()).contains("SH/" + stuck, "NIE-MA-3").doesNotContain("SH/" + mended + " ");
    }

    @Test
    void aDiscardIsSaidAndKept() {
        long id = rig.shop.addOrder(bad("NIE-MA-4"));
        typed("import", Long.toString(id));
        String letter = typed("dead-letters").line("SH/" + id + " ").strip().split(" ")[0];

        assertThat(typed("discard", letter, "--reason", " ").exitCode()).isEqualTo(1);
        Shell.Result result = typed("discard", letter, "--reason", "zamówienie próbne");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("SH/" + id, "zamówienie próbne");
        assertThat(typed("dead-letters", "--state", "DISCARDED").out()).contains("zamówienie próbne");
    }

    @Test
    void aWrongPasswordIsSaidWithoutShowingOne(@TempDir Path other) throws Exception {
        rig.home(other);
        changed(other, "ops.password=zle-haslo-99");

        Shell.Result result = Shell.run("status", "--home", other.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("ops.password").doesNotContain("zle-haslo-99");
    }

    @Test
    void withoutABridgeItSaysWhatToDo(@TempDir Path other) throws Exception {
        rig.home(other);
        int free = Rig.freePort();
        changed(other, "http.port=" + free);

        Shell.Result result = Shell.run("status", "--home", other.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("No bridge answers at http://127.0.0.1:" + free, "zmo-bridge run");
    }

    @Test
    void somebodyElsesServerIsNotTakenForABridge(@TempDir Path other) throws Exception {
        rig.home(other);
        changed(other, "http.port=" + rig.erp.port());

        Shell.Result result = Shell.run("status", "--home", other.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("Something else than ZMO Bridge");
    }

    @Test
    void onlyWhereTheBridgeAnswersMustBeConfigured(@TempDir Path other) throws Exception {
        Files.createDirectories(other.resolve("config"));
        changed(other, "http.port=" + rig.port() + "\nops.password=" + PASSWORD);

        await().untilAsserted(() -> assertThat(
                        Shell.run("status", "--home", other.toString()).exitCode())
                .isZero());
        assertThat(Shell.run("run", "--home", other.toString()).err()).contains("shoper.url is missing");
    }

    private static Shell.Result typed(String... arguments) {
        return Shell.run(Shell.with(arguments, "--home", home.toString()));
    }

    private static OrderBuilder good() {
        return order().line("SPD-101", "149.95", "1");
    }

    /** Of a buyer of its own: orders of one buyer wait for each other. */
    private static OrderBuilder order() {
        return new OrderBuilder().user(BUYERS.incrementAndGet());
    }

    private static OrderBuilder bad(String code) {
        return order().line(code, "10.00", "1");
    }

    private static void changed(Path home, String lines) throws Exception {
        Files.writeString(
                home.resolve("config/application.properties"),
                "\n" + lines + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
