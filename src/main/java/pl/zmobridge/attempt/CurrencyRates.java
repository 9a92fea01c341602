package pl.zmobridge.attempt;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import pl.zmobridge.attempt.NoCurrencyRate.Why;
import pl.zmobridge.nbp.NbpApi;
import pl.zmobridge.nbp.NbpAway;
import pl.zmobridge.order.CurrencyRate;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.RateSource;
import pl.zmobridge.register.ImportState;
import pl.zmobridge.symfonia.ErpDifferences;
import pl.zmobridge.symfonia.RateDictionary;
import pl.zmobridge.wire.Request;
import pl.zmobridge.words.Phrase;

/**
 * Finds the rate of an order in another currency than PLN (W2): the one that was noted with an unclear write, so that a repeated one is the same
 * document (I2), else that of the source that the operator chose. What a source has said is remembered, that there is no rate never: the next attempt
 * asks again.
 */
public final class CurrencyRates {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    /** No holidays of Poland lie closer together. */
    private static final int DAYS_BACK = 10;

    private static final int SHOP_DAYS = 3;
    private static final int MOST = 500;

    private final Shops shops;
    private final InstantSource clock;
    private final Map<Wanted, CurrencyRate> ofBank = new ConcurrentHashMap<>();

    /** @param day of the order */
    private record Wanted(String currency, LocalDate day) {}

    public CurrencyRates(Shops shops, InstantSource clock) {
        this.shops = shops;
        this.clock = clock;
    }

    /**
     * Whether a source must be asked. A rate that is known without asking is taken.
     *
     * @throws NoCurrencyRate when the shop's own rate is wanted, and it has none
     */
    boolean isWanted(Attempt attempt) {
        if (!isNeeded(attempt)) {
            return false;
        }
        Wanted wanted = wanted(attempt);
        Optional<CurrencyRate> known = ofZmo(attempt).or(() -> noted(attempt)).or(() -> switch (source(attempt)) {
            case NBP -> Optional.ofNullable(ofBank.get(wanted));
            case ERP -> rates(attempt).rate(wanted.currency(), wanted.day());
            case SHOP -> Optional.of(ofShop(attempt.registered().card()));
        });
        known.ifPresent(attempt.zmo::rated);
        return known.isEmpty();
    }

    /** A document is about to be made of an order in another currency, and its rate is not found yet. */
    private static boolean isNeeded(Attempt attempt) {
        ZmoFacts zmo = attempt.zmo;
        return (zmo.isToBeIssued() || zmo.write() == ZmoWrite.EDIT)
                && zmo.rate().isEmpty()
                && !CurrencyRate.isHome(attempt.registered().card().currency());
    }

    /**
     * The rate that the ZMO has, which is about to be edited: as the ERP tells it, so that a person's correction of it stays; else the one that was
     * noted; else the one that the version before sent, which noted none.
     */
    private static Optional<CurrencyRate> ofZmo(Attempt attempt) {
        if (attempt.zmo.write() != ZmoWrite.EDIT) {
            return Optional.empty();
        }
        Optional<CurrencyRate> register = ofRegister(attempt);
        Wanted wanted = wanted(attempt);
        Optional<BigDecimal> own = attempt.zmo
                .asStored()
                .flatMap(zmo -> zmo.rate(wanted.currency()))
                .filter(rate -> register.filter(noted -> ErpDifferences.isSameRate(noted.rate(), rate))
                        .isEmpty());
        return own.flatMap(rate -> CurrencyRate.of(wanted.currency(), rate, wanted.day(), "ZMO"))
                .or(() -> register)
                .or(() -> attempt.registered()
                        .madeFrom()
                        .filter(was -> was.currency().equals(wanted.currency()))
                        .map(OrderCard::currencyRate)
                        .filter(CurrencyRate::isEntered)
                        .flatMap(rate -> CurrencyRate.of(wanted.currency(), rate, wanted.day(), "Shoper")));
    }

    /** The rate of what was written, or may have been; a refusal has left nothing behind. */
    private static Optional<CurrencyRate> noted(Attempt attempt) {
        return attempt.registered().importState() == ImportState.NEW ? Optional.empty() : ofRegister(attempt);
    }

