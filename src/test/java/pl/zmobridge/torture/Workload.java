package pl.zmobridge.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pl.zmobridge.sim.Goods;
import pl.zmobridge.sim.OrderBuilder;
import pl.zmobridge.torture.OrderLives.Event;

/**
 * Orders as they come to a busy shop: guests, accounts and firms, most of whom order more than once, some paid when they come
 * in, most later, some never, some cancelled, and some of these alive again; some edited, some realised by hand in the ERP; some of
 * goods that the ERP runs out of.
 */
final class Workload {
    /** Goods that run out for a while, so that realisations wait. */
    static final String SCARCE = "RZADKI-1";
    /** Goods that are not there until their orders have been cancelled. */
    static final String MISSING = "BRAK-1";

    private static final int[] NIP_WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};
    /** Edits that leave the order another total (S4). */
    private static final List<Event> EDITS = List.of(Event.LINE_ADDED, Event.LINE_DEARER, Event.LINE_REMOVED);

    private final Random random;
    private final int buyers;

    /** @param events what happens to it, in this order */
    record Planned(OrderBuilder order, Expected end, List<Event> events) {}

    Workload(long seed, int orders) {
        random = new Random(seed);
        buyers = Math.max(3, orders * 2 / 5);
    }

    List<Planned> orders(int count) {
        List<Planned> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(next());
        }
        return orders;
    }

    private Planned next() {
        OrderBuilder order = new OrderBuilder();
        buyer(order);
        order.payment(random.nextBoolean() ? 1 : 18)
                .shipping(random.nextBoolean() ? 1 : 2, random.nextBoolean() ? "19.99" : "0.00");
        int lines = 2 + random.nextInt(3); // two, so that one can be removed
        for (int i = 0; i < lines; i++) {
            Goods goods = Goods.CATALOGUE.get(random.nextInt(Goods.CATALOGUE.size()));
            order.line(
                    goods.code(), goods.price(), goods.fractional() ? "1.25" : String.valueOf(1 + random.nextInt(3)));
        }
        boolean paid = random.nextInt(3) == 0;
        return switch (random.nextInt(22)) {
            case 0, 1 -> bought(order.line(SCARCE, "12.34", "1"), paid);
            case 2, 3, 4, 5, 6, 7 -> bought(order, paid);
            case 8 -> unpaid(order, Expected.SOLD, edit(), Event.PAID);
            case 9 -> unpaid(order, Expected.SOLD, Event.ANOTHER_ADDRESS, edit(), Event.PAID);
            case 10 -> unpaid(order, Expected.SOLD, Event.NOW_A_FIRM, Event.PAID);
            case 11 -> unpaid(order, Expected.ISSUED, edit());
            case 12 -> unpaid(order, Expected.ISSUED);
            case 13, 14 -> unpaid(order, Expected.SOLD_BY_HAND, Event.REALISED_BY_HAND, Event.PAID);
            case 15 -> unpaid(order, Expected.SOLD_BY_HAND_AND_CANCELLED, Event.REALISED_BY_HAND, Event.CANCELLED);
            case 16 -> unpaid(order, Expected.CANCELLED, Event.CANCELLED);
            case 17 -> unpaid(order, Expected.SOLD, Event.CANCELLED, Event.ALIVE_AGAIN, edit(), Event.PAID);
            case 18 ->
                paid
                        ? unpaid(order, Expected.ISSUED, Event.CANCELLED, Event.ALIVE_AGAIN)
                        : unpaid(order, Expected.SOLD, edit(), Event.CANCELLED, Event.PAID);
            case 19 ->
                new Planned(
                        order.line(SCARCE, "12.34", "1").status(OrderLives.PAID),
                        Expected.SOLD_AND_CHANGED,
                        List.of(edit()));
            case 20 -> new Planned(order.status(OrderLives.PAID), Expected.SOLD_OR_CANCELLED, List.of(Event.CANCELLED));
            default -> { // paid or not, it can never be sold before it is cancelled
                order.line(MISSING, "5.00", "1").status(paid ? OrderLives.PAID : OrderLives.WAITING_FOR_PAYMENT);
                yield new Planned(order, Expected.CANCELLED, List.of(Event.CANCELLED));
            }
        };
    }

    private Event edit() {
        return EDITS.get(random.nextInt(EDITS.size()));
    }

    private static Planned bought(OrderBuilder order, boolean paid) {
        return paid
                ? new Planned(order.status(OrderLives.PAID), Expected.SOLD, List.of())
                : unpaid(order, Expected.SOLD, Event.PAID);
    }

    private static Planned unpaid(OrderBuilder order, Expected end, Event... events) {
        return new Planned(order.status(OrderLives.WAITING_FOR_PAYMENT), end, List.of(events));
    }

    private void buyer(OrderBuilder order) {
        int buyer = random.nextInt(buyers);
        switch (buyer % 4) {
            case 0 -> order.with("email", "gosc" + buyer + "@example.com");
            case 1 -> order.user(buyer + 1L).with("email", "klient" + buyer + "@example.com");
            case 2 ->
                order.user(buyer + 1L)
                        .with("email", "biuro" + buyer + "@example.com")
                        .firm("Firma " + buyer + " sp. z o.o.", written(nip(buyer)));
            default ->
                order.with("email", "zakupy" + random.nextInt(1000) + "@example.com")
                        .firm("Hurtownia " + buyer, written(nip(buyer)));
        }
    }

    /** A NIP has a check digit; the same buyer always has the same NIP. */
    static String nip(long buyer) {
        Random own = new Random(buyer);
        while (true) {
            StringBuilder digits = new StringBuilder();
            int sum = 0;
            for (int weight : NIP_WEIGHTS) {
                int digit = 1 + own.nextInt(9);
                digits.append(digit);
                sum += weight * digit;
            }
            if (sum % 11 < 10) {
                return digits.append(sum % 11).toString();
            }
        }
    }

    private String written(String nip) {
        return switch (random.nextInt(3)) {
            case 0 -> nip.replaceFirst("(...)(...)(..)(..)", "$1-$2-$3-$4");
            case 1 -> "PL" + nip;
            default -> nip;
        };
    }
}
