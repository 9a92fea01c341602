package pl.zmobridge.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * PLN for one unit of a currency (W1).
 *
 * @param rate greater than zero, exact, without zeros at its end
 * @param date of the table or list that it stands in
 * @param source for people: {@code NBP 191/A/NBP/2026}
 */
public record CurrencyRate(String currency, BigDecimal rate, LocalDate date, String source) {
    /** The home currency, whatever the shop's default currency is (W1). */
    public static final String HOME = "PLN";

    /** What the register keeps of a rate. */
    private static final int DECIMALS = 10;

    public CurrencyRate {
        rate = kept(rate);
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("No rate: " + rate);
        }
    }

    /** Empty when the number can be no rate. */
    public static Optional<CurrencyRate> of(String currency, BigDecimal rate, LocalDate date, String source) {
        return kept(rate).signum() > 0 ? Optional.of(new CurrencyRate(currency, rate, date, source)) : Optional.empty();
    }

    /** W1: a list that somebody keeps by hand has 1 where nobody entered a rate. */
    public static boolean isEntered(BigDecimal rate) {
        return rate.signum() > 0 && rate.compareTo(BigDecimal.ONE) != 0;
    }

    public static boolean isHome(String currency) {
        return HOME.equalsIgnoreCase(currency);
    }

    private static BigDecimal kept(BigDecimal rate) {
        BigDecimal exact = rate.scale() > DECIMALS ? rate.setScale(DECIMALS, RoundingMode.HALF_UP) : rate;
        BigDecimal stripped = exact.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
