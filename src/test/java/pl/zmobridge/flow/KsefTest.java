package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.app.RouteWires;
import pl.zmobridge.check.Check;
import pl.zmobridge.check.Engine;
import pl.zmobridge.check.Finding;
import pl.zmobridge.check.Wires;
import pl.zmobridge.reload.RouteProblem;
import pl.zmobridge.settings.LogFormat;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.KsefSim;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.sim.SimRequest;
import pl.zmobridge.support.CapturedLog;
import pl.zmobridge.support.HttpEar;
import pl.zmobridge.support.Nips;
import pl.zmobridge.support.Rig;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("An invoice's number in KSeF")
class KsefTest extends CasesFixture {
    private static final String QUESTION = "/v2/invoices/query/metadata";

    private KsefSim ksef;
    private HttpEar ear;

    @BeforeAll
    void start() throws Exception {
        ksef = new KsefSim().start();
        ear = new HttpEar();
        rig = with(new Rig(), ksef)
                .set("feedback.ksef", "notes")
                .set("notify.webhook.url", ear.url())
                .set("notify.gather", "200ms");
        rig.start();
        ask();
        // what was sold before the first question raises no alarm
        rig.change("UPDATE ksef_accounts SET since = since - INTERVAL 3 DAY");
    }

    @AfterAll
    void stop() {
        rig.close();
        ksef.close();
        ear.close();
    }

    /** Each test has all the places, and KSeF counts anew. */
    @BeforeEach
    void places() throws Exception {
        places(rig);
        ksef.unlimited();
    }

    private static Rig with(Rig rig, KsefSim ksef) {
        return rig.set("ksef.enabled", "true")
                .set("ksef.url", ksef.api())
                .set("ksef.nip", KsefSim.NIP)
                .set("ksef.token", KsefSim.TOKEN)
                .set("ksef.alarm", "24h")
                .set("ksef.poll.cron", "0 0 0 1 1 ? 2099");
    }

    private static void places(Rig rig) throws Exception {
        rig.change("UPDATE ksef_accounts SET full_until = NULL, not_before = NULL");
    }

    private JsonNode ask() throws Exception {
        return rig.post("/api/ksef/poll", "");
    }

    private long sold(OrderBuilder order) throws Exception {
        long id = rig.shop.addOrder(order.status(3));
        rig.poll();
        rig.awaitState("REALISED", id);
        return id;
    }

    private long soldTo(String nip) throws Exception {
        return sold(order().firm("Firma", nip));
    }

    private JsonNode document(long id) throws Exception {
        return rig.order(id).at("/salesDocuments/0");
    }

    private String number(long id) throws Exception {
        return document(id).path("number").asText();
    }

    private String state(long id) throws Exception {
        return document(id).at("/ksef/state").asText();
    }

    private void soldTwoDaysAgo(long id) throws Exception {
        rig.change("UPDATE imports SET sold_at = sold_at - INTERVAL 2 DAY WHERE shop_order_id = " + id);
    }

    private Optional<JsonNode> review(long id, String cause) throws Exception {
        return StreamSupport.stream(rig.deadLetters().spliterator(), false)
                .filter(letter -> letter.path("shopOrderId").asLong() == id)
                .filter(letter -> letter.path("cause").asText().equals(cause))
                .findFirst();
    }

    private long count(String sql) throws Exception {
        return ((Number) rig.row("SELECT COUNT(*) AS n FROM " + sql).get("n")).longValue();
    }

