package pl.zmobridge.torture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import pl.zmobridge.sim.ShoperSim;
import pl.zmobridge.sim.SymfoniaSim;

/** What happens to the orders in the shop and by hand in the ERP, one thing after another, at moments that chance draws. */
final class OrderLives {
    static final int PAID = 3;
    static final int WAITING_FOR_PAYMENT = 5;
    static final int CANCELLED = 8;

    enum Event {
        PAID,
        CANCELLED,
        ALIVE_AGAIN,
        LINE_ADDED,
        LINE_DEARER,
        LINE_REMOVED,
        ANOTHER_ADDRESS,
        /** Another kind of document (H4), for another buyer. */
        NOW_A_FIRM,
        /** As soon as the ERP has its ZMO. */
        REALISED_BY_HAND
    }

    private final ShoperSim shop;
    private final SymfoniaSim erp;
    private final Random random;
    private final Map<Long, Expected> expected = new TreeMap<>();
    private final Map<Long, Deque<Event>> toCome = new TreeMap<>();
    private final Map<Event, Integer> happened = new EnumMap<>(Event.class);

    OrderLives(ShoperSim shop, SymfoniaSim erp, Random random) {
        this.shop = shop;
        this.erp = erp;
        this.random = random;
    }

    void begin(Workload.Planned planned) {
        long id = shop.addOrder(planned.order());
        expected.put(id, planned.end());
        toCome.put(id, new ArrayDeque<>(planned.events()));
    }

    /** @param chance of each order that its next event happens now, if it can */
    void goOn(double chance) {
        for (Iterator<Map.Entry<Long, Deque<Event>>> lives = toCome.entrySet().iterator(); lives.hasNext(); ) {
            Map.Entry<Long, Deque<Event>> life = lives.next();
            if (life.getValue().isEmpty()) {
                lives.remove();
            } else if (random.nextDouble() < chance
                    && happens(life.getKey(), life.getValue().peek())) {
                happened.merge(life.getValue().remove(), 1, Integer::sum);
            }
        }
    }

    boolean areOver() {
        return toCome.isEmpty();
    }

    Map<Long, Expected> expected() {
        return expected;
    }

    Map<Event, Integer> happened() {
        return happened;
    }

    private boolean happens(long id, Event event) {
        switch (event) {
            case PAID -> shop.setStatus(id, PAID);
            case CANCELLED -> shop.setStatus(id, CANCELLED);
            case ALIVE_AGAIN -> shop.setStatus(id, WAITING_FOR_PAYMENT);
            case LINE_ADDED -> shop.desk().addLine(id, "KUB-300", "30.00", "2");
            case LINE_DEARER -> shop.desk().line(id, 0, "price", "77.77");
            case LINE_REMOVED -> shop.desk().removeLine(id, 0);
            case ANOTHER_ADDRESS ->
                shop.desk().delivery(id, "street1", "Długa 7", "postcode", "80-001", "city", "Gdańsk");
            case NOW_A_FIRM -> shop.desk().firm(id, "Firma później " + id, Workload.nip(1_000_000 + id));
            case REALISED_BY_HAND -> {
                Optional<ObjectNode> zmo = erp.order("SH/" + id);
                zmo.ifPresent(each -> erp.desk().realiseByHand(each.get("Id").asLong()));
                return zmo.isPresent();
            }
        }
        return true;
    }
}
