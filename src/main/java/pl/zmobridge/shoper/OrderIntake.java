package pl.zmobridge.shoper;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import pl.zmobridge.order.CardOutcome;
import pl.zmobridge.order.Fault;
import pl.zmobridge.order.Nip;
import pl.zmobridge.order.OrderCards;
import pl.zmobridge.order.OrderNumber;
import pl.zmobridge.order.ReceivedOrder;
import pl.zmobridge.order.ShopOrder;
import pl.zmobridge.order.UnreadableValue;

/** Turns what the shop sent into what the register takes in: a card, or the reasons why there is none. */
public final class OrderIntake {
    private final OrderReader reader = new OrderReader();
    private final OrderCards cards;
    private final OrderNumber numbers;
    private final DictionaryCache dictionaries;

    public OrderIntake(OrderCards cards, OrderNumber numbers, DictionaryCache dictionaries) {
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
        OrderReading reading = begin(fetched);
        reading.readCustomer();
        reading.readLines();
        reading.readPayment();
        return card(reading);
    }

    /** The order with its card. Never fails for what is in it; one that cannot be read has an outcome that says so (I5). */
    public ReceivedOrder card(OrderReading reading) {
        FetchedOrder fetched = reading.fetched();
        long id = reader.orderId(fetched.row());
        try {
            ShopOrder order = reading.order();
            CardOutcome outcome = cards.card(order);
            String buyer = outcome instanceof CardOutcome.Built built
                    ? ReceivedOrder.buyerKey(built.card(), order.userId())
                    : ReceivedOrder.orderKey(id);
            return received(fetched, outcome, buyer, order.userId(), Nip.variants(order));
        } catch (UnreadableOrder e) {
            CardOutcome outcome = new CardOutcome.Faulty(e.problems(), Fault.UNREADABLE);
            return received(fetched, outcome, ReceivedOrder.orderKey(id), Optional.empty(), List.of());
        }
    }

    /** An order that the register could not take in as it is: it comes in without a card, so that it stops no other (I5). */
    public ReceivedOrder withoutCard(FetchedOrder fetched, String problem) {
        long id = reader.orderId(fetched.row());
        CardOutcome outcome = new CardOutcome.Faulty(List.of(problem), Fault.NOT_STORABLE);
        return received(fetched, outcome, ReceivedOrder.orderKey(id), Optional.empty(), List.of());
    }

    private ReceivedOrder received(
            FetchedOrder fetched, CardOutcome outcome, String buyerKey, Optional<Long> userId, List<String> nips) {
        Dictionaries words = dictionaries.current();
        long id = reader.orderId(fetched.row());
        Optional<ZonedDateTime> placedAt = readable(() -> reader.date(fetched.row(), words));
        Optional<Long> statusId = readable(() -> reader.statusId(fetched.row()));
        return new ReceivedOrder(
                id,
                numbers.number(id),
                placedAt,
                words.zone(),
                statusId,
                statusId.flatMap(words::status).map(Dictionaries.Status::name).orElse(""),
                outcome,
                buyerKey,
                userId,
                nips,
                fetched.raw());
    }

    private static <T> Optional<T> readable(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (UnreadableValue e) {
            return Optional.empty();
        }
    }
}
