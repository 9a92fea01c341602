package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.attempt.Parcel.State;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.register.Backoff;
import pl.zmobridge.register.Claims;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.register.Rows;
import pl.zmobridge.shoper.Dictionaries;
import pl.zmobridge.shoper.ParcelsInShop;
import pl.zmobridge.shoper.RateBucket;
import pl.zmobridge.shoper.ShopFailure;
import pl.zmobridge.shoper.StatusNews;
import pl.zmobridge.wire.Request;
import pl.zmobridge.words.Language;
import pl.zmobridge.words.Phrase;

/** The steps that tell the shop one tracking number, once. */
public final class ParcelSteps {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.parcels");
    /** A write without an answer is not asked about before. */
    private static final Duration GOING_ON = Duration.ofMinutes(2).plusSeconds(5);

    private static final int WORDS = 4000;

    private final Shops shops;
    private final ParcelShops wanted;
    private final Claims claims;
    private final DeadLetters letters;
    private final Backoff backoff;
    private final Map<String, Cause> told = new ConcurrentHashMap<>();

    public ParcelSteps(Shops shops, ParcelShops wanted, Claims claims, DeadLetters letters, Backoff backoff) {
        this.shops = shops;
        this.wanted = wanted;
        this.claims = claims;
        this.letters = letters;
        this.backoff = backoff;
    }

    /** Parameters of {@code parcels-due}. */
    public ParcelShops shops() {
        return wanted;
    }

    /** Takes a row of {@code parcels-due}; its shop and order become the exchange's. */
    public void takes(Exchange exchange, @Body Map<String, Object> row) {
        String shop = row.get("shop").toString();
        long order = ((Number) row.get("shop_order_id")).longValue();
        exchange.setVariable("parcel", Parcel.of(shop, order, row.get("number").toString(), wanted));
        begins(exchange, shop, order);
    }

    /** The same for one that was just handed in. */
    public void begins(Exchange exchange, @Variable("parcel") Parcel parcel) {
        begins(exchange, parcel.shop(), parcel.orderId());
    }

    private void begins(Exchange exchange, String shop, long order) {
        exchange.setVariable("shop", shop);
        String erp = shops.of(shop).target().connection().address();
        exchange.setVariable(
                "attempt", Attempt.ofPerson(shop, Step.FEEDBACK, order, false).writingTo(erp));
    }

    /** Whether orders leave room in the shop's bucket: they go first, but none waits for ever. */
    public boolean hasRoom(@Body Map<String, Object> row) {
        RateBucket bucket = shops.of(row.get("shop").toString()).source().bucket();
        return ((Number) row.get("is_late")).intValue() != 0 || bucket.level() * 2 <= bucket.limit();
    }

    /** @param row of {@code parcel-find}, read while the order is claimed */
    public void found(@Variable("parcel") Parcel parcel, @Body Map<String, Object> row) {
        parcel.stands(row);
        if (parcel.state() == State.WRITING && parcel.isFresh()) {
            parcel.waits(State.WRITING, unanswered(), GOING_ON);
        }
    }

    private static Failure unanswered() {
        return Failure.of(Cause.PARCEL_UNANSWERED);
    }

    /** Takes the row of {@code registered-order}. */
    public void stands(@Variable("attempt") Attempt attempt, @Body Map<String, Object> row) {
        attempt.found(RegisteredOrder.of(row));
    }

    /** What the order in the shop says: by what it goes, and whether it may still go. */
    public void shopSays(
            @Variable("parcel") Parcel parcel,
            @Variable("attempt") Attempt attempt,
            @Variable("news") StatusNews news,
            @Body JsonNode order) {
        if (news.isEnded()) {
            refused(
                    parcel,
                    Failure.of(Cause.PARCEL_REFUSED).with("how", "CANCELLED").with("status", news.said()));
            return;
        }
        String carrier = parcel.row().get("carrier").toString();
        Optional<Long> chosen = parcel.shipping();
        if (chosen.isEmpty() && !carrier.isEmpty()) {
            chosen = byName(shops.of(attempt.shop()).source().dictionaries().current(), carrier);
            if (chosen.isEmpty()) {
                refused(
                        parcel,
                        Failure.of(Cause.PARCEL_REFUSED).with("how", "CARRIER").with("carrier", carrier));
                return;
            }
        }
        parcel.goesBy(chosen.orElseGet(() -> order.path("shipping_id").asLong()));
    }

