package pl.zmobridge.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.attempt.Hints;
import pl.zmobridge.settings.ShopSettings.Webhook;
import pl.zmobridge.shoper.ShopWebhook;

/**
 * Where shops post what happened. The last part of the address is a secret, and so is what the message is signed with; who knows both has the bridge look at the shop, and
 * nothing else. It is answered before the look.
 */
public final class ShopHooks {
    private static final Logger LOG = LoggerFactory.getLogger(ShopHooks.class);
    private static final String PATH = "/hooks/shoper/";
    /** A message that comes again within that time is the same one, sent again. */
    private static final Duration REPLAY = Duration.ofMinutes(15);

    private static final int MOST_SEEN = 2_000;

    private final Map<String, Webhook> webhooks;
    private final Hints hints;
    private final InstantSource clock;
    private final OnceAMinute refusals;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    /** @param webhooks of the shops that have one, by their ids */
    public ShopHooks(Map<String, Webhook> webhooks, Hints hints, InstantSource clock) {
        this.webhooks = Map.copyOf(webhooks);
        this.hints = hints;
        this.clock = clock;
        this.refusals = new OnceAMinute(clock);
    }

    /** Whether the request is for here, so that it is judged here and needs no password. */
    static boolean isHook(RequestHead head) {
        return head.method().equals("POST") && head.path().startsWith(PATH);
    }

    /** How many messages were rightly signed. */
    public long taken() {
        return taken.get();
    }

    /** How many were not, or came to an address that is nobody's. */
    public long refused() {
        return refused.get();
    }

    /** Takes a message and answers it: 202 for a hint, 403 for a wrong signature, 404 for an address that is nobody's. */
    public void take(Exchange exchange) {
        Message message = exchange.getMessage();
        int status = judge(message);
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setBody(null);
    }

    private int judge(Message message) {
        Optional<Map.Entry<String, Webhook>> shop = shopAt(header(message, "address"));
        if (shop.isEmpty()) {
            tell("the address is nobody's");
            return 404;
        }
        byte[] body = Optional.ofNullable(message.getBody(byte[].class)).orElse(new byte[0]);
        ShopWebhook hook = new ShopWebhook(
                header(message, "X-Webhook-Id"),
                header(message, "X-Webhook-Name"),
                header(message, "X-Webhook-SHA1"),
                body);
        if (!hook.isSignedWith(shop.get().getValue().secret())) {
            tell("the signature is wrong (shop " + shop.get().getKey() + ")");
            return 403;
        }
        if (hook.isAboutOrders() && isFirst(shop.get().getKey() + hook.signed())) {
            hints.came(shop.get().getKey(), hook.orderId(), hook.isOfNewOrder());
        }
        taken.incrementAndGet();
        return 202;
    }

    private void tell(String why) {
        refused.incrementAndGet();
        refusals.happened(
                times -> LOG.warn("{} webhooks refused since the last such line; the latest: {}", times, why));
    }

    /** All are compared, so that the time says nothing of how near an address is. */
    private Optional<Map.Entry<String, Webhook>> shopAt(String address) {
        Optional<Map.Entry<String, Webhook>> found = Optional.empty();
        byte[] asked = address.getBytes(StandardCharsets.UTF_8);
        for (Map.Entry<String, Webhook> shop : webhooks.entrySet()) {
            if (MessageDigest.isEqual(asked, shop.getValue().address().getBytes(StandardCharsets.UTF_8))) {
                found = Optional.of(shop);
            }
        }
        return found;
    }

    private synchronized boolean isFirst(String message) {
        Instant now = clock.instant();
        seen.values().removeIf(at -> at.isAfter(now) || at.plus(REPLAY).isBefore(now));
        if (seen.size() >= MOST_SEEN) {
            seen.remove(seen.keySet().iterator().next());
        }
        return seen.putIfAbsent(message, now) == null;
    }

    private static String header(Message message, String name) {
        return Optional.ofNullable(message.getHeader(name, String.class)).orElse("");
    }
}
