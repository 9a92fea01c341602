package pl.zmobridge.order;

/**
 * What a rule makes of an order (D1). Blank texts mean that the operator's general keys decide.
 *
 * @param reason why an order gets no document, or waits for a person
 * @param type of the ZMO
 * @param series of the ZMO
 * @param paymentRegistry its code
 * @param description a template; the marker goes before it
 * @param note a template
 */
public record DocumentOutcome(
        Kind kind,
        String reason,
        String type,
        String series,
        String department,
        String paymentRegistry,
        String marker,
        String documentKind,
        String catalogue,
        boolean buffer,
        Realise realise,
        String description,
        String note,
        Ksef ksef) {

    /** What the order becomes. */
    public enum Kind {
        INVOICE,
        RECEIPT,
        /** No document: somebody else issues it. */
        NONE,
        /** A person decides. */
        HOLD
    }

    /** What a ZMO becomes when it is realised. */
    public enum Realise {
        FV,
        WZ,
        FV_WZ,
        NOTHING
    }

    /** Whether its document goes to KSeF. */
    public enum Ksef {
        REQUIRED,
        NEVER,
        OPTIONAL,
        /** The rule does not say: its buyer decides. No card has it. */
        UNSAID
    }

    /** The same with this word about KSeF. */
    DocumentOutcome with(Ksef said) {
        return new DocumentOutcome(
                kind,
                reason,
                type,
                series,
                department,
                paymentRegistry,
                marker,
                documentKind,
                catalogue,
                buffer,
                realise,
                description,
                note,
                said);
    }

    /** Of this kind, all else as the operator's general keys say. */
    public static DocumentOutcome of(Kind kind) {
        return new DocumentOutcome(kind, "", "", "", "", "", "", "", "", false, Realise.FV, "", "", Ksef.OPTIONAL);
    }
}