    private static Optional<Long> byName(Dictionaries dictionaries, String carrier) {
        return dictionaries.shippings().entrySet().stream()
                .filter(each -> each.getValue().strip().equalsIgnoreCase(carrier))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /** The question which parcels of the order the shop has. */
    public Request<ParcelsInShop> question(@Variable("parcel") Parcel parcel) {
        return ParcelsInShop.question(parcel.orderId());
    }

    /** One that is there is not written again; one of which that cannot be found out is for a person. */
    public void shopHas(@Variable("parcel") Parcel parcel, @Body ParcelsInShop answer) {
        Optional<Map.Entry<String, Optional<Long>>> there = answer instanceof ParcelsInShop.Told all
                ? all.find(parcel.wish().number())
                : Optional.empty();
        if (there.isPresent()) {
            parcel.isThere(there.get().getValue(), List.of(event(parcel, Phrase.of("PARCEL_THERE"))));
        } else if (answer instanceof ParcelsInShop.Untold && parcel.state() == State.WRITING) {
            String all = joined(parcel, "unclear");
            needsPerson(parcel, State.UNCLEAR, Failure.of(Cause.PARCEL_UNCLEAR), all);
        } else {
            parcel.mustBeWritten();
        }
    }

    /** @throws Claims.ClaimLost when the claim has ended */
    public void intends(
            @Variable("parcel") Parcel parcel,
            @Variable("attempt") Attempt attempt,
            @Header("CamelSqlUpdateCount") int changedRows) {
        claims.stillOurs(changedRows, attempt.claim.token());
    }

    /** The request that adds it, to be sent once. */
    public Call request(@Variable("parcel") Parcel parcel) {
        parcel.goesOut();
        long shipping = parcel.shipping().orElseThrow();
        return Call.once(
                ParcelsInShop.add(parcel.orderId(), shipping, parcel.wish().number(), parcel.isOnItsWay()));
    }

    /** The shop has taken it. */
    public void added(@Variable("parcel") Parcel parcel, @Body Object id) {
        @SuppressWarnings("unchecked") // what the request's reader made of the answer
        Optional<Long> inShop = (Optional<Long>) id;
        parcel.isThere(inShop, List.of(event(parcel, Phrase.of("PARCEL_ADDED"))));
        LOG.info("{}: the shop has a tracking number of order {}", parcel.shop(), parcel.orderId());
        if (told.remove(parcel.shop()) != null) {
            LOG.info("{}: the shop takes tracking numbers again", parcel.shop());
        }
    }

    /** A refusal is for a person; everything else is tried again later. */
    public void failed(@Variable("parcel") Parcel parcel, @ExchangeProperty("CamelExceptionCaught") Exception thrown) {
        Failure failure = Failures.of(thrown);
        if (thrown instanceof Claims.ClaimLost || parcel.row().isEmpty()) {
            LOG.debug("{}: {}", parcel.shop(), failure.text(Language.EN)); // whoever holds the order now goes on
        } else if (parcel.wentOut() && !isAnswered(thrown)) {
            parcel.waits(State.WRITING, unanswered().quoting(failure.words()), GOING_ON);
        } else if (isNo(thrown)) {
            String said = failure.words().isBlank() ? failure.text(Language.PL) : failure.words();
            refused(parcel, Failure.of(Cause.PARCEL_REFUSED).with("how", "SHOP").quoting(said));
        } else {
            State now = parcel.wentOut() ? State.DUE : parcel.state();
            parcel.waits(now, failure, backoff.after(parcel.attempts() + 1));
            tell(parcel, failure);
        }
    }

    /** Whether the shop said that it did not take it; whatever else comes after the request went out leaves that open. */
    private static boolean isAnswered(Exception thrown) {
        return isNo(thrown)
                || thrown instanceof ShopFailure.Unauthorised
                || thrown instanceof ShopFailure.MissingArea
                || thrown instanceof ShopFailure.Throttled;
    }

    private static boolean isNo(Exception thrown) {
        return thrown instanceof ShopFailure.Refused
                || thrown instanceof ShopFailure.NotFound
                || thrown instanceof AnotherOrder;
    }

    /** Once for each shop and cause, until it takes one. */
    private void tell(Parcel parcel, Failure failure) {
        if (failure.system() == FailedSystem.SHOP && told.put(parcel.shop(), failure.cause()) != failure.cause()) {
            LOG.warn(
                    "{}: the shop takes no tracking numbers: {}. To do: {} They are kept and tried again",
                    parcel.shop(),
                    failure.text(Language.EN),
                    failure.hint(Language.EN));
        }
    }

    private void refused(Parcel parcel, Failure failure) {
        needsPerson(parcel, State.REFUSED, failure, joined(parcel, "refused"));
    }

    private void needsPerson(Parcel parcel, State state, Failure failure, String all) {
        Failure why = failure.with("parcel", parcel.wish().number());
        Failure ofAll = failure.with("parcel", all);
        Map<String, Object> review = letters.review(parcel.orderId(), ofAll);
        parcel.needsPerson(state, why.quoting(cut(why.words())), review, DeadLetters.event(parcel.orderId(), review));
        LOG.warn(
                "{}: a person should look at a tracking number of order {}: {}",
                parcel.shop(),
                parcel.orderId(),
                failure.cause());
    }

    /** Its number after those of its order that wait for a person already. */
    private static String joined(Parcel parcel, String column) {
        Object others = parcel.row().get(column);
        return others == null
                ? parcel.wish().number()
                : others + ", " + parcel.wish().number();
    }

    private static String cut(String words) {
        return words.length() > WORDS ? words.substring(0, WORDS) : words;
    }

    private static Map<String, Object> event(Parcel parcel, Phrase phrase) {
        return Rows.event(parcel.orderId(), phrase.with("parcel", parcel.wish().number()));
    }

    /** Parameters of {@code parcel-outcome}. */
    public Map<String, Object> outcome(@Variable("parcel") Parcel parcel) {
        return new HashMap<>(parcel.outcome());
    }

    /** Parameters of {@code dead-letter-store}: one row, or none. */
    public List<Map<String, Object>> reviews(@Variable("parcel") Parcel parcel) {
        return parcel.reviews();
    }

    /** Parameters of {@code event-insert}: one row, or none. */
    public List<Map<String, Object>> events(@Variable("parcel") Parcel parcel) {
        return parcel.events();
    }
}
