package pl.zmobridge.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.zmobridge.settings.LogFormat;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.support.CapturedLog;
import pl.zmobridge.support.Certificates;
import pl.zmobridge.support.HttpEar;
import pl.zmobridge.support.MailServer;
import pl.zmobridge.support.Rig;
import pl.zmobridge.support.StartTlsMail;

@DisplayName("People are told")
class NotificationsTest extends CasesFixture {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "only-for-tests";
    private static final String PASSWORD = "mail-for-tests";

    private final int smtpPort = Rig.freePort();
    private GreenMail mail = mailServer();
    private HttpEar ear;

    private GreenMail mailServer() {
        GreenMail server = MailServer.on(smtpPort);
        return server.withConfiguration(GreenMailConfiguration.aConfig().withUser("ola@example.pl", "most", PASSWORD));
    }

    @BeforeEach
    void prepare() throws Exception {
        mail.start();
        ear = new HttpEar();
        rig = new Rig()
                .set("notify.gather", "600ms")
                .set("notify.outage", "1s")
                .set("ops.url", "https://zmo.example.pl");
    }

    @AfterEach
    void stop() {
        rig.close();
        ear.close();
        mail.stop();
    }

    private Rig byMail(Rig bridge) {
        return bridge.set("notify.mail.to", "ola@example.pl")
                .set("notify.mail.from", "most@example.pl")
                .set("notify.smtp.host", "127.0.0.1")
                .set("notify.smtp.port", Integer.toString(smtpPort))
                .set("notify.smtp.tls", "none")
                .set("notify.smtp.user", "most")
                .set("notify.smtp.password", PASSWORD);
    }

    private Rig byWebhook(Rig bridge) {
        return bridge.set("notify.webhook.url", ear.url() + "/hooks/t0ken?sig=x")
                .set("notify.webhook.secret", SECRET);
    }

    private static OrderBuilder missing(String code) {
        return empty().line(code, "10.00", "1").billing("lastname", "Niepowtarzalska");
    }

    private List<JsonNode> heard() throws Exception {
        List<JsonNode> messages = new ArrayList<>();
        for (String request : ear.heard()) {
            messages.add(JSON.readTree(request.substring(request.indexOf('{'))));
        }
        return messages;
    }

    /** The numbers of the orders in all messages to the web address. */
    private List<String> told() throws Exception {
        return heard().stream()
                .flatMap(message -> message.findValues("orders").stream())
                .flatMap(orders -> Stream.iterate(0, i -> i < orders.size(), i -> i + 1)
                        .map(i -> orders.get(i).asText()))
                .sorted()
                .toList();
    }

    private static String text(MimeMessage message) throws Exception {
        return message.getContent().toString().replace("\r\n", "\n");
    }

    /** For as long as several looks of the bridge. */
    private static void stays(ThrowingRunnable assertion) {
        await().during(Duration.ofMillis(1800)).atMost(Duration.ofSeconds(10)).untilAsserted(assertion);
    }