    private String text(String path) throws Exception {
        HttpResponse<String> answer = rig.exchange(rig.request(path).GET().build());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    @DisplayName(
            "is shown with the order, found by the search, and written into the table and once into the shop's notes")
    void accepted() throws Exception {
        String nip = Nips.next();
        long id = sold(order().firm("Firma", nip).with("notes_priv", "Dzwonić rano"));
        assertThat(state(id)).describedAs("KSeF was not asked since").isEqualTo("WAITING");
        ask();
        assertThat(state(id)).isEqualTo("WAITING");

        String ksefNumber = ksef.accepted(number(id), "169.94", nip);
        JsonNode answer = ask();

        assertThat(answer.path("accepted").asInt()).isEqualTo(1);
        JsonNode shown = document(id).path("ksef");
        assertThat(shown.path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(shown.path("number").asText()).isEqualTo(ksefNumber);
        assertThat(shown.path("mode").asText()).isEqualTo("Online");
        assertThat(Instant.from(OffsetDateTime.parse(shown.path("at").asText())))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(rig.order(id).path("events").toString()).contains(ksefNumber);
        assertThat(rig.get("/api/orders?q=" + ksefNumber)
                        .at("/items/0/shopOrderId")
                        .asLong())
                .isEqualTo(id);
        assertThat(text("/api/orders.csv?q=" + ksefNumber))
                .contains("\"shop\";\"ksefNumbers\"", "\"" + ksefNumber + "\"");
        assertThat(count("ksef_invoices WHERE ksef_number = '" + ksefNumber + "'"))
                .describedAs("nothing more is kept of the buyer")
                .isZero();
        String notes = rig.shop.order(id).orElseThrow().path("notes_priv").asText();
        assertThat(notes).isEqualTo("Dzwonić rano\n" + number(id) + ", KSeF: " + ksefNumber);

        // as after a crash before the place in the list was stored
        rig.change("UPDATE ksef_accounts SET from_at = from_at - INTERVAL 1 DAY");
        assertThat(ask().path("accepted").asInt()).isZero();
        assertThat(count("events WHERE code = 'KSEF_ACCEPTED' AND shop_order_id = " + id))
                .isEqualTo(1);
        assertThat(rig.shop.order(id).orElseThrow().path("notes_priv").asText()).isEqualTo(notes);
    }

    @Test
    @DisplayName("can be there before the bridge knows its document")
    void early() throws Exception {
        String nip = Nips.next();
        long first = soldTo(nip);
        String next = following(number(first));
        ksef.accepted(next, "169.94", nip);
        ask();

        long id = soldTo(nip);
        assertThat(number(id)).isEqualTo(next);
        ask();

        assertThat(state(id)).isEqualTo("ACCEPTED");
        assertThat(state(first)).isEqualTo("WAITING");
    }

    /** The number that the ERP gives next. */
    private static String following(String number) {
        Matcher digits = Pattern.compile("(\\D*)(\\d+)(.*)").matcher(number);
        assertThat(digits.matches()).isTrue();
        String counted = Integer.toString(Integer.parseInt(digits.group(2)) + 1);
        return digits.group(1)
                + "0".repeat(Math.max(0, digits.group(2).length() - counted.length()))
                + counted
                + digits.group(3);
    }

    @Test
    @DisplayName("of another amount or buyer is not the document's; a person is told once, until the right one comes")
    void missing() throws Exception {
        String nip = Nips.next();
        long id = soldTo(nip);
        ksef.accepted(number(id), "169.93", nip);
        ksef.accepted(number(id), "169.94", Nips.next());
        ask();
        assertThat(state(id)).isEqualTo("WAITING");
        assertThat(review(id, "KSEF_MISSING")).isEmpty();

        long second = soldTo(nip);
        soldTwoDaysAgo(id);
        soldTwoDaysAgo(second);
        assertThat(ask().path("missing").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(state(id)).isEqualTo("MISSING");
        JsonNode review = review(id, "KSEF_MISSING").orElseThrow();
        assertThat(review.path("step").asText()).isEqualTo("REVIEW");
        assertThat(review.path("error").asText()).contains(number(id), "24 h", "inną kwotę");
        assertThat(rig.order(id).path("state").asText()).isEqualTo("REALISED");
        assertThat(ask().path("missing").asInt()).isZero();
        Rig.eventually(() -> assertThat(text("/observe/metrics"))
                .containsPattern("zmobridge_ksef_missing\\{shop=\"main\"} [1-9]")
                .contains("zmobridge_ksef_age_seconds{shop=\"main\"}"));

        ksef.accepted(number(id), "169.94", nip);
        ksef.accepted(number(second), "169.94", nip);
        assertThat(ask().path("accepted").asInt()).isEqualTo(2);
        for (long each : List.of(id, second)) {
            assertThat(state(each)).isEqualTo("ACCEPTED");
            assertThat(review(each, "KSEF_MISSING")).isEmpty();
        }
    }

    @Test
    @DisplayName("is not missed where KSeF has not told everything yet, for a person's invoice, and for a receipt")
    void notMissed() throws Exception {
        long person = sold(order().with("email", "osoba@example.pl"));
        long firm = soldTo(Nips.next());
        soldTwoDaysAgo(firm);
        soldTwoDaysAgo(person);
        rig.change("UPDATE ksef_accounts SET complete_at = UTC_TIMESTAMP(3) - INTERVAL 3 DAY");
        ksef.down();
        try {
            assertThat(ask().path("problem").asText()).contains("KSeF");
        } finally {
            ksef.up();
        }
        assertThat(review(firm, "KSEF_MISSING")).isEmpty();
        assertThat(state(person)).describedAs("a receipt").isEqualTo("NOT_REQUIRED");

        ask();
        assertThat(review(firm, "KSEF_MISSING")).isPresent();
        assertThat(review(person, "KSEF_MISSING")).isEmpty();
        rig.change(
                "UPDATE ksef_documents k JOIN imports i ON i.id = k.import_id SET k.need = 'OPTIONAL', k.missing_at = NULL"
                        + " WHERE i.shop_order_id = " + firm);
        assertThat(state(firm)).isEqualTo("NOT_REQUIRED");
    }

    @Test
    @DisplayName(
            "is found on any page of a long list, whose rows come twice and in any order, and beyond what KSeF lists at once")
    void pages() throws Exception {
        String nip = Nips.next();
        Instant begin = Instant.now().minusSeconds(3600);
        rig.change("UPDATE ksef_accounts SET page = 0, from_at = UTC_TIMESTAMP(3) - INTERVAL 65 MINUTE");
        KsefSim another = ksef;
        for (int i = 0; i < 560; i++) {
            another.accepted("OBCA/" + i, "1.00", nip, begin.plusMillis(i));
        }
        long id = soldTo(nip);
        String ksefNumber = another.accepted(number(id), "169.94", nip);
        ksef.untidy();
        ksef.truncatesAt(300);
        ksef.forgetRequests();
        try {
            ask();
        } finally {
            ksef.truncatesAt(10_000);
        }

        assertThat(document(id).at("/ksef/number").asText()).isEqualTo(ksefNumber);
        assertThat(count("ksef_invoices WHERE invoice_number LIKE 'OBCA/%'")).isEqualTo(560);
        assertThat(ksef.requests("POST", QUESTION)).isEqualTo(4);
    }

    @Test
    @DisplayName("costs KSeF no more questions than it answers, however often a person asks")
    void limits() throws Exception {
        int refused = ksef.refused();
        ksef.forgetRequests();
        int questions = 0;
        for (int i = 0; i < 12; i++) {
            questions += ask().path("questions").asInt();
        }

        assertThat(questions).isEqualTo(6);
        assertThat(ksef.requests("POST", QUESTION)).isEqualTo(6);
        assertThat(ksef.refused() - refused).describedAs("this second").isLessThanOrEqualTo(6);
    }

    @Test
    @DisplayName("is waited for while KSeF is away, which is told once and stops no order; a 429 is heeded")
    void away() throws Exception {
        ask();
        try (CapturedLog log = new CapturedLog(LogFormat.TEXT)) {
            ksef.down();
            assertThat(ask().path("problem").asText()).isNotEmpty();
            ask();
            soldTo(Nips.next());
            ksef.up();
            assertThat(ask().path("problem").isNull()).isTrue();
            assertThat(log.text()).containsOnlyOnce("KSeF was not read").containsOnlyOnce("KSeF answers again");
        }

        ksef.faults().add(Fault.tooManyRequests(60).when(KsefTest::isQuestion).times(1));
        assertThat(ask().path("problem").asText()).contains("429");
        ksef.forgetRequests();
        assertThat(ask().path("questions").asInt()).isZero();
        assertThat(ksef.requests()).isEmpty();
    }

    private static boolean isQuestion(SimRequest request) {
        return request.path().equals(QUESTION);
    }

    @Test
    @DisplayName("is written into the notes once though the answer was lost; a refusal is a review")
    void notes() throws Exception {
        String nip = Nips.next();
        long id = soldTo(nip);
        String first = ksef.accepted(number(id), "169.94", nip);
        rig.shop.faults().add(Fault.answerLost().when(KsefTest::isNote).times(4));
        ask();
        assertThat(rig.row("SELECT note FROM ksef_documents WHERE ksef_number = '" + first + "'"))
                .containsEntry("note", "DUE");
        ask();
        String notes = rig.shop.order(id).orElseThrow().path("notes_priv").asText();
        assertThat(notes).containsOnlyOnce(first);
        assertThat(rig.row("SELECT note FROM ksef_documents WHERE ksef_number = '" + first + "'"))
                .containsEntry("note", "DONE");

        long gone = soldTo(nip);
        String second = ksef.accepted(number(gone), "169.94", nip);
        rig.shop.removeOrder(gone);
        ask();
        assertThat(review(gone, "KSEF_NOT_NOTED").orElseThrow().path("error").asText())
                .contains(second);
        assertThat(state(gone)).isEqualTo("ACCEPTED");
        ask();
        assertThat(count("dead_letters WHERE cause = 'KSEF_NOT_NOTED' AND shop_order_id = " + gone))
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "of each invoice of an order is named by one review, also of those that a later question misses or the shop refuses")
    void severalInvoices() throws Exception {
        String nip = Nips.next();
        long id = soldTo(nip);
        String first = number(id);
        another(id, first + "/B");
        soldTwoDaysAgo(id);
        assertThat(ask().path("missing").asInt()).isEqualTo(2);
        JsonNode review = review(id, "KSEF_MISSING").orElseThrow();
        assertThat(review.path("error").asText()).contains(first + ", " + first + "/B ");
        assertThat(review.path("attempts").asInt()).isEqualTo(1);
        assertThat(count("events WHERE text LIKE '%nie ma numeru KSeF%' AND shop_order_id = " + id))
                .isEqualTo(1);
        people(id, 1);

        another(id, first + "/C");
        ksef.accepted(first + "/C", "169.94", Nips.next());
        assertThat(ask().path("missing").asInt()).isEqualTo(1);
        assertThat(review(id, "KSEF_MISSING").orElseThrow().path("error").asText())
                .contains(first + ", " + first + "/B, " + first + "/C ", "KSeF ma fakturę " + first + "/C,");
        assertThat(ask().path("missing").asInt()).isZero();
        people(id, 2);

        places(rig); // a question may have had two pages
        rig.shop.removeOrder(id);
        String one = ksef.accepted(first, "100.00", nip);
        String two = ksef.accepted(first + "/B", "50.00", nip);
        ask();
        assertThat(review(id, "KSEF_NOT_NOTED").orElseThrow().path("error").asText())
                .contains(one, two);
        places(rig);
        String three = ksef.accepted(first + "/C", "19.94", nip);
        ask();
        assertThat(review(id, "KSEF_NOT_NOTED").orElseThrow().path("error").asText())
                .contains(one, two, three);
        assertThat(review(id, "KSEF_MISSING")).isEmpty();
    }

    /** They are told of the order so many times. */
    private void people(long id, int times) {
        Rig.eventually(() -> assertThat(ear.heard().stream().filter(message -> message.contains("\"SH/" + id + "\"")))
                .hasSize(times));
    }

    /** One more invoice of the order. */
    private void another(long id, String number) throws Exception {
        rig.change("INSERT INTO sales_documents (import_id, document_id, number, kind)"
                + " SELECT s.import_id, MAX(s.document_id) + 1, '" + number + "', 'FV' FROM sales_documents s"
                + " JOIN imports i ON i.id = s.import_id WHERE i.shop_order_id = " + id + " GROUP BY s.import_id");
    }

    @Test
    @DisplayName("is the first one of two that fit; the other one is left alone and told by the log")
    void twice() throws Exception {
        String nip = Nips.next();
        long id = soldTo(nip);
        ksef.accepted(number(id), "169.94", nip);
        ksef.accepted(number(id), "169.94", nip);
        try (CapturedLog log = new CapturedLog(LogFormat.TEXT)) {
            assertThat(ask().path("accepted").asInt()).isEqualTo(1);
            assertThat(log.text()).contains(number(id) + " is in KSeF twice");
        }
        assertThat(count("events WHERE code = 'KSEF_ACCEPTED' AND shop_order_id = " + id))
                .isEqualTo(1);
        assertThat(count("ksef_invoices WHERE invoice_number = '" + number(id) + "'"))
                .isEqualTo(1);
        assertThat(ask().path("accepted").asInt()).isZero();
    }

    private static boolean isNote(SimRequest request) {
        return request.method().equals("PUT") && request.body().contains("notes_priv");
    }

    @Test
    @DisplayName("stays when personal data is erased, and what else is known of the buyer goes")
    void erased() throws Exception {
        String nip = Nips.next();
        long id = soldTo(nip);
        ksef.accepted(number(id), "1.00", nip);
        ask();
        assertThat(count("ksef_invoices WHERE buyer_id = '" + nip + "'")).isEqualTo(1);
        String ksefNumber = ksef.accepted(number(id), "169.94", nip);
        ask();

        rig.post("/api/orders/" + id + "/forget", "");

        assertThat(document(id).at("/ksef/number").asText()).isEqualTo(ksefNumber);
        assertThat(count("ksef_invoices WHERE buyer_id = '" + nip + "'")).isZero();
    }

    @Test
    @DisplayName("is asked for by one of two bridges; and by none without ksef.enabled")
    void twoBridges() throws Exception {
        try (KsefSim other = new KsefSim().start();
                Rig one = with(new Rig(), other).set("ksef.poll.cron", "0/4 * * * * ?");
                Rig second = one.another()) {
            one.start();
            second.start();
            Rig.eventually(() -> assertThat(other.requests("POST", QUESTION)).isGreaterThanOrEqualTo(2));
            second.stop();
            one.stop();
            List<Long> turns = other.requests().stream()
                    .filter(KsefTest::isQuestion)
                    .map(question -> question.at().getEpochSecond() / 4)
                    .toList();
            assertThat(turns).describedAs("turns of the schedule").doesNotHaveDuplicates();

            second.set("ksef.enabled", "false").set("ksef.token", "").start();
            HttpResponse<String> answer = second.exchange(second.request("/api/ksef/poll")
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build());
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("ksef.enabled");
        }
    }

    @Test
    @DisplayName("is read with a token that check has tried, without a question about invoices")
    void check(@TempDir Path home) throws Exception {
        ksef.forgetRequests();
        assertThat(findings(rig.home(home)))
                .filteredOn(finding -> finding.area() == Finding.Area.KSEF)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.mark()).isEqualTo(Finding.Mark.GOOD);
                    assertThat(finding.about()).isEqualTo("ksef.token");
                });
        assertThat(ksef.requests("POST", QUESTION)).isZero();
        assertThat(ksef.requests("DELETE", "/v2/auth/sessions/current")).isEqualTo(1);
    }

