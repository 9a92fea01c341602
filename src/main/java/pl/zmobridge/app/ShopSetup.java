package pl.zmobridge.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.zmobridge.attempt.Shop;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.order.DocumentRules;
import pl.zmobridge.order.OrderCards;
import pl.zmobridge.order.OrderNumber;
import pl.zmobridge.order.Settling;
import pl.zmobridge.register.Feedback;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.shoper.BulkTrust;
import pl.zmobridge.shoper.DictionaryCache;
import pl.zmobridge.shoper.NewestSeen;
import pl.zmobridge.shoper.OrderIntake;
import pl.zmobridge.shoper.RateBucket;
import pl.zmobridge.shoper.ShoperToken;
import pl.zmobridge.shoper.Sightings;
import pl.zmobridge.shoper.StatusDates;
import pl.zmobridge.shoper.StatusWatch;
import pl.zmobridge.symfonia.Concurrency;
import pl.zmobridge.symfonia.ErpConnection;
import pl.zmobridge.symfonia.ErpKey;
import pl.zmobridge.symfonia.ErpSettings;
import pl.zmobridge.symfonia.PaymentDictionary;
import pl.zmobridge.symfonia.RateDictionary;
import pl.zmobridge.symfonia.SymfoniaSession;
import pl.zmobridge.symfonia.VatDictionary;

/** Makes what each shop has of its own from what is configured for it. Shops with the same ERP get one connection to it. */
final class ShopSetup {
    private final InstantSource clock;
    private final InstantSource steady = steady();
    private final Sessions sessions;
    private final DocumentRules documents;
    private final Map<ErpId, ErpConnection> connections = new HashMap<>();

    /** How sessions of an ERP are opened and closed. */
    interface Sessions {
        /** Opens a session for a shop and answers its token. */
        String open(String shop, ShopSettings.Erp erp);

        void close(ShopSettings.Erp erp, String token);
    }

    /** Two shops with the same address and application key share a session. */
    private record ErpId(String url, String applicationGuid) {
        static ErpId of(ShopSettings.Erp erp) {
            return new ErpId(erp.url(), erp.applicationGuid());
        }
    }

    /** @param documents D1; the same for all shops */
    ShopSetup(InstantSource clock, Sessions sessions, DocumentRules documents) {
        this.clock = clock;
        this.sessions = sessions;
        this.documents = documents;
    }

    /** For what is only old or new: a clock that nobody sets. What it shows is no date. */
    private static InstantSource steady() {
        Instant begun = Instant.now();
        long nanos = System.nanoTime();
        return () -> begun.plusNanos(System.nanoTime() - nanos);
    }

    Shops shops(List<ShopSettings> settings) {
        for (ShopSettings shop : settings) {
            ErpId erp = ErpId.of(shop.symfonia());
            Concurrency calls = settings.stream()
                    .filter(other -> ErpId.of(other.symfonia()).equals(erp))
                    .map(other -> other.symfonia().concurrency())
                    .min(Concurrency.CAUTIOUS)
                    .orElseThrow();
            Duration write = settings.stream()
                    .filter(other -> ErpId.of(other.symfonia()).equals(erp))
                    .map(other -> other.symfonia().writeTimeout())
                    .max(Duration::compareTo)
                    .orElseThrow();
            connections.computeIfAbsent(erp, id -> connection(shop, calls, write));
        }
        return new Shops(settings.stream().map(this::shop).toList());
    }

    private ErpConnection connection(ShopSettings shop, Concurrency calls, Duration write) {
        ShopSettings.Erp erp = shop.symfonia();
        SymfoniaSession session =
                new SymfoniaSession(() -> sessions.open(shop.id(), erp), token -> sessions.close(erp, token));
        return new ErpConnection(erp.url(), new ErpKey(erp.applicationGuid(), erp.deviceName()), session, calls, write);
    }

    private Shop shop(ShopSettings settings) {
        OrderNumber numbers =
                new OrderNumber(settings.cards().prefix(), settings.cards().suffix());
        return new Shop(
                settings.id(), rules(settings, numbers), source(settings, numbers), target(settings.symfonia()));
    }

    /** A shop that leaves the number to be found gets it from those that share its ERP. */
    private int workers(ShopSettings.Erp erp) {
        return erp.concurrency().found()
                ? connections.get(ErpId.of(erp)).mostOrders()
                : erp.concurrency().most();
    }

    private Shop.Rules rules(ShopSettings settings, OrderNumber numbers) {
        ShopSettings.Shoper shoper = settings.shoper();
        ShopSettings.Realisation realisation = settings.realisation();
        return new Shop.Rules(
                shoper.since(),
                shoper.statuses(),
                shoper.origins(),
                shoper.newestFirst(),
                realisation.enabled(),
                realisation.effective(),
                realisation.watchDays(),
                workers(settings.symfonia()),
                numbers,
                settings.changes(),
                new Feedback(
                        settings.feedback().importedStatus(),
                        settings.feedback().realisedStatus(),
                        settings.feedback().failedStatus()),
                new Settling(shoper.settle()));
    }

    private Shop.Source source(ShopSettings settings, OrderNumber numbers) {
        ShopSettings.Shoper shoper = settings.shoper();
        ShoperToken token = shoper.token()
                .map(ShoperToken::fixed)
                .orElseGet(() -> ShoperToken.login(
                        shoper.login().orElseThrow(), shoper.password().orElseThrow(), clock));
        DictionaryCache dictionaries = new DictionaryCache(steady);
        Sightings sightings = new Sightings(clock);
        OrderIntake intake = new OrderIntake(new OrderCards(settings.cards(), documents), numbers, dictionaries, clock);
        return new Shop.Source(
                shoper.url() + "/webapi/rest",
                token,
                new RateBucket(),
                dictionaries,
                sightings,
                new NewestSeen(),
                new BulkTrust(steady),
                new StatusDates(),
                new StatusWatch(settings.realisation().effective(), dictionaries, sightings, intake, steady),
                intake);
    }

    private Shop.Target target(ShopSettings.Erp erp) {
        ErpSettings documents = erp.documents();
        return new Shop.Target(
                connections.get(ErpId.of(erp)),
                documents,
                new PaymentDictionary(documents.defaultPaymentForm(), documents.payments(), steady),
                new VatDictionary(documents.vat(), steady),
                erp.rates(),
                new RateDictionary(steady));
    }
}
