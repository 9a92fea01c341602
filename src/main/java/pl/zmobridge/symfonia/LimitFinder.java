package pl.zmobridge.symfonia;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds how many calls at once an ERP is best given, by how long they take: of <i>n</i> calls at once that each take <i>r</i> times as long as
 * one that has the ERP to itself, <i>n (1 - 1/r)</i> only wait in the ERP's own queue. One that waits keeps the ERP busy; more are of no
 * use. An ERP that says that it has too much, or falls silent, is given half. Nothing but speed depends on the number.
 */
final class LimitFinder {
    private static final long MINUTE = 60_000_000_000L;
    private static final long SHORTEST_REST = 10 * MINUTE;
    private static final long LONGEST_REST = 240 * MINUTE;
    /** Calls alone that are enough to know how long each kind takes, once those of a cold start are forgotten. */
    private static final int FIRST_LOOK = 72;

    private static final int LOOK = 20;
    private static final double WAITED = 0.25;
    private static final double FASTER = 0.7;

    private final int most;
    private final Map<String, Alone> alone = new HashMap<>();
    private int limit = 1;
    private int generation;
    private int ceiling;
    private long ceilingEnds;
    private long rest = SHORTEST_REST;
    private int steady;
    private boolean answers;
    private Window window = new Window();

    /** What the last calls of one kind took that had the ERP to themselves. */
    private static final class Alone {
        private static final int REMEMBERED = 15;
        private final double[] last = new double[REMEMBERED];
        private int known;

        void add(double nanos) {
            last[known++ % REMEMBERED] = nanos;
        }

        /** The middle one: a single call may take any time. */
        double nanos() {
            double[] sorted = Arrays.copyOf(last, Math.min(known, REMEMBERED));
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }

        void shorten(double to) {
            for (int i = 0; i < REMEMBERED; i++) {
                last[i] *= to;
            }
        }
    }

    /** The calls since the limit was last looked at. */
    private static final class Window {
        private int waited;
        private double atOnce;
        private final List<Double> slower = new ArrayList<>();

        void add(Ended call, double times) {
            waited += call.waited() ? 1 : 0;
            atOnce += call.atOnce();
            slower.add(times);
        }

        int calls() {
            return slower.size();
        }

        double slower() {
            return slower.stream().sorted().skip(calls() / 2).findFirst().orElse(1.0);
        }

        double queue() {
            return atOnce / calls() * (1 - 1 / slower());
        }

        boolean isShortOfPlaces() {
            return waited >= WAITED * calls();
        }
    }

    /**
     * A call that has ended.
     *
     * @param kind what it asked; calls of one kind take equally long
     * @param generation of the limit when it began
     * @param atOnce how many calls were under way when it began, itself included
     * @param waited whether it had to wait for its place
     * @param alone whether there was no other while it lasted
     */
    record Ended(String kind, int generation, int atOnce, boolean waited, boolean alone, long nanos) {}

    LimitFinder(int most) {
        this.most = most;
        this.ceiling = most;
    }

    int limit() {
        return limit;
    }

    /** Changes with the limit. */
    int generation() {
        return generation;
    }

    /** How many looks in a row have left the limit as it is. */
    int steady() {
        return steady;
    }

    /** The ERP has done what it was asked. */
    void answered(Ended call, long now) {
        answers = true;
        if (call.alone()) {
            alone.computeIfAbsent(call.kind(), kind -> new Alone()).add(call.nanos());
        }
        if (call.generation() != generation || !alone.containsKey(call.kind())) {
            return;
        }
        window.add(call, call.nanos() / alone.get(call.kind()).nanos());
        if (window.calls() >= (generation == 0 ? FIRST_LOOK : Math.max(LOOK, 4 * limit))) {
            look(now);
        }
    }

    private void look(long now) {
        double slower = window.slower();
        if (slower < FASTER) { // no call is faster than one alone: what is known is of a slower time
            alone.values().forEach(known -> known.shorten(slower));
        }
        double queue = window.queue();
        int target = limit;
        if (queue > Math.max(1.7, 0.4 * limit)) {
            target = limit - Math.max(1, (int) (queue / 2));
        } else if (queue < Math.max(0.7, 0.25 * limit) && window.isShortOfPlaces()) {
            target = limit + 1;
        }
        if (now - ceilingEnds >= 0) {
            if (limit > ceiling + 1) {
                rest = SHORTEST_REST; // what was too much once is not any more
            }
        } else {
            target = Math.min(target, ceiling);
        }
        change(target);
    }

    private void change(int target) {
        int next = Math.max(1, Math.min(target, most));
        steady = next == limit ? steady + 1 : 0;
        generation += next == limit ? 0 : 1;
        limit = next;
        window = new Window();
    }

    /** The ERP has refused a call because it has too much to do, or fell silent. */
    void overloaded(int begunIn, long now) {
        if (begunIn != generation || limit == 1) {
            return; // one overload is one, however many calls meet it
        }
        if (answers) { // it is there, and this is too much for it
            boolean again = ceilingEnds != 0 && limit > ceiling;
            rest = again ? Math.min(2 * rest, LONGEST_REST) : rest;
            ceiling = limit - 1;
            ceilingEnds = now + rest;
        }
        answers = false;
        change(limit / 2);
    }
}
