package pl.zmobridge.shoper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a shop posts when something happened there: {@code X-Webhook-SHA1} is the hex SHA-1 of its id, the secret and the raw body. It is a hint to look, and the order's id is all that
 * is taken from it.
 *
 * @param id {@code X-Webhook-Id}, which is the webhook's and the same each time
 * @param name {@code X-Webhook-Name}, such as {@code order.create}; not signed
 */
public record ShopWebhook(String id, String name, String signature, byte[] body) {
    private static final Pattern ORDER_ID = Pattern.compile("\"order_id\"\\s*:\\s*\"?(\\d{1,18})\\b");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{40}");

    /** Whether whoever sent it knows the secret; as fast for a signature that is nearly right as for any other. */
    public boolean isSignedWith(String secret) {
        byte[] said = signed().getBytes(StandardCharsets.US_ASCII);
        byte[] due = due(secret).getBytes(StandardCharsets.US_ASCII);
        return !id.isEmpty() && HEX.matcher(signed()).matches() && MessageDigest.isEqual(said, due);
    }

    /** What the same message has when it is sent once more. */
    public String signed() {
        return signature.strip().toLowerCase(Locale.ROOT);
    }

    private String due(String secret) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1"); // the shop knows no other
            sha1.update((id + ":" + secret + ":").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha1.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** Whether it is about orders, as far as its name says. */
    public boolean isAboutOrders() {
        return name.isEmpty() || name.startsWith("order.") || name.startsWith("parcel.");
    }

    /** Whether it says that an order was placed. */
    public boolean isOfNewOrder() {
        return name.equals("order.create");
    }

    /** The first order that it names. */
    public OptionalLong orderId() {
        Matcher found = ORDER_ID.matcher(new String(body, StandardCharsets.UTF_8));
        return Optional.of(found).filter(Matcher::find).stream()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .findFirst();
    }
}
