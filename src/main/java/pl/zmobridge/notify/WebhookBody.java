package pl.zmobridge.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import pl.zmobridge.words.Language;

/** A message as programs read it: {@code text} is what people would, and what chats show. docs/operations.md names the fields. */
final class WebhookBody {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HMAC = "HmacSHA256";

    private WebhookBody() {}

    static byte[] of(Content content, String subject, String text, Language language) {
        ObjectNode root = JSON.createObjectNode();
        root.put("text", subject + "\n\n" + text);
        root.put("subject", subject);
        root.put("test", content.test());
        root.put("at", time(content.at(), content.zone()));
        var causes = root.putArray("causes");
        for (CauseGroup group : content.causes()) {
            ObjectNode cause = causes.addObject()
                    .put("shop", group.shop())
                    .put("cause", group.cause().name())
                    .put("review", group.review())
                    .put("title", group.title(language))
                    .put("hint", group.hint(language))
                    .put("count", group.orders().size());
            var orders = cause.putArray("orders");
            group.orders().stream().limit(Wording.MOST_ORDERS).forEach(orders::add);
        }
        var systems = root.putArray("systems");
        for (Outage outage : content.outages()) {
            ObjectNode system = systems.addObject()
                    .put("shop", outage.shop())
                    .put("system", outage.system().name())
                    .put("away", outage.isOpen())
                    .put("since", time(outage.since(), content.zone()));
            outage.endedAt().ifPresent(end -> system.put("until", time(end, content.zone())));
        }
        var summary = root.putArray("summary");
        content.summary().forEach(figures -> summary.add(JSON.valueToTree(figures)));
        return bytes(root);
    }

    /** {@code sha256=} and the HMAC of these bytes, in hexadecimal. */
    static String signature(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private static byte[] bytes(ObjectNode root) {
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // texts and numbers always write
        }
    }

    private static String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
    }
}
