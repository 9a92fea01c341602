package pl.zmobridge.attempt;

import static pl.zmobridge.camel.SqlParameters.NONE;

import java.time.Duration;
import java.util.Optional;
import pl.zmobridge.register.Claims;
import pl.zmobridge.symfonia.ErpRefused;
import pl.zmobridge.symfonia.ErpUnavailable;

/** What an attempt knows of its writes to the ERP: whether there may be any (S6), how long one may take, and whether one is perhaps still going on (I10). */
final class WriteFacts {
    private String erp = "";
    private boolean stopped;
    private Duration timeout = Duration.ZERO;
    private boolean intended;
    private Optional<Long> aloneUntil = Optional.empty();
    private boolean failed;
    private boolean asking;

    /** @param address of the ERP */
    void goesTo(String address) {
        erp = address;
    }

    String erp() {
        return erp;
    }

    /** All writes to the ERP are stopped until a person says go on (S6). */
    void mayNotBegin() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** A write of this attempt may take so long. */
    void mayTake(Duration write) {
        timeout = write;
    }

    Duration timeout() {
        return timeout;
    }

    /** A write of this attempt is about to begin. */
    void intends() {
        intended = true;
    }

    /**
     * What this attempt has written itself is over when it gets here: it tries nothing again while a write is unanswered.
     *
     * @param unclearFor how long a write may be going on, as far as the register knows. The buyer's lease keeps its order from others, unless the
     *     order has another buyer since
     * @throws ErpUnavailable when that is the write of another attempt
     */
    void mustBeOver(Duration unclearFor) {
        if (!intended && !unclearFor.isZero()) {
            leaveAlone(unclearFor);
            throw ErpUnavailable.stillUnclear();
        }
    }

    /** Nobody may ask for so long about what was written without an answer. */
    void leaveAlone(Duration howLong) {
        aloneUntil = Optional.of(System.nanoTime() + howLong.toNanos());
    }

    boolean isUnanswered() {
        return aloneUntil.isPresent();
    }

    /** How long nobody may ask about it; zero when nothing was left without an answer. */
    Duration leftAlone() {
        return aloneUntil
                .map(until -> Duration.ofNanos(Math.max(0, until - System.nanoTime())))
                .orElse(Duration.ZERO);
    }

    /** The ERP refused what was written by what the bridge remembers: from now on it is asked first. */
    RefusedUnasked refused(ErpRefused refusal) {
        asking = true;
        return new RefusedUnasked(refusal);
    }

    /** Whether the ERP is asked for what the bridge could remember. */
    boolean isAsking() {
        return asking;
    }

    /** The ERP reported an error at what was written. */
    void failed() {
        failed = true;
    }

    boolean hasFailed() {
        return failed;
    }

    Object parameter(String name) {
        return switch (name) {
            case "erp" -> erp;
            case "writeLease" -> Claims.lease(timeout).toMillis();
            case "leftAlone" -> leftAlone().toMillis();
            case "hasIntended" -> intended;
            default -> NONE;
        };
    }
}
