package pl.zmobridge.check;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pl.zmobridge.nbp.NbpApi;
import pl.zmobridge.nbp.NbpAway;
import pl.zmobridge.order.CurrencyRate;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.shoper.Dictionaries.Currency;
import pl.zmobridge.symfonia.RateDictionary;
import pl.zmobridge.symfonia.SymfoniaApi;

/** Each currency of the shop but PLN has a rate where the operator wants it from (W2). */
final class CurrencyCheck {
    private static final String KEY = "symfonia.currency-rate";
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final int DAYS_BACK = 10;
    private static final int SHOP_DAYS = 3;

    private final ShopSettings settings;
    private final Wires wires;
    private final List<Currency> currencies;
    private final InstantSource clock;
    private final Findings findings;

    /** @param currencies the shop's; empty when they are not known */
    CurrencyCheck(
            ShopSettings settings, Wires wires, List<Currency> currencies, InstantSource clock, Findings findings) {
        this.settings = settings;
        this.wires = wires;
        this.currencies = currencies;
        this.clock = clock;
        this.findings = findings;
    }

    /** Asks nobody when the shop sells in PLN alone. */
    void run() throws IOException, InterruptedException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WARSAW);
        for (Currency currency : currencies) {
            if (!CurrencyRate.isHome(currency.name())) {
                tell(currency, today);
            }
        }
    }

    private void tell(Currency currency, LocalDate today) throws IOException, InterruptedException {
        String source =
                switch (settings.symfonia().rates()) {
                    case NBP -> "the National Bank of Poland has";
                    case ERP -> "Symfonia has";
                    case SHOP -> "the shop, in PLN and at most 3 days old, has";
                };
        try {
            rate(currency, today)
                    .ifPresentOrElse(
                            rate -> findings.good(
                                    KEY,
                                    currency.name() + ": " + rate.rate().toPlainString() + " PLN (" + rate.source()
                                            + ", " + rate.date() + ")"),
                            () -> findings.note(
                                    KEY,
                                    source + " no rate of " + currency.name()
                                            + ", so orders in it are dead letters (rule W2)",
                                    "enter the rate there, or take another of nbp, erp, shop"));
        } catch (Wires.NotAsked e) {
            findings.bad(KEY, "nobody can be asked for a rate: " + e.getMessage(), RoutesCheck.ADVICE);
        } catch (NbpAway away) {
            findings.bad(
                    "nbp.url",
                    away.getMessage(),
                    "let this machine reach api.nbp.pl (DNS, firewall), or take another " + KEY);
        }
    }

    private Optional<CurrencyRate> rate(Currency currency, LocalDate today) throws IOException, InterruptedException {
        return switch (settings.symfonia().rates()) {
            case NBP -> ofBank(currency.name(), today);
            case ERP -> ofErp(currency.name(), today);
            case SHOP -> ofShop(currency, today);
        };
    }

    private Optional<CurrencyRate> ofBank(String currency, LocalDate today) throws IOException, InterruptedException {
        Optional<CurrencyRate> rate = Optional.empty();
        for (int days = 1; rate.isEmpty() && days <= DAYS_BACK; days++) {
            rate = wires.nbp(settings.id(), NbpApi.rate(currency, today.minusDays(days)));
        }
        return rate;
    }

    private Optional<CurrencyRate> ofErp(String currency, LocalDate today) throws IOException, InterruptedException {
        Integer id = wires.erp(settings.id(), SymfoniaApi.currencies()).ids().get(currency.toUpperCase(Locale.ROOT));
        if (id == null) {
            return Optional.empty();
        }
        RateDictionary.Rates rates = wires.erp(settings.id(), SymfoniaApi.currencyRates(id, currency, today));
        return rates.found().size() == 1 ? Optional.of(rates.found().get(0)) : Optional.empty();
    }

    private Optional<CurrencyRate> ofShop(Currency currency, LocalDate today) {
        boolean inPln = currencies.stream().anyMatch(each -> each.base() && CurrencyRate.isHome(each.name()));
        return currency.rateDate()
                .filter(day -> inPln && !day.isBefore(today.minusDays(SHOP_DAYS)))
                .flatMap(day -> currency.rate().flatMap(rate -> CurrencyRate.of(currency.name(), rate, day, "Shoper")));
    }
}