    /** The next question on the way to the rate. */
    Request<?> question(Attempt attempt) {
        Wanted wanted = wanted(attempt);
        if (source(attempt) == RateSource.ERP) {
            return rates(attempt).question(wanted.currency(), wanted.day()).orElseThrow(() -> {
                rates(attempt).forgetCurrencies();
                return none(Why.ERP_CURRENCY, wanted);
            });
        }
        LocalDate table = attempt.zmo.rateAskedFor().orElse(wanted.day()).minusDays(1);
        attempt.zmo.asksForRateOf(table);
        return NbpApi.rate(wanted.currency(), table);
    }

    /**
     * Takes the answer to it.
     *
     * @throws NoCurrencyRate when it says that there is no rate
     */
    void answered(Attempt attempt, Object answer) {
        Wanted wanted = wanted(attempt);
        if (answer instanceof RateDictionary.Currencies currencies) {
            rates(attempt).accept(currencies);
        } else if (answer instanceof RateDictionary.Rates rates) {
            if (rates.found().size() != 1) {
                throw none(rates.found().isEmpty() ? Why.ERP : Why.ERP_SEVERAL, wanted);
            }
            attempt.zmo.rated(rates.found().get(0));
            rates(attempt).accept(rates.found().get(0), wanted.day());
        } else {
            ((Optional<?>) answer)
                    .map(CurrencyRate.class::cast)
                    .ifPresentOrElse(rate -> found(attempt, wanted, rate), () -> noTable(attempt, wanted));
        }
    }

    private void found(Attempt attempt, Wanted wanted, CurrencyRate rate) {
        attempt.zmo.rated(rate);
        if (ofBank.size() >= MOST) {
            ofBank.clear();
        }
        ofBank.put(wanted, rate);
    }

    /** Goes on to the day before, unless the table may still come or there were too many days. */
    private void noTable(Attempt attempt, Wanted wanted) {
        LocalDate table = attempt.zmo.rateAskedFor().orElseThrow();
        boolean weekend = table.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        if (!weekend && !table.isBefore(LocalDate.ofInstant(clock.instant(), WARSAW))) {
            throw NbpAway.notYet(table);
        }
        if (ChronoUnit.DAYS.between(table, wanted.day()) >= DAYS_BACK) {
            throw none(Why.NBP, wanted);
        }
    }

    private static CurrencyRate ofShop(OrderCard card) {
        LocalDate ordered = card.placedAt().toLocalDate();
        CurrencyRate rate = card.shopRate().orElseThrow(() -> new NoCurrencyRate(Why.SHOP, card.currency(), ordered));
        if (Math.abs(ChronoUnit.DAYS.between(rate.date(), ordered)) > SHOP_DAYS) {
            throw NoCurrencyRate.old(card.currency(), ordered, rate.date());
        }
        return rate;
    }

    /** The rate of the order's document, as far as it is known: the one just found, or the one that was noted (W2). */
    static Optional<CurrencyRate> of(Attempt attempt) {
        return attempt.zmo.rate().or(() -> ofRegister(attempt));
    }

    private static Optional<CurrencyRate> ofRegister(Attempt attempt) {
        return attempt.registered().rate().filter(rate -> rate.currency()
                .equals(attempt.registered().card().currency()));
    }

    /** A sentence for the timeline about a rate that the document has now and had not before. */
    static Optional<Phrase> news(Attempt attempt) {
        Optional<CurrencyRate> told =
                switch (attempt.zmo.write()) {
                    case ISSUE -> of(attempt);
                    case EDIT ->
                        attempt.zmo
                                .rate()
                                .filter(rate -> !attempt.registered().rate().equals(Optional.of(rate)));
                    case WITHDRAW -> Optional.empty();
                };
        return told.map(rate -> Phrase.of("CURRENCY_RATE")
                .with("currency", rate.currency())
                .with("rate", rate.rate().toPlainString())
                .with("day", rate.date())
                .with("source", rate.source()));
    }

    private static NoCurrencyRate none(Why why, Wanted wanted) {
        return new NoCurrencyRate(why, wanted.currency(), wanted.day());
    }

    private static Wanted wanted(Attempt attempt) {
        OrderCard card = attempt.registered().card();
        return new Wanted(card.currency(), card.placedAt().toLocalDate());
    }

    private RateSource source(Attempt attempt) {
        return shops.of(attempt.shop()).target().rateSource();
    }

    private RateDictionary rates(Attempt attempt) {
        return shops.of(attempt.shop()).target().rates();
    }
}
