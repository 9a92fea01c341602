package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code Orders/Status} says of a ZMO: whose id it is now, and whether anything was done to it (S6, S9).
 *
 * @param number empty when the answer does not tell
 * @param status {@code DocumentStatus}: 4 new, 8 partly realised, 16 realised, 32 closed; empty when the ERP does not say
 * @param settled whether goods went out or somebody settled it by hand
 * @param paid whether a payment was settled with it
 * @param answer what the ERP said
 */
public record ZmoStatus(
        int id, String number, Optional<Integer> status, boolean settled, boolean paid, JsonNode answer) {
    private static final int NEW = 4;
    private static final int PARTIAL = 8;
    private static final int REALISED = 16;
    private static final int CLOSED = 32;

    /** What was made of it. */
    public enum Progress {
        /** Nothing, or the answer does not tell: see {@link ZmoStatus#isUntouched}. */
        OPEN,
        PARTLY,
        REALISED,
        /** Somebody has ended it by hand. */
        CLOSED
    }

    /** Empty for the answer that there is no such ZMO. */
    static Optional<ZmoStatus> read(JsonNode answer) {
        return answer.isObject()
                ? Optional.of(new ZmoStatus(
                        Wire.id(answer, "Id"),
                        Wire.text(answer, "DocumentNumber").strip(),
                        Wire.decimal(answer, "DocumentStatus").map(BigDecimal::intValue),
                        Wire.isSet(answer, "WarehouseSettled") || Wire.isSet(answer, "ManualSettled"),
                        Wire.isSet(answer, "PaymentSettled"),
                        answer))
                : Optional.empty();
    }

    /**
     * Whether it is the ZMO that the register remembers, without documents. What the ERP does not say is no yes (I7).
     *
     * @param numbers those that it may have
     */
    public boolean isAsIssued(Set<String> numbers) {
        return numbers.contains(number) && isUntouched();
    }

    /** Whether it says plainly that nothing was made of it. What it leaves out, or what its flags contradict, is no such word (S9, I7). */
    public boolean isUntouched() {
        return isNew() && !settled;
    }

    /** Whether its state is told, and is that of a new one, whatever its flags say. */
    public boolean isNew() {
        return status.filter(now -> now == NEW).isPresent();
    }

    /** Whether a person has settled it: it waits for nothing any more. */
    public boolean isSettledByHand() {
        return Wire.isSet(answer, "ManualSettled");
    }

    /** How far the ERP has come with it (S9). */
    public Progress progress() {
        int now = status.orElse(0);
        if ((now & PARTIAL) != 0) {
            return Progress.PARTLY;
        }
        if ((now & REALISED) != 0) {
            return Progress.REALISED;
        }
        return (now & CLOSED) != 0 ? Progress.CLOSED : Progress.OPEN;
    }

    /** A sentence in Polish: why the ZMO is left alone. */
    public String words(String remembered) {
        return "ZMO " + remembered + " ma w Symfonii numer „" + number + "” i stan "
                + status.map(String::valueOf).orElse("–")
                + (paid ? " z rozliczoną płatnością" : "")
                + ", więc ktoś już z nim pracował; most zostawia je takim, jakie jest.";
    }
}
