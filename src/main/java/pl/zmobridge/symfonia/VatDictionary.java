package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The ERP's VAT rates, remembered for a while as {@link PaymentDictionary} remembers its payment forms (V1). */
public final class VatDictionary {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final VatSettings settings;
    private final InstantSource clock;
    private volatile Vat known = new Vat.Card();
    private volatile Instant at = Instant.MIN;

    public VatDictionary(VatSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the ERP must be asked for its rates; never when the products' cards decide. */
    public boolean isStale() {
        return settings.ofShop() && (at.equals(Instant.MIN) || at.plus(FRESH).isBefore(clock.instant()));
    }

    /** Whether the ERP has told its rates, or need not. */
    public boolean isKnown() {
        return !settings.ofShop() || !at.equals(Instant.MIN);
    }

    /** Takes over the answer of {@code GET VatRates}. */
    public void accept(JsonNode answer) {
        known = new Vat.Shop(VatRates.read(answer, settings.table()));
        at = clock.instant();
    }

    /** How positions are sent. */
    public Vat vat() {
        return known;
    }
}
