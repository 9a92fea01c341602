package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The ERP's VAT rates, remembered for a while as {@link PaymentDictionary} remembers its payment forms (V1). */
public final class VatDictionary {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final VatSettings settings;
    private final InstantSource clock;
    private final AtomicReference<Known> known;
    private volatile Read read = new Read(Known.NOTHING, new Vat.Card());

    /** What the ERP has told. */
    private record Known(JsonNode rates, Instant at) {
        private static final Known NOTHING = new Known(null, Instant.MIN);
    }

    /** The same with the operator's table. */
    private record Read(Known from, Vat vat) {}

    public VatDictionary(VatSettings settings, InstantSource clock) {
        this(settings, clock, new AtomicReference<>(Known.NOTHING));
    }

    private VatDictionary(VatSettings settings, InstantSource clock, AtomicReference<Known> known) {
        this.settings = settings;
        this.clock = clock;
        this.known = known;
    }

    /** The same rates of the ERP with another table of the operator's. */
    public VatDictionary with(VatSettings others) {
        return new VatDictionary(others, clock, known);
    }

    /** Whether the ERP must be asked for its rates; never when the products' cards decide. */
    public boolean isStale() {
        Instant at = known.get().at();
        return settings.ofShop() && (at.equals(Instant.MIN) || at.plus(FRESH).isBefore(clock.instant()));
    }

    /** Whether the ERP has told its rates, or need not. */
    public boolean isKnown() {
        return !settings.ofShop() || known.get() != Known.NOTHING;
    }

    /** Takes over the answer of {@code GET VatRates}. */
    public void accept(JsonNode answer) {
        Known told = new Known(answer, clock.instant());
        read = read(told); // an answer that cannot be read changes nothing
        known.set(told);
    }

    /** How positions are sent. */
    public Vat vat() {
        Known told = known.get();
        if (read.from() != told) {
            read = read(told);
        }
        return read.vat();
    }

    private Read read(Known told) {
        return new Read(told, new Vat.Shop(VatRates.read(told.rates(), settings.table())));
    }
}
