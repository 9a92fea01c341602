package pl.zmobridge.attempt;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.failure.Failures;
import pl.zmobridge.ksef.KsefApi;
import pl.zmobridge.ksef.KsefFailure;
import pl.zmobridge.ksef.KsefInvoice;
import pl.zmobridge.ksef.KsefPage;
import pl.zmobridge.order.Texts;
import pl.zmobridge.register.Times;
import pl.zmobridge.wire.Request;
import pl.zmobridge.words.Language;

/** Asks KSeF for what it has stored since, one question at a time, for each seller. */
public final class KsefSteps {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.ksef");
    private static final int BUYER_ID = 60;
    private static final int WORD = 20;
    private static final int CURRENCY = 10;
    private static final int NUMBER = 120;
    private static final int AMOUNT_DIGITS = 15;

    private final KsefAccounts accounts;
    private final Duration quiet;
    private final InstantSource clock;
    private final Map<String, Cause> told = new ConcurrentHashMap<>();

    /** @param quiet how long after another bridge has begun to ask this one's schedule does not */
    public KsefSteps(KsefAccounts accounts, Duration quiet, InstantSource clock) {
        this.accounts = accounts;
        this.quiet = quiet;
        this.clock = clock;
    }

    /** The schedule asks about every seller. */
    public List<KsefPoll> scheduled() {
        return accounts.all().stream()
                .map(account -> new KsefPoll(account, quiet))
                .toList();
    }

    /** A person asks about the seller of a shop, or about all. */
    public List<KsefPoll> wanted(@Variable("shop") String shop) {
        return accounts.all().stream()
                .filter(account -> shop == null || account.shops().contains(shop))
                .map(account -> new KsefPoll(account, Duration.ZERO))
                .toList();
    }

    /** Whether this bridge is the one that asks now. */
    public boolean isOurs(@Header("CamelSqlUpdateCount") int begun) {
        return begun == 1;
    }

    /** @param row of {@code ksef-account-find} */
    public void stands(@Variable("ksef") KsefPoll poll, @Body Map<String, Object> row) {
        LocalDateTime from = Times.utc(row.get("from_at")).orElseThrow();
        poll.standsAt(from, ((Number) row.get("page")).intValue());
        poll.asks(true);
    }

    /** The next question, if there is a place for it; the rest waits for the next poll. */
    public Request<KsefPage> question(@Variable("ksef") KsefPoll poll, @Header("CamelSqlUpdateCount") int places) {
        poll.asks(places == 1);
        if (places == 0) {
            return null;
        }
        Instant until = poll.asksUntil(clock.instant());
        return KsefApi.invoices(poll.from(), until, poll.page());
    }

    /**
     * Takes the answer.
     *
     * @return parameters of {@code ksef-invoice-insert}
     * @throws KsefFailure when the list does not go on
     */
    public List<Map<String, Object>> answered(@Variable("ksef") KsefPoll poll, @Body KsefPage page) {
        if (!poll.answered(page)) {
            throw KsefFailure.stuck();
        }
        if (told.remove(poll.account().id()) != null) {
            LOG.info("KSeF answers again");
        }
        if (page.unreadable() > 0) {
            LOG.warn(
                    "KSeF lists {} invoices without their numbers or amounts; they are passed over", page.unreadable());
        }
        return page.invoices().stream()
                .filter(KsefSteps::fits)
                .map(KsefSteps::row)
                .toList();
    }

    /** An amount that no column holds is no order's. */
    private static boolean fits(KsefInvoice invoice) {
        return invoice.gross().precision() - invoice.gross().scale() <= AMOUNT_DIGITS;
    }

    private static Map<String, Object> row(KsefInvoice invoice) {
        Map<String, Object> row = new HashMap<>();
        row.put("ksefNumber", invoice.ksefNumber());
        row.put("invoiceNumber", Texts.cut(invoice.number(), NUMBER));
        row.put("buyerType", Texts.cut(invoice.buyerType(), WORD));
        row.put("buyerId", Texts.cut(invoice.buyerId(), BUYER_ID));
        row.put("gross", invoice.gross());
        row.put("currency", Texts.cut(invoice.currency(), CURRENCY));
        row.put("mode", Texts.cut(invoice.mode(), WORD));
        row.put("acceptedAt", KsefPoll.utc(invoice.acceptedAt()));
        return row;
    }

    /** The log hears of it once, until KSeF answers or something else is wrong; no order minds. */
    public void failed(@Variable("ksef") KsefPoll poll, @ExchangeProperty("CamelExceptionCaught") Exception thrown) {
        Failure failure = failure(thrown);
        poll.failed(
                failure,
                first(thrown, KsefFailure.class).map(KsefFailure::pause).orElse(Duration.ZERO));
        if (told.put(poll.account().id(), failure.cause()) != failure.cause()) {
            LOG.warn(
                    "KSeF was not read for {}: {}. To do: {} No order waits for it, and the next poll asks again",
                    String.join(", ", poll.account().shops()),
                    failure.text(Language.EN),
                    failure.hint(Language.EN));
        }
    }

    /** A connection that did not come about, broke, or was silent for too long is KSeF's. */
    private static Failure failure(Exception thrown) {
        Failure failure = Failures.of(thrown);
        return failure.cause() == Cause.ERP_AWAY
                ? first(thrown, IOException.class)
                        .map(network -> KsefFailure.silent(network).failure())
                        .orElse(failure)
                : failure;
    }

    private static <T> Optional<T> first(Throwable thrown, Class<T> type) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
        }
        return Optional.empty();
    }
}
