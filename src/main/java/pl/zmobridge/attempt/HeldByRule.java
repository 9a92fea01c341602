package pl.zmobridge.attempt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.OrderCard.Stage;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.register.RegisteredOrder.LastFailure;

/** A rule holds the order until a person has decided (H4, S10); the message says why. */
public final class HeldByRule extends RuntimeException implements Failing {
    private final String hold;

    private HeldByRule(List<String> reasons, String hold) {
        super(String.join("\n", reasons));
        this.hold = hold;
    }

    /**
     * A person who tries the step again has seen the reasons and lets the order pass: as it was then, and for as long as the step takes.
     *
     * @throws HeldByRule when the order must wait before this step
     */
    static void check(Attempt attempt, Stage before) {
        check(attempt, before, List.of());
    }

    /** The same before a ZMO is brought up to date: the message says what to do with it. */
    static void checkWithZmo(Attempt attempt) {
        RegisteredOrder registered = attempt.registered();
        String zmo = registered.erpNumber().isEmpty() ? registered.number() : registered.erpNumber();
        String advice = "ZMO " + zmo
                + " jest już w Symfonii. Jeśli nie ma być sprzedane, usuń je w Symfonii i odrzuć ten wpis;"
                + " jeśli ma być sprzedane, zostaw je i ponów.";
        check(attempt, Stage.IMPORT, List.of(advice));
    }

    private static void check(Attempt attempt, Stage before, List<String> advice) {
        OrderCard card = attempt.registered().card();
        List<String> reasons = card.heldBefore(before);
        if (reasons.isEmpty()) {
            return;
        }
        String hold = hold(card, reasons);
        boolean passed = attempt.registered()
                .lastFailure() // of this step: nobody confirms what he has not been told
                .map(LastFailure::passedHold)
                .filter(hold::equals)
                .isPresent();
        if (!passed) {
            throw new HeldByRule(
                    Stream.concat(reasons.stream(), advice.stream()).toList(), hold);
        }
    }

    /** What a person lets pass: these reasons, of this rule, for this card; its status, warnings and rate may change. */
    private static String hold(OrderCard card, List<String> reasons) {
        String seen = Stream.of(
                        reasons,
                        card.decision(),
                        card.document(),
                        card.total(),
                        card.currency(),
                        card.contractor(),
                        card.recipient(),
                        card.lines(),
                        card.deliveryForm(),
                        card.paymentForm(),
                        card.notes())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(seen.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }

    /** One sum of what holds it; another one once the order or the rule is another. */
    String hold() {
        return hold;
    }

    @Override
    public Failure failure() {
        return Failure.of(Cause.HELD_BY_RULE).quoting(getMessage());
    }
}
