package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import pl.zmobridge.order.AcceptedDifference;
import pl.zmobridge.order.CardOutcome;
import pl.zmobridge.order.DocumentRules;
import pl.zmobridge.order.Fault;
import pl.zmobridge.order.Nip;
import pl.zmobridge.order.OrderCards;
import pl.zmobridge.order.OrderFacts;
import pl.zmobridge.order.OrderNumber;
import pl.zmobridge.order.ReceivedOrder;
import pl.zmobridge.order.ShopChanges;
import pl.zmobridge.order.ShopOrder;
import pl.zmobridge.order.ShopTime;
import pl.zmobridge.order.TriedReading;
import pl.zmobridge.order.UnreadableValue;

/** Turns what the shop sent into what the register takes in: a card, or the reasons why there is none. */
public final class OrderIntake {
    private final OrderReader reader = new OrderReader();
    private volatile OrderCards cards;
    private final OrderNumber numbers;
    private final DictionaryCache dictionaries;
    private final InstantSource clock;

    public OrderIntake(OrderCards cards, OrderNumber numbers, DictionaryCache dictionaries, InstantSource clock) {
        this.clock = clock;
        this.cards = cards;
        this.numbers = numbers;
        this.dictionaries = dictionaries;
    }

    /** From now on orders are judged by other choices of the operator's. */
    public void use(OrderCards others) {
        cards = others;
    }

    /** Whether a difference can become a line of its own (L6). */
    public boolean hasDifferenceCode() {
        return cards.hasDifferenceCode();
    }

    /** Whether orders cannot be judged without the names of additional fields. */
    public boolean needsFieldNames() {
        return cards.needsFieldNames();
    }

    /** L8: the ERP's codes of the shop's products, as the choices are now. */
    public UnaryOperator<String> productCodes() {
        return cards.productCodes();
    }

    /** Begins to read an order; its customer, lines and payment come next. */
    public OrderReading begin(FetchedOrder fetched) {
        OrderReading reading = new OrderReading(fetched, dictionaries.current());
        reading.readHead();
        return reading;
    }

    /**
     * The order with its card, read at once.
     *
     * @param accepted what a person has decided about its difference (L6)
     */
    public ReceivedOrder read(FetchedOrder fetched, Optional<AcceptedDifference> accepted) {
        return card(reading(fetched), accepted.map(cards::accepting).orElse(cards));
    }

    /** The same choices with other rules of the operator's (D1). */
    public OrderIntake with(DocumentRules documents) {
        return new OrderIntake(cards.with(documents), numbers, dictionaries, clock);
    }

    /**
     * The order with what it is judged by (D2).
     *
     * @param accepted what a person has decided about its difference (L6)
     */
    public JudgedOrder judge(FetchedOrder fetched, Optional<AcceptedDifference> accepted) {
        OrderReading reading = reading(fetched);
        ReceivedOrder received = card(reading, accepted.map(cards::accepting).orElse(cards));
        try {
            Optional<OrderFacts> facts = cards.facts(reading.order());
            return new JudgedOrder(received, facts, facts.map(cards::reason));
        } catch (UnreadableOrder e) {
            return new JudgedOrder(received, Optional.empty(), Optional.empty());
        }
    }

    /** What the order's lines come to by each reading of its prices (L5); none when it cannot be read. */
    public List<TriedReading> readings(FetchedOrder fetched) {
        try {
            return TriedReading.of(reading(fetched).order());
        } catch (UnreadableOrder e) {
            return List.of();
        }
    }

    private OrderReading reading(FetchedOrder fetched) {
        OrderReading reading = begin(fetched);
        reading.readCustomer();
        reading.readLines();
        reading.readPayment();
        return reading;
    }

    /** The order as a row without its lines says it, for {@link pl.zmobridge.order.ShopChanges}; empty when it cannot be read. */
    public Optional<ShopOrder> row(JsonNode row) {
        try {
            return Optional.of(reading(new FetchedOrder(row, List.of())).order());
        } catch (UnreadableOrder e) {
            return Optional.empty();
        }
    }

    /** The order with its lines, as the shop says it; empty when it cannot be read. */
    public Optional<ShopOrder> whole(FetchedOrder fetched) {
        try {
            return Optional.of(reading(fetched).order());
        } catch (UnreadableOrder e) {
            return Optional.empty();
        }
    }

