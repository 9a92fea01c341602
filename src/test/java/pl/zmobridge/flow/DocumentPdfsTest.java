package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.settings.LogFormat;
import pl.zmobridge.sim.ErpPdf;
import pl.zmobridge.sim.Fault;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.Browser;
import pl.zmobridge.support.CapturedLog;
import pl.zmobridge.support.MailServer;
import pl.zmobridge.support.Nips;
import pl.zmobridge.support.Rig;
import pl.zmobridge.support.SmtpEar;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("An invoice's PDF")
class DocumentPdfsTest extends CasesFixture {
    private static final String PDF = "/api/Sales/PDF";

    private final int smtpPort = Rig.freePort();
    private GreenMail mail = mailServer();
    private boolean away;

    @TempDir
    static Path folder;

    @BeforeAll
    void start() throws Exception {
        mail.start();
        rig = new Rig()
                .set("documents.pdf", "both")
                .set("documents.folder", folder.toString())
                .set("documents.mail.shop", "Sklep U Oli")
                .set("documents.mail.reply-to", "sklep@example.pl")
                .set("notify.mail.from", "most@example.pl")
                .set("notify.smtp.host", "127.0.0.1")
                .set("notify.smtp.port", Integer.toString(smtpPort))
                .set("notify.smtp.tls", "none")
                .set("symfonia.invoice.type", "ZMO");
        start(rig);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60)) // a machine that is busy with other tests
                .until(() -> !rig.get("/api/summary").path("lastPoll").isNull());
    }

    private static void start(Rig bridge) throws Exception {
        bridge.start(main -> main.addInitialProperty("documents.look", "150"));
    }

    @AfterEach
    void healthy() {
        rig.erp.up();
        rig.erp.switches().pdf(ErpPdf.EMPTY, 0);
    }

    @AfterAll
    void stop() {
        rig.close();
        mail.stop();
    }

    private GreenMail mailServer() {
        return MailServer.on(smtpPort);
    }

    private static OrderBuilder firm() {
        return order().firm("Firma", Nips.next());
    }

    private long sold(OrderBuilder order) throws Exception {
        return sold(rig, order);
    }

    private static long sold(Rig bridge, OrderBuilder order) throws Exception {
        long id = bridge.shop.addOrder(order.status(3));
        bridge.poll();
        bridge.awaitState("REALISED", id);
        return id;
    }

    private JsonNode pdf(long id) throws Exception {
        return rig.order(id).at("/salesDocuments/0/pdf");
    }

    private String number(long id) throws Exception {
        return rig.order(id).at("/salesDocuments/0/number").asText();
    }

    private void awaitMail(String state, long id) {
        Rig.eventually(() -> assertThat(pdf(id).path("mail").asText())
                .describedAs("%s", pdf(id))
                .isEqualTo(state));
    }

    private void awaitFile(String state, long id) {
        Rig.eventually(() -> assertThat(pdf(id).path("file").asText())
                .describedAs("%s", pdf(id))
                .isEqualTo(state));
    }

    /** The letters of an order, whose buyer has an address of its own. */
    private List<MimeMessage> letters(long id) throws Exception {
        String buyer = rig.order(id).at("/contractor/email").asText();
        return Stream.of(mail.getReceivedMessages())
                .filter(letter -> recipient(letter).equals(buyer))
                .toList();
    }

    private static String recipient(MimeMessage letter) {
        try {
            assertThat(letter.getAllRecipients()).hasSize(1);
            return letter.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private long asked(long id) throws Exception {
        String document = rig.order(id).at("/salesDocuments/0/id").asText();
        return rig.erp.requests(request ->
                request.path().equals(PDF) && request.param("documentId").equals(Optional.of(document)));
    }

    private Optional<JsonNode> review(long id, String cause) throws Exception {
        return StreamSupport.stream(rig.deadLetters().spliterator(), false)
                .filter(letter -> letter.path("shopOrderId").asLong() == id)
                .filter(letter -> letter.path("cause").asText().equals(cause))
                .findFirst();
    }

    private static void stays(org.awaitility.core.ThrowingRunnable assertion) {
        Awaitility.await()
                .during(Duration.ofMillis(900))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(assertion);
    }

    @Test
    @DisplayName(
            "is saved under its number and month, and sent to the buyer in the order's language, for one question to the ERP; a receipt's is not")
    void both() throws Exception {
        long polish = sold(firm());
        long english = sold(firm().with("lang_id", "2"));
        long receipt = sold(order());
        awaitMail("SENT", polish);
        awaitMail("SENT", english);

        String number = number(polish);
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Warsaw"));
        String file = String.format(
                Locale.ROOT, "%d/%02d/%s.pdf", today.getYear(), today.getMonthValue(), number.replace('/', '_'));
        byte[] content = Files.readAllBytes(folder.resolve(file));
        assertThat(new String(content, StandardCharsets.UTF_8)).startsWith("%PDF-1.4\n% " + number);
        assertThat(pdf(polish).path("savedAs").asText()).isEqualTo(file);
        assertThat(pdf(polish).path("problem").isNull()).isTrue();
        try (Stream<Path> all = Files.list(folder.resolve(file).getParent())) {
            assertThat(all).describedAs("nothing unfinished").allMatch(each -> each.toString()
                    .endsWith(".pdf"));
        }

        MimeMessage letter = letters(polish).get(0);
        assertThat(letter.getSubject()).isEqualTo("Faktura " + number + " do zamówienia " + polish + " – Sklep U Oli");
        assertThat(letter.getReplyTo()).extracting(Object::toString).containsExactly("sklep@example.pl");
        assertThat(letter.getFrom()).extracting(Object::toString).containsExactly("most@example.pl");
        Multipart parts = (Multipart) letter.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("Dzień dobry", number, "Sklep U Oli");
        BodyPart attached = parts.getBodyPart(1);
        assertThat(attached.getFileName()).isEqualTo(number.replace('/', '_') + ".pdf");
        assertThat(attached.getContentType()).startsWith("application/pdf");
        assertThat(attached.getInputStream().readAllBytes()).isEqualTo(content);

        assertThat(letters(english).get(0).getSubject())
                .isEqualTo("Invoice " + number(english) + " for order " + english + " – Sklep U Oli");
        assertThat(rig.order(polish).path("events").toString())
                .contains("PDF " + number + " zapisany jako " + file, "PDF " + number + " wysłany do kupującego");
        assertThat(pdf(receipt).isMissingNode()).isTrue();
        stays(() -> {
            assertThat(letters(polish)).hasSize(1);
            assertThat(letters(receipt)).isEmpty();
            assertThat(asked(polish)).isEqualTo(1);
        });

        HttpResponse<byte[]> download = java.net.http.HttpClient.newHttpClient()
                .send(
                        rig.request("/api/orders/" + polish + "/document.pdf")
                                .GET()
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(download.body()).isEqualTo(content);
        assertThat(download.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(asked(polish)).describedAs("as it was saved").isEqualTo(1);
        Files.delete(folder.resolve(file));
        assertThat(rig.exchange(rig.request("/api/orders/" + polish + "/document.pdf")
                                .build())
                        .body())
                .startsWith("%PDF");
        assertThat(asked(polish)).isEqualTo(2);
    }

    @Test
    @DisplayName("is sent once by two bridges, over a restart")
    void once() throws Exception {
        Rig second = rig.another();
        start(second);
        try {
            long[] ids = new long[4];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = sold(firm());
            }
            for (long id : ids) {
                awaitMail("SENT", id);
            }
            rig.stop();
            start(rig);
            stays(() -> {
                for (long id : ids) {
                    assertThat(letters(id)).hasSize(1);
                    assertThat(asked(id)).isEqualTo(1);
                }
            });
        } finally {
            second.stop();
        }
    }

    @Test
    @DisplayName(
            "is not sent again by itself when nobody knows whether it was sent; a person decides, and the letter is recognisable")
    void unsure() throws Exception {
        rig.change("CREATE TRIGGER break_off BEFORE UPDATE ON document_pdfs FOR EACH ROW"
                + " IF NEW.mail_state = 'SENT' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'killed'; END IF");
        long id;
        try {
            id = sold(firm());
            Rig.eventually(() -> assertThat(letters(id)).hasSize(1));
            Rig.eventually(() -> assertThat(pdf(id).path("mail").asText()).isEqualTo("SENDING"));
        } finally {
            rig.change("DROP TRIGGER break_off");
        }
        stays(() -> assertThat(pdf(id).path("mail").asText()).isEqualTo("SENDING"));
        rig.change("UPDATE document_pdfs SET held_until = '1970-01-01' WHERE shop_order_id = " + id);

        awaitMail("UNSURE", id);
        assertThat(pdf(id).path("problem").asText()).contains("nie wiadomo, czy została wysłana");
        assertThat(review(id, "PDF_NOT_SENT").orElseThrow().path("error").asText())
                .contains(number(id));
        awaitFile("SAVED", id);
        stays(() -> assertThat(letters(id)).hasSize(1));

        JsonNode answer = rig.post("/api/orders/" + id + "/pdf", "");
        assertThat(answer.path("shopOrderId").asLong()).isEqualTo(id);
        awaitMail("SENT", id);
        assertThat(letters(id)).hasSize(2);
        assertThat(letters(id).get(1).getMessageID())
                .isEqualTo(letters(id).get(0).getMessageID());
        assertThat(review(id, "PDF_NOT_SENT")).isEmpty();

        rig.post("/api/orders/" + id + "/pdf", "");
        Rig.eventually(() -> assertThat(letters(id)).hasSize(3));
        assertThat(letters(id).get(2).getMessageID())
                .describedAs("a person wants what was sent sent again")
                .isNotEqualTo(letters(id).get(0).getMessageID());
        assertThat(rig.order(id).path("events").toString()).contains("jeszcze raz na żądanie operatora");
    }

    @Test
    @DisplayName("waits for a mail server that is away, which is told once; the file is saved, and orders go on")
    void serverAway() throws Exception {
        mail.stop();
        away = true;
        try (CapturedLog log = new CapturedLog(LogFormat.TEXT)) {
            long first = sold(firm());
            long second = sold(firm());
            awaitFile("SAVED", first);
            awaitFile("SAVED", second);
            stays(() -> assertThat(List.of(pdf(first), pdf(second)))
                    .allSatisfy(each -> assertThat(each.path("mail").asText()).isIn("DUE", "SENDING")));
            serverBack();
            awaitMail("SENT", first);
            awaitMail("SENT", second);
            assertThat(log.text()
                            .lines()
                            .filter(line -> line.contains("The mail server takes no PDFs") && line.contains("WARN")))
                    .hasSize(1);
            assertThat(asked(first)).describedAs("the file was read").isEqualTo(1);
            assertThat(log.text().lines().filter(line -> line.contains("mail server")))
                    .noneMatch(line -> line.contains("@"));
        } finally {
            serverBack();
        }
    }

    private void serverBack() {
        if (away) {
            mail = mailServer();
            mail.start();
            away = false;
        }
    }

    @Test
    @DisplayName(
            "without an address, or refused, is a review; a server that says later is tried again; a broken answer is not repeated")
    void odd() throws Exception {
        mail.stop();
        away = true;
        try (SmtpEar ear = new SmtpEar(smtpPort)) {
            long nobody = sold(firm().with("email", "nikt"));
            awaitMail("FAILED", nobody);
            awaitFile("SAVED", nobody);
            assertThat(review(nobody, "PDF_NOT_SENT")
                            .orElseThrow()
                            .path("error")
                            .asText())
                    .contains("nie ma poprawnego adresu");

            ear.saysToRecipient("550 5.1.1 <ktos@example.pl> no such user");
            long refused = sold(firm());
            awaitMail("FAILED", refused);
            assertThat(review(refused, "PDF_NOT_SENT")
                            .orElseThrow()
                            .path("error")
                            .asText())
                    .contains("odmawia", "no such user")
                    .doesNotContain("ktos@");
            assertThat(rig.order(refused).path("state").asText()).isEqualTo("REALISED");

            ear.saysToRecipient("450 4.2.0 greylisted");
            long later = sold(firm());
            Rig.eventually(() -> assertThat(pdf(later).path("problem").asText()).contains("greylisted"));
            ear.saysToRecipient("250 ok");
            awaitMail("SENT", later);

            ear.breaks(true);
            int before = ear.taken().size();
            long broken = sold(firm());
            awaitMail("UNSURE", broken);
            stays(() -> assertThat(ear.taken()).hasSize(before + 1));
        } finally {
            serverBack();
        }
    }

    @Test
    @DisplayName(
            "is asked for again until the ERP has it whole; what never comes is a review, and an ERP that is away is waited for")
    void erp() throws Exception {
        rig.erp.switches().pdf(ErpPdf.EMPTY, 2);
        long late = sold(firm());
        awaitMail("SENT", late);
        assertThat(asked(late)).isEqualTo(3);

        rig.erp.switches().pdf(ErpPdf.WRONG_HASH, 100);
        long damaged = sold(firm());
        Rig.eventually(() -> assertThat(pdf(damaged).path("problem").asText()).contains("SHA-1"));
        assertThat(review(damaged, "PDF_UNUSABLE")).isEmpty();
        rig.change("UPDATE document_pdfs SET attempts = 7 WHERE shop_order_id = " + damaged);
        awaitFile("FAILED", damaged);
        awaitMail("FAILED", damaged);
        assertThat(review(damaged, "PDF_UNUSABLE")).isPresent();
        rig.erp.switches().pdf(ErpPdf.NOT_A_PDF, 1);
        rig.post("/api/orders/" + damaged + "/pdf", "");
        awaitMail("SENT", damaged);
        assertThat(review(damaged, "PDF_UNUSABLE")).isEmpty();

        rig.change(
                "UPDATE document_pdfs SET file_state = 'DUE', sha1 = NULL, file = NULL, held_until = '2099-01-01' WHERE shop_order_id = "
                        + late);
        rig.erp.down();
        rig.change(
                "UPDATE document_pdfs SET due_at = UTC_TIMESTAMP(3), held_until = '1970-01-01' WHERE shop_order_id = "
                        + late);
        Rig.eventually(() -> assertThat(pdf(late).path("problem").asText()).isNotEmpty());
        rig.erp.up();
        awaitFile("SAVED", late);
        assertThat(letters(late)).describedAs("was sent before").hasSize(1);
    }

    @Test
    @DisplayName("goes to no buyer who was forgotten, which is no review")
    void forgotten() throws Exception {
        long id = sold(firm());
        awaitMail("SENT", id);
        rig.change("UPDATE document_pdfs SET mail_state = 'DUE', due_at = UTC_TIMESTAMP(3), held_until = '2099-01-01'"
                + " WHERE shop_order_id = " + id);
        rig.post("/api/orders/" + id + "/forget", "");
        assertThat(rig.row("SELECT mail_state, due_at FROM document_pdfs WHERE shop_order_id = " + id))
                .containsEntry("mail_state", "NONE")
                .containsEntry("due_at", null);

        rig.change("UPDATE document_pdfs SET held_until = '1970-01-01' WHERE shop_order_id = " + id);
        HttpResponse<String> again = rig.exchange(rig.request("/api/orders/" + id + "/pdf")
                .POST(HttpRequest.BodyPublishers.ofString(""))
                .build());
        assertThat(again.statusCode()).describedAs(again.body()).isEqualTo(409);
        stays(() -> assertThat(review(id, "PDF_NOT_SENT")).isEmpty());
    }

    @Test
    @DisplayName("is sent again, too, when a person says so while its file is fetched")
    void againMeanwhile() throws Exception {
        long id = sold(firm());
        awaitMail("SENT", id);
        rig.erp.faults().add(Fault.latency(Duration.ofSeconds(2)).on("GET", PDF).once());
        rig.change("UPDATE document_pdfs SET file_state = 'DUE', sha1 = NULL, file = NULL, due_at = UTC_TIMESTAMP(3)"
                + " WHERE shop_order_id = " + id);
        Rig.eventually(() -> assertThat(rig.row("SELECT holder FROM document_pdfs WHERE shop_order_id = " + id)
                        .get("holder"))
                .isNotNull());

        rig.post("/api/orders/" + id + "/pdf", "");

        Rig.eventually(() -> assertThat(letters(id)).hasSize(2));
    }

    @Test
    @DisplayName("is told on the order's page, where a person sends it again")
    void page() throws Exception {
        if (!Browser.isInstalled()) {
            Assumptions.abort(Browser.HOW_TO_GET_IT);
        }
        long id = sold(firm());
        awaitMail("SENT", id);
        try (Browser browser = new Browser("pl", false, 1280, 900)) {
            browser.open(rig.request("/").build().uri() + "#/orders/" + id);
            browser.awaitText(
                            ".facts", "zapisany jako " + pdf(id).path("savedAs").asText())
                    .awaitText(".facts", "wysłany ");
            browser.click(".facts button", "Wyślij PDF jeszcze raz")
                    .click("dialog button.main", "Wyślij PDF jeszcze raz");
            browser.awaitText("#toasts", "PDF będzie zapisany i wysłany");
            Rig.eventually(() -> assertThat(letters(id)).hasSize(2));
            browser.awaitText(".timeline", "jeszcze raz na żądanie operatora");
        }
    }

    @Test
    @DisplayName("lets waiting orders go first")
    void ordersFirst() throws Exception {
        long waiting = issued(order());
        rig.change("UPDATE buyers b JOIN orders o ON o.shop = b.shop AND o.buyer_key = b.buyer_key"
                + " SET b.claimed_until = '2099-01-01', o.due_step = 'REALISE' WHERE o.shop_order_id = " + waiting);
        long id = sold(firm());
        awaitFile("DUE", id);
        stays(() -> assertThat(asked(id)).isZero());
        rig.change("UPDATE buyers b JOIN orders o ON o.shop = b.shop AND o.buyer_key = b.buyer_key"
                + " SET b.claimed_until = '1970-01-01', o.due_step = NULL WHERE o.shop_order_id = " + waiting);
        awaitMail("SENT", id);
    }

    @Test
    @DisplayName("waits for a folder that takes nothing, which is told once, and is sent meanwhile")
    void folderFull() throws Exception {
        long before = sold(firm());
        awaitMail("SENT", before);
        Path year = folder.resolve(pdf(before).path("savedAs").asText().substring(0, 4));
        Path aside = folder.resolve("aside");
        Files.move(year, aside);
        Files.writeString(year, "in the way");
        try (CapturedLog log = new CapturedLog(LogFormat.TEXT)) {
            long id = sold(firm());
            awaitMail("SENT", id);
            Rig.eventually(() ->
                    assertThat(pdf(id).path("problem").asText()).contains("Nie można zapisać", folder.toString()));
            stays(() -> assertThat(letters(id)).hasSize(1));
            Files.delete(year);
            Files.move(aside, year);
            awaitFile("SAVED", id);
            assertThat(log.text()
                            .lines()
                            .filter(line -> line.contains("PDFs cannot be saved") && line.contains("WARN")))
                    .hasSize(1);
        } finally {
            if (Files.exists(aside)) {
                Files.delete(year);
                Files.move(aside, year);
            }
        }
    }

    @Test
    @DisplayName("waits for its KSeF number where that is wanted; what was sold before it was turned on is left alone")
    void ksef() throws Exception {
        try (Rig own = new Rig().set("documents.folder", folder.resolve("own").toString())) {
            own.start();
            own.poll();
            long before = sold(own, firm());
            own.stop();
            own.set("documents.pdf", "folder")
                    .set("documents.wait-for-ksef", "true")
                    .set("ksef.enabled", "true")
                    .set("ksef.url", "http://127.0.0.1:" + Rig.freePort())
                    .set("ksef.nip", "5260001246")
                    .set("ksef.token", "only-for-tests")
                    .set("ksef.poll.cron", "0 0 0 1 1 ? 2099");
            start(own);
            own.poll();
            long held = sold(own, firm());
            Rig.eventually(() -> assertThat(own.order(held)
                            .at("/salesDocuments/0/pdf/needsKsef")
                            .asBoolean())
                    .isTrue());
            stays(() -> assertThat(own.erp.requests("GET", PDF)).isZero());
            own.change("INSERT INTO ksef_documents (import_id, document_id, need, ksef_number, accepted_at, mode)"
                    + " SELECT import_id, document_id, 'REQUIRED', '5260001246-20261127-000000-000000-00', UTC_TIMESTAMP(3), 'Online'"
                    + " FROM document_pdfs WHERE shop_order_id = " + held);
            Rig.eventually(() -> assertThat(
                            own.order(held).at("/salesDocuments/0/pdf/file").asText())
                    .isEqualTo("SAVED"));
            assertThat(own.order(held).at("/salesDocuments/0/pdf/mail").asText())
                    .isEqualTo("NONE");
            assertThat(own.order(before).at("/salesDocuments/0/pdf").isMissingNode())
                    .isTrue();
            assertThat(own.exchange(own.request("/api/orders/" + sold(own, order()) + "/pdf")
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build())
                            .statusCode())
                    .describedAs("a receipt")
                    .isEqualTo(409);
        }
    }
}