    private static String hmac(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName(
            "of each cause once with its orders, by e-mail and webhook, then only of what is new; also by two bridges and after a restart")
    void causes() throws Exception {
        byWebhook(byMail(rig)).start();
        rig.change("INSERT INTO notified_letters (channel, letter_id, cause, told_at) VALUES"
                + " ('MAIL', 999998, 'OTHER', UTC_TIMESTAMP(3) - INTERVAL 91 DAY),"
                + " ('MAIL', 999999, 'OTHER', UTC_TIMESTAMP(3) - INTERVAL 89 DAY)");
        rig.change(
                "INSERT INTO notified_outages (channel, shop, `system`, since, ended_at, away_told, back_told) VALUES"
                        + " ('MAIL', 'gone', 'ERP', UTC_TIMESTAMP(3) - INTERVAL 9 DAY, UTC_TIMESTAMP(3), TRUE, TRUE),"
                        + " ('MAIL', 'gone', 'ERP', UTC_TIMESTAMP(3) - INTERVAL 7 DAY, UTC_TIMESTAMP(3), TRUE, TRUE),"
                        + " ('MAIL', 'gone', 'SHOP', UTC_TIMESTAMP(3) - INTERVAL 9 DAY, NULL, TRUE, FALSE)");
        rig.poll();
        long first = rig.shop.addOrder(missing("NIE-MA"));
        long second = rig.shop.addOrder(missing("NIE-MA"));
        long other = rig.shop.addOrder(missing("TEZ-NIE-MA"));
        rig.poll();

        Rig.eventually(() -> {
            assertThat(told()).containsExactly("SH/" + first, "SH/" + second, "SH/" + other);
            assertThat(mail.getReceivedMessages()).hasSize(heard().size());
        });
        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("ZMO Bridge: 3 zamówienia wymagają Ciebie");
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("ola@example.pl");
        assertThat(text(message))
                .contains("Symfonia nie ma towaru o kodzie NIE-MA\n  SH/" + first + ", SH/" + second + "\n")
                .contains("Symfonia nie ma towaru o kodzie TEZ-NIE-MA\n  SH/" + other + "\n", "Co zrobić: ")
                .contains("Konsola: https://zmo.example.pl/")
                .doesNotContain("Niepowtarzalska");
        assertThat(ear.heard()).singleElement().asString().startsWith("POST /hooks/t0ken?sig=x {");
        String body = ear.heard().get(0).substring(ear.heard().get(0).indexOf('{'));
        assertThat(ear.headers("X-zmo-bridge-signature")).containsExactly(hmac(body));
        assertThat(body).doesNotContain("Niepowtarzalska");
        assertThat(heard().get(0).at("/causes/0/cause").asText()).isEqualTo("UNKNOWN_PRODUCT_CODE");
        assertThat(heard().get(0).at("/causes/0/count").asInt()).isEqualTo(2);

        Rig.eventually(() -> {
            assertThat(
                            rig.row(
                                    "SELECT MIN(letter_id) AS id, COUNT(*) AS n FROM notified_letters WHERE letter_id > 999000"))
                    .describedAs("told long ago, of a letter that is over")
                    .containsEntry("id", 999999L)
                    .containsEntry("n", 1L);
            assertThat(rig.row("SELECT COUNT(*) AS n FROM notified_outages WHERE shop = 'gone'"))
                    .containsEntry("n", 2L);
        });

        Rig both = byWebhook(byMail(rig.another()));
        try {
            rig.stop();
            rig.start();
            both.start();
            long fourth = rig.shop.addOrder(missing("NIE-MA"));
            rig.poll();

            Rig.eventually(() -> assertThat(told()).contains("SH/" + fourth));
            stays(() -> {
                assertThat(told()).hasSize(4).doesNotHaveDuplicates();
                assertThat(mail.getReceivedMessages()).hasSize(2);
            });
        } finally {
            both.stop();
        }
    }

    @Test
    @DisplayName(
            "again when the mail server is back; meanwhile orders go on, the other channel is told, health warns and the log says it once")
    void mailServerAway() throws Exception {
        mail.stop();
        try (CapturedLog log = new CapturedLog(LogFormat.TEXT)) {
            byWebhook(byMail(rig)).start();
            rig.poll();
            long stuck = rig.shop.addOrder(missing("NIE-MA"));
            long fine = rig.shop.addOrder(order());
            rig.poll();

            rig.awaitState("ISSUED", fine);
            Rig.eventually(() -> {
                assertThat(told()).containsExactly("SH/" + stuck);
                assertThat(rig.exchange(rig.request("/observe/health").build()).body())
                        .contains("people cannot be told: MAIL has not been sent");
                assertThat(rig.exchange(rig.request("/observe/metrics").build()).body())
                        .contains("zmobridge_notifications_failing{channel=\"MAIL\"} 1.0")
                        .contains("zmobridge_notifications_failing{channel=\"WEBHOOK\"} 0.0");
            });
            assertThat(rig.exchange(rig.request("/observe/health/ready").build())
                            .statusCode())
                    .isEqualTo(200);

            mail = mailServer();
            mail.start();
            Rig.eventually(() -> assertThat(mail.getReceivedMessages()).hasSize(1));
            assertThat(text(mail.getReceivedMessages()[0])).contains("SH/" + stuck);
            assertThat(told()).hasSize(1);
            assertThat(log.text().lines().filter(line -> line.contains("Nobody can be told by MAIL")))
                    .hasSize(1);
            Rig.eventually(() -> assertThat(log.text().contains("People are told by MAIL again"))
                    .isTrue());
            log.holdsNone(List.of(PASSWORD, SECRET, "t0ken"));
        }
    }

    @Test
    @DisplayName(
            "of a system that is away, once, also when the bridge starts anew meanwhile, and that it answers again")
    void outage() throws Exception {
        byWebhook(rig).start();
        rig.poll();
        rig.erp.down();
        long waiting = rig.shop.addOrder(order());
        rig.poll();

        Rig.eventually(() -> assertThat(heard()).singleElement().satisfies(message -> {
            assertThat(message.path("subject").asText()).isEqualTo("ZMO Bridge: Symfonia nie odpowiada");
            assertThat(message.at("/systems/0/away").asBoolean()).isTrue();
            assertThat(message.path("causes")).isEmpty();
        }));
        rig.stop();
        rig.start();
        stays(() -> assertThat(heard()).hasSize(1));

        rig.erp.up();
        rig.awaitState("ISSUED", waiting);
        Rig.eventually(() -> assertThat(heard()).hasSize(2));
        assertThat(heard().get(1).path("text").asText())
                .startsWith("ZMO Bridge: Symfonia znów odpowiada")
                .contains("Przerwa trwała od ");
        stays(() -> assertThat(heard()).hasSize(2));
    }

    @Test
    @DisplayName(
            "in one message after quiet hours, with the day's summary; a receiver that redirects has taken nothing")
    void quiet() throws Exception {
        DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm");
        LocalTime now = LocalTime.now(ZoneId.of("Europe/Warsaw"));
        byWebhook(rig)
                .set("notify.language", "en")
                .set(
                        "notify.quiet",
                        now.minusHours(2).format(time) + "-" + now.plusHours(2).format(time))
                .start();
        rig.poll();
        long first = rig.shop.addOrder(missing("NIE-MA"));
        rig.poll();
        long second = rig.shop.addOrder(missing("TEZ-NIE-MA"));
        rig.poll();
        Rig.eventually(() -> assertThat(rig.deadLetters()).hasSize(2));
        stays(() -> assertThat(heard()).isEmpty());

        rig.stop();
        ear.answers(302);
        rig.set("notify.quiet", "").set("notify.summary", "07:00").start();
        Rig.eventually(() -> assertThat(ear.heard()).hasSizeGreaterThan(1));
        assertThat(ear.heard()).noneMatch(request -> request.contains("/elsewhere"));
        int refused = ear.heard().size();
        ear.answers(200);

        Rig.eventually(() -> assertThat(heard()).hasSizeGreaterThan(refused));
        JsonNode message = heard().get(heard().size() - 1);
        assertThat(message.path("subject").asText()).isEqualTo("ZMO Bridge: 2 orders need you; daily summary");
        assertThat(message.path("text").asText())
                .contains("SH/" + first, "SH/" + second, "Daily summary:", "need you: 2", "sold within a day: 0");
        assertThat(message.at("/summary/0/needsPerson").asInt()).isEqualTo(2);
        int all = heard().size();
        stays(() -> assertThat(heard()).hasSize(all));
    }

    @Test
    @DisplayName("over STARTTLS by a mail server that is whom it should be, and by no other one")
    void startTls(@TempDir Path directory) throws Exception {
        Certificates ours = new Certificates(directory, "ours")
                .server("server", "localhost")
                .server("other", "other.test");
        int port = Rig.freePort();
        byMail(rig)
                .set("notify.smtp.host", "localhost")
                .set("notify.smtp.port", Integer.toString(port))
                .set("notify.smtp.tls", "starttls")
                .set("notify.smtp.tls.ca", ours.file("ours.pem", ours.pem()).toString())
                .start();

        try (StartTlsMail right = new StartTlsMail(port, ours, "server", "most", PASSWORD)) {
            assertThat(rig.post("/api/notify/test", "").toString()).isEqualTo("{\"sent\":[\"MAIL\"],\"failed\":[]}");
            assertThat(right.received()).singleElement().asString().contains("To: ola@example.pl");
        }
        try (StartTlsMail other = new StartTlsMail(port, ours, "other", "most", PASSWORD)) {
            JsonNode tried = rig.post("/api/notify/test", "");
            assertThat(tried.path("sent")).isEmpty();
            assertThat(tried.at("/failed/0/why").asText()).contains("localhost");
            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    @DisplayName("when a person tries it: which channel works, and why another one does not")
    void test() throws Exception {
        assertThat(rig.start().post("/api/notify/test", "").toString()).isEqualTo("{\"sent\":[],\"failed\":[]}");
        rig.stop();
        ear.answers(500);
        byWebhook(byMail(rig)).start();

        JsonNode tried = JSON.readTree(rig.exchange(rig.request("/api/notify/test")
                        .POST(HttpRequest.BodyPublishers.ofString(""))
                        .headers("Bcc", "eve@example.pl", "Subject", "x", "mail.smtp.port", "1", "X-Odd", "1")
                        .build())
                .body());

        assertThat(tried.path("sent").toString()).isEqualTo("[\"MAIL\"]");
        assertThat(tried.path("failed").toString())
                .isEqualTo("[{\"channel\":\"WEBHOOK\",\"why\":\"the web address answered 500\"}]");
        assertThat(mail.getReceivedMessages()[0].getSubject()).isEqualTo("ZMO Bridge: wiadomość próbna");
        assertThat(text(mail.getReceivedMessages()[0])).contains("To jest próba");
        assertThat(mail.getReceivedMessages())
                .describedAs("a request's headers are none of the mail")
                .hasSize(1);
        assertThat(mail.getReceivedMessages()[0].getHeader("X-Odd")).isNull();
        assertThat(rig.exchange(rig.request("/observe/health").build()).body()).doesNotContain("people cannot be told");
    }
}
