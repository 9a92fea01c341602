package pl.zmobridge.attempt;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import pl.zmobridge.order.ChangeRules;
import pl.zmobridge.order.OrderCards;
import pl.zmobridge.order.OrderNumber;
import pl.zmobridge.order.RateSource;
import pl.zmobridge.order.Settling;
import pl.zmobridge.register.Feedback;
import pl.zmobridge.shoper.BulkTrust;
import pl.zmobridge.shoper.DictionaryCache;
import pl.zmobridge.shoper.NewestSeen;
import pl.zmobridge.shoper.OrderIntake;
import pl.zmobridge.shoper.RateBucket;
import pl.zmobridge.shoper.ShoperToken;
import pl.zmobridge.shoper.Sightings;
import pl.zmobridge.shoper.StatusDates;
import pl.zmobridge.shoper.StatusWatch;
import pl.zmobridge.symfonia.ContractorCodes;
import pl.zmobridge.symfonia.ErpConnection;
import pl.zmobridge.symfonia.ErpSettings;
import pl.zmobridge.symfonia.PaymentDictionary;
import pl.zmobridge.symfonia.RateDictionary;
import pl.zmobridge.symfonia.VatDictionary;

/**
 * What one shop has of its own while the bridge runs. The routes are shared by all shops: an exchange carries its shop's id in
 * the variable {@code shop}, and the steps take from here what belongs to it.
 *
 * @param rules what is configured for its orders
 * @param source its Shoper
 * @param target its Symfonia
 */
public record Shop(String id, Rules rules, Source source, Target target) {

    /** The same shop, whose next orders become what other choices of the operator's say. */
    public Shop with(OrderCards cards, ErpSettings settings) {
        source.intake().use(cards);
        Target other = new Target(
                target.connection(),
                settings,
                target.forms().with(settings.defaultPaymentForm(), settings.payments()),
                target.vat().with(settings.vat()),
                target.rateSource(),
                target.rates());
        return new Shop(id, rules, source, other);
    }

    /** How many of its orders are worked on at once, as things are. */
    public int ordersAtOnce() {
        return target.connection().orders(rules.workers());
    }

    /**
     * @param since orders placed before this day are ignored; empty means before the first start
     * @param statuses ids to import; empty means all
     * @param origins numbers of the origins to import; empty means all
     * @param newestFirst LIFO
     * @param realiseStatuses the statuses that mean "realise now"; empty when realisation is off (Z1)
     * @param watchDays how long an order is watched
     * @param workers how many orders are worked on at once, at most
     * @param settling how young an order must not be (S1)
     */
    public record Rules(
            Optional<LocalDate> since,
            Set<Long> statuses,
            Set<Long> origins,
            boolean newestFirst,
            boolean realising,
            Set<Long> realiseStatuses,
            int watchDays,
            int workers,
            OrderNumber numbers,
            ChangeRules changes,
            Feedback feedback,
            Settling settling) {}

    /**
     * @param url the root of its REST API
     * @param together whether it answers several questions in one request
     */
    public record Source(
            String url,
            ShoperToken token,
            RateBucket bucket,
            DictionaryCache dictionaries,
            Sightings sightings,
            NewestSeen newest,
            BulkTrust together,
            StatusDates statusDates,
            StatusWatch watch,
            OrderIntake intake) {}

    /**
     * @param connection shared with the other shops of the same ERP
     * @param rateSource W2
     * @param rates the ERP's, for {@link RateSource#ERP}
     */
    public record Target(
            ErpConnection connection,
            ErpSettings settings,
            PaymentDictionary forms,
            VatDictionary vat,
            RateSource rateSource,
            RateDictionary rates) {

        /** K3: whether the code of a buyer's card is made of his login, which the shop must be asked for. */
        boolean wantsLogins() {
            return settings.contractors().codes().by() == ContractorCodes.By.LOGIN;
        }
    }
}
