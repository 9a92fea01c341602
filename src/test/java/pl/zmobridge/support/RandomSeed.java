package pl.zmobridge.support;

import java.util.Random;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives all random tests one seed, so that a run can be repeated: a fixed one, {@code -Dtest.seed=NUMBER}, or with
 * {@code -Dtest.seed=random} another one each time. It is printed once. jqwik finds this class by its service file.
 */
public final class RandomSeed implements AroundPropertyHook {
    private static final long USUAL = 20260101;
    private static final String RANDOM = "random";
    private static final String WISH = System.getProperty("test.seed", "");

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        if (context.attributes().seed().isEmpty()) {
            context.attributes().setSeed(Long.toString(OfThisRun.SEED));
        }
        return property.execute();
    }

    /** Whether this run wants other random tests than the last one; {@code mvn -Ptorture} does. */
    public static boolean isRandom() {
        return WISH.equals(RANDOM);
    }

    /** Drawn and printed when the first random test begins. */
    private static final class OfThisRun {
        static final long SEED = seed();

        static {
            System.out.println("Random tests: seed " + SEED + " (repeat with -Dtest.seed=" + SEED + ")");
        }

        private static long seed() {
            if (isRandom()) {
                return new Random().nextLong();
            }
            return WISH.isEmpty() ? USUAL : Long.parseLong(WISH);
        }
    }
}
