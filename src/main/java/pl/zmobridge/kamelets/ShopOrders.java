package pl.zmobridge.kamelets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import pl.zmobridge.shoper.FetchedOrder;
import pl.zmobridge.shoper.LinesOfPage;
import pl.zmobridge.shoper.ListPage;
import pl.zmobridge.shoper.RateBucket;
import pl.zmobridge.shoper.ShoperApi;
import pl.zmobridge.shoper.ShoperToken;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Json;
import pl.zmobridge.wire.Request;

/** The orders of a shop, oldest first, each with its lines: what {@code shoper-order-source} is made of. It remembers the last one that was taken. */
public final class ShopOrders extends Peer {
    private final RateBucket bucket = new RateBucket();
    private Optional<ShoperToken> token = Optional.empty();
    private Optional<Path> file = Optional.empty();
    private long after;

    /** A page of orders, then their lines. */
    public static final class Page implements Talk {
        private final ShoperToken token;
        private final long after;
        private Optional<LinesOfPage> lines = Optional.empty();
        private boolean full;

        Page(ShoperToken token, long after) {
            this.token = token;
            this.after = after;
        }

        @Override
        public boolean isAsking() {
            return lines.isEmpty() || lines.get().isMore();
        }

        @Override
        public Request<?> request() {
            return lines.<Request<?>>map(LinesOfPage::request).orElseGet(() -> ShoperApi.ordersAfter(after));
        }

        @Override
        public String authorization() {
            return token.bearer();
        }

        @Override
        public void accept(Object said) {
            ListPage page = (ListPage) said;
            if (lines.isPresent()) {
                lines.get().accept(page);
            } else {
                full = page.rows().size() == ShoperApi.PAGE_SIZE;
                lines = Optional.of(new LinesOfPage(page.rows()));
            }
        }

        List<FetchedOrder> orders() {
            return lines.orElseThrow().orders();
        }

        /** Whether more orders may follow it. */
        boolean isFull() {
            return full;
        }
    }

    @Override
    String root() {
        return "/webapi/rest";
    }

    @Override
    Duration patience(String method) {
        return Duration.ofSeconds(60);
    }

    public void setToken(String ofThePanel) {
        token = Optional.of(ShoperToken.fixed(ofThePanel));
    }

    /** Begins after this order, unless the file knows better. */
    public void setAfter(String orderId) {
        after = Math.max(after, number(orderId));
    }

    /**
     * Where the last order is kept; blank for nowhere.
     *
     * @throws IOException when it cannot be read
     */
    public void setCursorFile(String path) throws IOException {
        if (!path.isBlank()) {
            file = Optional.of(Path.of(path).toAbsolutePath());
            if (Files.exists(file.get())) {
                after = Math.max(after, number(Files.readString(file.get())));
            }
        }
    }

    private static long number(String text) {
        return text.isBlank() ? 0 : Long.parseLong(text.strip());
    }

    /** The next page is to be read. */
    public void begin(Exchange exchange) {
        ShoperToken bearer = token.orElseThrow(() -> new IllegalStateException("shoper-order-source needs a token"));
        exchange.setProperty(Talk.PROPERTY, new Page(bearer, after));
    }

    /** Waits for a place in the shop's bucket. */
    public void prepare(Exchange exchange) throws InterruptedException {
        bucket.await();
        fill(exchange, talk(exchange).request(), talk(exchange).authorization());
    }

    /** @throws pl.zmobridge.shoper.ShopFailure what a refusal or no answer means */
    public void answered(Exchange exchange) {
        Answer answer = answer(exchange);
        bucket.observe(answer.headers());
        talk(exchange).accept(talk(exchange).request().read(answer));
    }

    /** The page's orders as they came, each {@code {"order":…,"lines":[…]}}. */
    public List<String> orders(Exchange exchange) {
        return ((Page) talk(exchange)).orders().stream().map(ShopOrders::json).toList();
    }

    private static String json(FetchedOrder order) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("order", order.row());
        json.putArray("lines").addAll(order.lines());
        return json.toString();
    }

    /** The next page is read now if this one was full; else the next poll reads it. */
    public void goesOn(Exchange exchange) {
        boolean full = ((Page) talk(exchange)).isFull();
        exchange.removeProperty(Talk.PROPERTY);
        if (full) {
            begin(exchange);
        }
    }

    /** Keeps the id of the order that is about to be handed on, for {@link #taken}. */
    public void handsOn(Exchange exchange) throws IOException {
        String json = exchange.getMessage().getBody(String.class);
        exchange.setProperty(
                "zmoBridgeOrder", Json.read(json).at("/order/order_id").asLong());
    }

    /**
     * Whoever gets the orders has taken this one.
     *
     * @throws IOException when that cannot be kept
     */
    public synchronized void taken(Exchange exchange) throws IOException {
        after = Math.max(after, exchange.getProperty("zmoBridgeOrder", 0L, Long.class));
        if (file.isPresent()) {
            Path written = file.get().resolveSibling(file.get().getFileName() + ".new");
            Files.createDirectories(written.getParent());
            Files.writeString(written, Long.toString(after));
            Files.move(written, file.get(), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