    /** The order with its card. Never fails for what is in it; one that cannot be read has an outcome that says so (I5). */
    public ReceivedOrder card(OrderReading reading) {
        return card(reading, cards);
    }

    private ReceivedOrder card(OrderReading reading, OrderCards cards) {
        FetchedOrder fetched = reading.fetched();
        long id = reader.orderId(fetched.row());
        try {
            ShopOrder order = reading.order();
            CardOutcome outcome = dated(fetched.children()
                    .map(children -> cards.card(order, readable(children)))
                    .orElseGet(() -> cards.card(order)));
            return received(
                    fetched,
                    outcome,
                    buyerKey(outcome, order),
                    order.userId(),
                    Nip.variants(order),
                    Optional.of(order));
        } catch (UnreadableOrder e) {
            CardOutcome outcome = new CardOutcome.Faulty(e.problems(), Fault.UNREADABLE);
            return received(
                    fetched, outcome, ReceivedOrder.orderKey(id), Optional.empty(), List.of(), Optional.empty());
        }
    }

    /** An order that only a person's word keeps from its card (L6) has its buyer already, so that it goes on in the same attempt. */
    private static String buyerKey(CardOutcome outcome, ShopOrder order) {
        if (outcome instanceof CardOutcome.Built built) {
            return ReceivedOrder.buyerKey(built.card(), order.userId());
        }
        return Optional.of((CardOutcome.Faulty) outcome)
                .filter(faulty -> faulty.difference().isPresent())
                .flatMap(faulty -> ShopChanges.contractor(order))
                .map(contractor -> ReceivedOrder.buyerKey(order.id(), contractor, order.userId()))
                .orElseGet(() -> ReceivedOrder.orderKey(order.id()));
    }

    /** A date in the future is carried and said (N3): it goes onto documents. */
    private CardOutcome dated(CardOutcome outcome) {
        return outcome instanceof CardOutcome.Built built
                ? ShopTime.futureWarning(built.card().placedAt(), clock.instant())
                        .<CardOutcome>map(
                                warning -> new CardOutcome.Built(built.card().withWarning(warning)))
                        .orElse(outcome)
                : outcome;
    }

    /** An order that the register could not take in as it is: it comes in without a card, so that it stops no other (I5). */
    public ReceivedOrder withoutCard(FetchedOrder fetched, String problem) {
        long id = reader.orderId(fetched.row());
        CardOutcome outcome = new CardOutcome.Faulty(List.of(problem), Fault.NOT_STORABLE);
        return received(fetched, outcome, ReceivedOrder.orderKey(id), Optional.empty(), List.of(), Optional.empty());
    }

    private ReceivedOrder received(
            FetchedOrder fetched,
            CardOutcome outcome,
            String buyerKey,
            Optional<Long> userId,
            List<String> nips,
            Optional<ShopOrder> order) {
        Dictionaries words = dictionaries.current();
        long id = reader.orderId(fetched.row());
        Optional<ZonedDateTime> placedAt = readable(() -> reader.date(fetched.row(), words));
        Optional<Long> statusId = readable(() -> reader.statusId(fetched.row()));
        Optional<Dictionaries.Status> status = statusId.flatMap(words::status);
        return new ReceivedOrder(
                id,
                numbers.number(id),
                placedAt,
                words.zone(),
                statusId,
                status.map(Dictionaries.Status::name).orElse(""),
                outcome,
                buyerKey,
                userId,
                fetched.login(),
                nips,
                fetched.raw(),
                order.map(ShopChanges::digest),
                status.filter(s -> s.kind() == StatusKind.NOT_COMPLETED).map(s -> StatusNews.reason(s.name())));
    }

    /** S10: the children that can be read; the card says which others there are. */
    private List<ShopOrder> readable(List<FetchedOrder> children) {
        List<ShopOrder> orders = new ArrayList<>();
        for (FetchedOrder child : children) {
            try {
                orders.add(reading(child).order());
            } catch (UnreadableOrder e) {
                continue; // it is as good as missing
            }
        }
        return orders;
    }

    private static <T> Optional<T> readable(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }
}
