package pl.zmobridge.monitoring;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.FailedSystem;
import pl.zmobridge.failure.Failure;

/** What is known of each system: when it answered last, whether it is away and since when, and whether that must be told again. */
final class Systems {
    private final Map<Named, Outage> away = new HashMap<>();
    private final Map<Named, Instant> answered = new HashMap<>();

    /** @param of the shop's id, the ERP's address; empty for the database */
    record Named(FailedSystem kind, String of) {}

    /** What shows that a system is there, from the weakest on. An outage ends with what could not be while it began. */
    enum Proof {
        /** It answered. */
        ANSWER,
        /** It answered a call that took a session or a token. */
        SIGNED_IN,
        /** What work asked of it went through. */
        WORK;

        private static final Set<String> SILENCE = Set.of("NO_ADDRESS", "NO_CONNECTION", "NO_ANSWER", "BROKEN");

        /** What shows that a system is there again which work met like this. */
        static Proof ofWork(Failure failure) {
            if (SILENCE.contains(failure.arguments().getOrDefault("how", ""))) {
                return ANSWER;
            }
            return failure.cause() == Cause.ERP_AWAY || failure.cause() == Cause.ERP_KEY_UNKNOWN ? SIGNED_IN : WORK;
        }

        /**
         * The same after a single call.
         *
         * @param signedIn whether it took a session or a token
         */
        static Proof ofCall(Failure failure, boolean signedIn) {
            return signedIn && ofWork(failure) != ANSWER ? SIGNED_IN : ANSWER;
        }
    }

    /** A call that was sent then had no answer. It counts unless the system has answered another one since. */
    synchronized void unheard(Named system, Instant sent, Proof endsWith, Instant now) {
        Instant last = answered.get(system);
        boolean since = last != null && last.isAfter(sent) && !last.isAfter(now); // the clock may have been set back
        if (!since) {
            noted(system, endsWith, now);
        }
    }

    /** It is away; what is returned must be told now. */
    synchronized Optional<Outage> away(Named system, Proof endsWith, Instant now) {
        Outage known = noted(system, endsWith, now);
        if (!known.mustBeTold(now)) {
            return Optional.empty();
        }
        away.put(system, known.toldAt(now));
        return Optional.of(known);
    }

    private Outage noted(Named system, Proof endsWith, Instant now) {
        return away.compute(
                system, (name, known) -> known == null ? Outage.begins(endsWith, now) : known.lasts(endsWith, now));
    }

    /** It answered; returns the outage that is over with it, if the log had told of it. */
    synchronized Optional<Outage> answers(Named system, Proof proof, Instant now) {
        answered.put(system, now);
        Outage known = away.get(system);
        if (known == null || proof.compareTo(known.endsWith()) < 0) {
            return Optional.empty();
        }
        away.remove(system);
        return Optional.of(known).filter(outage -> outage.told().isPresent());
    }

    /** Empty while it is not away. */
    synchronized Optional<Outage> outage(Named system) {
        return Optional.ofNullable(away.get(system));
    }

    /** Since when it is away; empty while it is not. */
    Optional<Instant> awaySince(Named system) {
        return outage(system).map(Outage::since);
    }

    /** When it last answered; empty when it has not since the start. */
    synchronized Optional<Instant> answeredAt(Named system) {
        return Optional.ofNullable(answered.get(system));
    }
}