    private static List<Finding> findings(Path home) throws Exception {
        List<Finding> findings = new ArrayList<>();
        Engine engine = new Engine() {
            @Override
            public void run(Settings settings) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<RouteProblem> tryRoutes(Settings settings) {
                return List.of();
            }

            @Override
            public Wires wires(Settings settings) throws InterruptedException {
                return RouteWires.open(settings);
            }
        };
        new Check(engine, InstantSource.system(), findings::add).run(home);
        return findings;
    }

    @Test
    @DisplayName("cannot be read with a wrong token, which is told once, by the name of the key")
    void wrongToken(@TempDir Path home) throws Exception {
        String wrong = "20260101-EC-9999999999-FFFFFF-13|nip-5260001246|wrong-secret";
        try (CapturedLog log = new CapturedLog(LogFormat.TEXT);
                KsefSim other = new KsefSim().start();
                Rig one = with(new Rig(), other).set("ksef.token", wrong)) {
            one.start();
            for (int i = 0; i < 3; i++) {
                assertThat(one.post("/api/ksef/poll", "").path("problem").asText())
                        .contains("ksef.token");
            }
            assertThat(log.text()).containsOnlyOnce("KSeF was not read");
            assertThat(log.text()).contains("does not accept ksef.token").doesNotContain("wrong-secret");
            assertThat(other.requests("POST", QUESTION)).isZero();
            assertThat(one.deadLetters()).isEmpty();
            assertThat(findings(one.home(home)))
                    .filteredOn(finding -> finding.area() == Finding.Area.KSEF)
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.mark()).isEqualTo(Finding.Mark.BAD);
                        assertThat(finding.about()).isEqualTo("ksef.token");
                    });
        }
    }
}
