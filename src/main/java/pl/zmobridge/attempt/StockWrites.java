package pl.zmobridge.attempt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.stock.StockChange;

/** What a comparison has still to write, a few variants at a time, and what became of it. */
final class StockWrites {
    /** So few are written after one look: what is ordered between the look and the write, a write cannot see. */
    private static final int PIECE = 10;
    /** When a shop has not taken so many, it takes none. */
    private static final int MOST_REFUSED = 50;

    private final Deque<StockChange> open = new ArrayDeque<>();
    private final Deque<StockChange> piece = new ArrayDeque<>();
    private final List<Map<String, Object>> refused = new ArrayList<>();
    private Optional<StockChange> writing = Optional.empty();
    private int changed;
    private int withheld;

    void plan(List<StockChange> changes) {
        open.addAll(changes);
    }

    boolean isMore() {
        return !open.isEmpty();
    }

    /** The next few variants. */
    List<Long> takePiece() {
        List<Long> ids = new ArrayList<>();
        while (!open.isEmpty() && ids.size() < PIECE) {
            ids.add(open.removeFirst().id());
        }
        return ids;
    }

    /** @param mayRaise whether the shop may sell more of a variant than before */
    void decide(Collection<StockChange> changes, boolean mayRaise) {
        for (StockChange change : changes) {
            if (change.raises() && !mayRaise) {
                withheld++;
            } else {
                piece.add(change);
            }
        }
    }

    boolean isPiece() {
        return !piece.isEmpty();
    }

    StockChange next() {
        writing = Optional.of(piece.removeFirst());
        return writing.get();
    }

    StockChange written() {
        changed++;
        return writing.orElseThrow();
    }

    /** @throws StockStop when it is not the first, nor one of a few */
    void refuses(Failure words) {
        refused.add(Map.of("code", writing.orElseThrow().code(), "failure", words));
        if (refused.size() >= MOST_REFUSED) {
            throw StockStop.refused(refused.size(), words);
        }
    }

    void end() {
        open.clear();
        piece.clear();
    }

    int changed() {
        return changed;
    }

    int withheld() {
        return withheld;
    }

    List<Map<String, Object>> refused() {
        return refused;
    }
}
