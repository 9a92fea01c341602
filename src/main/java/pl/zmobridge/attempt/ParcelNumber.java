package pl.zmobridge.attempt;

import java.util.Optional;
import java.util.regex.Pattern;
import pl.zmobridge.attempt.Parcel.Taken;

/** What a tracking number looks like. */
final class ParcelNumber {
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ./_+-]{0,63}");
    private static final Pattern ROUNDED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+?\\d+");

    private ParcelNumber() {}

    /** What is wrong with it; empty for nothing. */
    static Optional<Taken> fault(String number) {
        if (number.isEmpty()) {
            return Optional.of(Taken.NO_NUMBER);
        }
        if (ROUNDED.matcher(number).matches()) {
            return Optional.of(Taken.ROUNDED_NUMBER);
        }
        return NUMBER.matcher(number).matches() ? Optional.empty() : Optional.of(Taken.BAD_NUMBER);
    }
}
