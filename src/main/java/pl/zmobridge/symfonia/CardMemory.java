package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The buyers' cards that the ERP has shown within the hour, so that it need not be asked for them again (S6). A document names such a card by its
 * code, and the ERP's answer by its id, so that together they tell whether it still is the same. Name and address are not kept.
 */
public final class CardMemory {
    private static final long FRESH = Duration.ofHours(1).toNanos();
    private static final int MOST = 10_000;

    private final LongSupplier nanoTime;
    private final Map<Key, Shown> cards = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Shown> eldest) {
            return size() > MOST;
        }
    };

    private record Key(String shop, String buyer) {}

    private record Shown(Contractor card, long at) {}

    /** @param nanoTime a clock that nobody sets */
    public CardMemory(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The buyer's card; empty when the ERP has not shown it lately. */
    public synchronized Optional<Contractor> of(String shop, String buyer) {
        return Optional.ofNullable(cards.get(new Key(shop, buyer)))
                .filter(shown -> nanoTime.getAsLong() - shown.at() < FRESH)
                .map(Shown::card);
    }

    /** The ERP has just shown the buyer's card. One that it does not sell to, or that has no code, is asked for each time. */
    public synchronized void shown(String shop, String buyer, Contractor card) {
        forget(shop, buyer);
        if (card.active() && !card.code().isBlank()) {
            cards.put(new Key(shop, buyer), new Shown(nameless(card), nanoTime.getAsLong()));
        }
    }

    public synchronized void forget(String shop, String buyer) {
        cards.remove(new Key(shop, buyer));
    }

    private static Contractor nameless(Contractor card) {
        return new Contractor(
                card.id(), card.code(), "", card.nip(), true, card.defaultForm(), MissingNode.getInstance());
    }
}
