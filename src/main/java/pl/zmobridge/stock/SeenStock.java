package pl.zmobridge.stock;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was last seen of a shop's variants. They are read in rounds, by id; once a round has ended, a comparison needs a part of the next one only,
 * because what it would write it looks at once more.
 */
public final class SeenStock {
    private final NavigableMap<Long, ShopStock> variants = new TreeMap<>();
    private long last;
    private boolean whole;
    private long tried;

    /** Whether every variant was seen since the last {@link #forget}. */
    public synchronized boolean isWhole() {
        return whole;
    }

    /** The round has come to this id. */
    public synchronized long last() {
        return last;
    }

    /** Nothing that was seen counts any more. */
    public synchronized void forget() {
        variants.clear();
        last = 0;
        whole = false;
    }

    /**
     * The next ones of the round; what was seen between them before is gone.
     *
     * @param upTo the highest id that was read
     * @param isEnd whether none follows
     */
    public synchronized void next(Collection<ShopStock> read, long upTo, boolean isEnd) {
        (isEnd ? variants.tailMap(last, false) : variants.subMap(last, false, upTo, true)).clear();
        read.forEach(each -> variants.put(each.id(), each));
        last = isEnd ? 0 : upTo;
        whole |= isEnd;
    }

    /** This is how it stands now. */
    public synchronized void put(ShopStock now) {
        variants.computeIfPresent(now.id(), (id, before) -> now);
    }

    /** The variant of this id is about to be written. */
    public synchronized void tries(long id) {
        tried = id;
    }

    /** The changes after the one that was tried last go first: those that a shop never takes must not keep the others waiting. */
    public synchronized List<StockChange> inTurn(List<StockChange> changes) {
        return Stream.concat(
                        changes.stream().filter(change -> change.id() > tried),
                        changes.stream().filter(change -> change.id() <= tried))
                .toList();
    }

    public synchronized int size() {
        return variants.size();
    }

    public synchronized List<ShopStock> all() {
        return List.copyOf(variants.values());
    }
}
