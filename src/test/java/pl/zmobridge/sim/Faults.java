package pl.zmobridge.sim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The faults a simulator is under. The first rule that strikes a request decides about it. Safe for many threads. */
public final class Faults {
    private final List<Rule> rules = new ArrayList<>();
    private final Map<FaultKind, Integer> strikes = new EnumMap<>(FaultKind.class);
    private Random random = new Random(1);

    public synchronized Faults add(Fault fault) {
        rules.add(new Rule(fault));
        return this;
    }

    /** Ends every fault; the counters stay. */
    public synchronized void clear() {
        rules.clear();
    }

    /** Makes chance repeatable. */
    public synchronized Faults seed(long seed) {
        random = new Random(seed);
        return this;
    }

    public synchronized int strikes() {
        return strikes.values().stream().mapToInt(Integer::intValue).sum();
    }

    public synchronized int strikes(FaultKind kind) {
        return strikes.getOrDefault(kind, 0);
    }

    synchronized Map<FaultKind, Integer> strikesByKind() {
        return new EnumMap<>(strikes);
    }

    synchronized Optional<Fault> strike(SimRequest request) {
        for (Rule rule : rules) {
            if (rule.strikes(request, random)) {
                strikes.merge(rule.fault.kind(), 1, Integer::sum);
                return Optional.of(rule.fault);
            }
        }
        return Optional.empty();
    }

    private static final class Rule {
        private final Fault fault;
        private int skipped;
        private int struck;

        Rule(Fault fault) {
            this.fault = fault;
        }

        boolean strikes(SimRequest request, Random random) {
            if (struck >= fault.times() || !fault.when().test(request)) {
                return false;
            }
            if (skipped < fault.skip()) {
                skipped++;
                return false;
            }
            if (fault.probability() < 1.0 && random.nextDouble() >= fault.probability()) {
                return false;
            }
            struck++;
            return true;
        }
    }
}
