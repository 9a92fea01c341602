package pl.zmobridge.notify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import pl.zmobridge.settings.Notifications;
import pl.zmobridge.settings.Notifications.Mail;
import pl.zmobridge.settings.Notifications.Webhook;
import pl.zmobridge.wire.Answer;

/** What the routes of {@code engine/notifications} ask: who is told what. */
public final class Notifier {
    private final Notifications settings;
    private final InstantSource clock;
    private final Judge judge;
    private final Notice.Audience audience;
    private final Wording wording;
    private final Deliveries deliveries;
    private final DatabaseOutages database;
    private volatile ZoneId zone = ZoneId.systemDefault();

    /** @param shops that are told of */
    public Notifier(Notifications settings, List<String> shops, Systems systems, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.judge = new Judge(settings, shops, systems);
        this.audience = new Notice.Audience(
                List.copyOf(shops),
                Sum.of(String.join(",", new TreeSet<>(shops))),
                UUID.randomUUID().toString());
        this.wording = new Wording(settings.language(), shops.size() > 1, settings.console());
        this.deliveries = new Deliveries(settings.gather());
        this.database = new DatabaseOutages(shops, systems, judge);
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    /** A notice for each channel that may be tried now; while the database is away only one that says so, once. */
    public List<Notice> notices() {
        Instant now = clock.instant();
        List<Notice> notices = new ArrayList<>();
        for (Channel channel : Channel.of(settings)) {
            if (!deliveries.isDue(channel, now)) {
                continue;
            }
            if (!database.isAway()) {
                notices.add(Notice.turn(channel, audience, Decision.nothing(now, zone)));
            } else {
                database.untold(channel, now, zone)
                        .map(outage -> new Decision(now, zone, List.of(), List.of(outage), List.of(), false))
                        .ifPresent(said -> notices.add(Notice.withoutDatabase(channel, audience, said)));
            }
        }
        return notices;
    }

    /** A test for each channel. */
    public List<Notice> tests() {
        Decision nothing = Decision.nothing(clock.instant(), zone);
        return Channel.of(settings).stream()
                .map(channel -> Notice.test(channel, audience, nothing))
                .toList();
    }

    /** The exchange is about this notice from now on. */
    public void take(@Body Notice notice, Exchange exchange) {
        exchange.setVariable("notice", notice);
    }

    public void state(@Variable("notice") Notice notice, @Body Map<String, Object> row) {
        notice.found(State.read(row));
        zone = notice.state().zone();
    }

    public void outages(@Variable("notice") Notice notice, @Body List<Map<String, Object>> rows) {
        notice.found(rows.stream().map(Outage::read).toList());
    }

    public void decide(@Variable("notice") Notice notice, @Body List<Map<String, Object>> rows) {
        Instant now = clock.instant();
        List<Outage> known = Stream.concat(notice.known().stream(), database.over(notice.channel(), now).stream())
                .toList();
        notice.decided(judge.decide(
                notice.state(), known, rows.stream().map(Letter::read).toList(), now));
    }

    public void figures(@Variable("notice") Notice notice, @Body List<Map<String, Object>> rows) {
        List<Figures> counted = rows.stream().map(Figures::read).toList();
        Stream<Figures> others = audience.shops().stream()
                .filter(shop -> counted.stream().noneMatch(each -> each.shop().equals(shop)))
                .map(Figures::none);
        notice.counted(Stream.concat(counted.stream(), others).toList());
    }

    /** Makes the message what its channel sends; nothing else of it stays. */
    public void compose(@Variable("notice") Notice notice, Exchange exchange) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        Content content = notice.content();
        String subject = wording.subject(content);
        String text = wording.text(content);
        if (notice.isMail()) {
            mail(exchange, settings.mail().orElseThrow(), subject, text);
        } else {
            webhook(message, settings.webhook().orElseThrow(), content, subject, text);
        }
    }

    private static void mail(Exchange exchange, Mail mail, String subject, String text) {
        exchange.setProperty(Exchange.CHARSET_NAME, StandardCharsets.UTF_8.name());
        Message message = exchange.getMessage();
        message.setHeader("To", String.join(",", mail.to()));
        message.setHeader("From", mail.from());
        message.setHeader("Subject", subject);
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader(Exchange.CONTENT_TYPE, "text/plain; charset=UTF-8");
        message.setBody(text);
    }

    private void webhook(Message message, Webhook webhook, Content content, String subject, String text) {
        byte[] body = WebhookBody.of(content, subject, text, settings.language());
        message.setHeader(Exchange.HTTP_URI, webhook.url());
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.CONTENT_TYPE, "application/json; charset=utf-8");
        webhook.secret()
                .ifPresent(secret -> message.setHeader("X-ZMO-Bridge-Signature", WebhookBody.signature(body, secret)));
        message.setBody(body);
    }

    /** @throws IOException when the receiver has not taken it; a redirection is not followed */
    public void answered(@Header(Exchange.HTTP_RESPONSE_CODE) int status) throws IOException {
        if (status < 200 || status >= 300) {
            throw new IOException("the web address answered " + status);
        }
    }

    public void sent(@Variable("notice") Notice notice) {
        notice.becameSent();
        deliveries.sent(notice.channel());
        notice.decision().outages().forEach(outage -> database.told(notice.channel(), outage));
    }

    public void failed(
            @Variable("notice") Notice notice, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure) {
        String words = words(failure);
        notice.failedWith(words);
        if (!notice.isTest()) {
            deliveries.failed(notice.channel(), words, clock.instant());
        }
    }

    /** What is to be noted of outages; the database's own stand nowhere. */
    public List<Map<String, Object>> outageRows(@Variable("notice") Notice notice) {
        return notice.decision().noted(notice.isSent()).stream()
                .filter(outage -> !DatabaseOutages.isOne(outage))
                .map(outage -> outage.row(notice.channel()))
                .toList();
    }

    public List<Map<String, Object>> letterRows(@Variable("notice") Notice notice) {
        return notice.decision().letters().stream()
                .map(letter -> letter.row(notice.channel()))
                .toList();
    }

    /** What became of the tests: {@code sent} and {@code failed} with why. */
    public Map<String, Object> outcome(@Body List<Notice> tests) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put(
                "sent",
                tests.stream()
                        .filter(Notice::isSent)
                        .map(notice -> notice.channel().name())
                        .toList());
        view.put(
                "failed",
                tests.stream()
                        .filter(notice -> !notice.isSent())
                        .map(notice -> new TreeMap<>(Map.of(
                                "channel",
                                notice.channel().name(),
                                "why",
                                notice.failure().orElse(""))))
                        .toList());
        return view;
    }

    /** The innermost words of a failure, without addresses and secrets (I6). */
    private static String words(Exception failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String said = innermost.getMessage();
        return Answer.discreet(said == null ? innermost.getClass().getSimpleName() : said);
    }
}
