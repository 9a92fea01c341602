package pl.zmobridge.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pl.zmobridge.sim.Goods;
import pl.zmobridge.sim.OrderBuilder;

/**
 * Orders as they come to a busy shop: guests, accounts and firms, most of whom order more than once, some paid when they come
 * in, most later, some never, some cancelled; some of goods that the ERP runs out of.
 */
final class Workload {
    /** Goods that run out for a while, so that realisations wait. */
    static final String SCARCE = "RZADKI-1";
    /** Goods that are not there until their orders have been cancelled. */
    static final String MISSING = "BRAK-1";

    private static final int PAID = 3;
    private static final int WAITING_FOR_PAYMENT = 5;
    private static final int[] NIP_WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};

    private final Random random;
    private final int buyers;

    /**
     * @param paidAtOnce whether it comes in paid
     * @param cancelled whether it is cancelled later
     */
    record Planned(OrderBuilder order, Expected end, boolean paidAtOnce, boolean cancelled) {}

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
        int kind = random.nextInt(20);
        OrderBuilder order = new OrderBuilder();
        buyer(order);
        order.payment(random.nextBoolean() ? 1 : 18)
                .shipping(random.nextBoolean() ? 1 : 2, random.nextBoolean() ? "19.99" : "0.00");
        int lines = 1 + random.nextInt(3);
        for (int i = 0; i < lines; i++) {
            Goods goods = Goods.CATALOGUE.get(random.nextInt(Goods.CATALOGUE.size()));
            order.line(
                    goods.code(), goods.price(), goods.fractional() ? "1.25" : String.valueOf(1 + random.nextInt(3)));
        }
        if (kind < 3) {
            order.line(SCARCE, "12.34", "1");
        }
        if (kind == 19) { // paid or not, it can never be sold before it is cancelled
            order.line(MISSING, "5.00", "1");
            boolean paid = random.nextBoolean();
            return new Planned(order.status(paid ? PAID : WAITING_FOR_PAYMENT), Expected.CANCELLED, paid, true);
        }
        if (kind == 18) {
            return new Planned(order.status(WAITING_FOR_PAYMENT), Expected.ISSUED, false, false);
        }
        boolean paid = random.nextInt(3) == 0;
        return new Planned(order.status(paid ? PAID : WAITING_FOR_PAYMENT), Expected.SOLD, paid, false);
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
    private static String nip(int buyer) {
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
