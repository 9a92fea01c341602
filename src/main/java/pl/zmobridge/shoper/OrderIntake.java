package pl.zmobridge.shoper;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import pl.zmobridge.order.CardOutcome;
import pl.zmobridge.order.Fault;
import pl.zmobridge.order.Nip;
import pl.zmobridge.order.OrderCards;
import pl.zmobridge.order.OrderNumber;
import pl.zmobridge.order.ReceivedOrder;
import pl.zmobridge.order.ShopChanges;
import pl.zmobridge.order.ShopOrder;
import pl.zmobridge.order.ShopTime;
import pl.zmobridge.order.UnreadableValue;

/** Turns what the shop sent into what the register takes in: a card, or the reasons why there is none. */
public final class OrderIntake {
    private final OrderReader reader = new OrderReader();
    private final OrderCards cards;
    private final OrderNumber numbers;
    private final DictionaryCache dictionaries;
    private final InstantSource clock;

    public OrderIntake(OrderCards cards, OrderNumber numbers, DictionaryCache dictionaries, InstantSource clock) {
        this.clock = clock;
        this.cards = cards;
        this.numbers = numbers;
        this.dictionaries = dictionaries;
    }

    /** Begins to read an order; its customer, lines and payment come next. */
    public OrderReading begin(FetchedOrder fetched) {
        OrderReading reading = new OrderReading(fetched, dictionaries.current());
        reading.readHead();
        return reading;
    }

    /** The order with its card, read at once. */
    public ReceivedOrder read(FetchedOrder fetched) {
        return card(reading(fetched));
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

    /** The order with its card. Never fails for what is in it; one that cannot be read has an outcome that says so (I5). */
    public ReceivedOrder card(OrderReading reading) {
        FetchedOrder fetched = reading.fetched();
        long id = reader.orderId(fetched.row());
        try {
            ShopOrder order = reading.order();
            CardOutcome outcome = dated(fetched.children()
                    .map(children -> cards.card(order, readable(children)))
                    .orElseGet(() -> cards.card(order)));
            String buyer = outcome instanceof CardOutcome.Built built
                    ? ReceivedOrder.buyerKey(built.card(), order.userId())
                    : ReceivedOrder.orderKey(id);
            return received(fetched, outcome, buyer, order.userId(), Nip.variants(order), Optional.of(order));
        } catch (UnreadableOrder e) {
            CardOutcome outcome = new CardOutcome.Faulty(e.problems(), Fault.UNREADABLE);
            return received(
                    fetched, outcome, ReceivedOrder.orderKey(id), Optional.empty(), List.of(), Optional.empty());
        }
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
