package pl.zmobridge.documents;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pl.zmobridge.order.Decision;
import pl.zmobridge.order.DocumentOutcome;
import pl.zmobridge.order.OrderFacts;
import pl.zmobridge.words.Phrase;

/**
 * A rule: orders of this kind become that.
 *
 * @param line where it stands in the file
 */
public record Rule(String id, int line, Conditions when, DocumentOutcome then) {

    /** What the rule says of an order; empty when it does not fit. */
    Optional<Decision> decide(OrderFacts facts) {
        return when.unmet(facts).isPresent()
                ? Optional.empty()
                : Optional.of(new Decision(id, then, when.isAboutForeignVat(facts)));
    }

    /** What its conditions name, as the operator wrote it, by condition: {@code payment}, {@code vatRate} and so on (D3). */
    public Map<String, List<String>> named() {
        return when.named();
    }

    /** Whether it asks what the buyer ticked. */
    public boolean asksForWish() {
        return when.flags().containsKey(Flag.INVOICE_WISH);
    }

    /** Whether it compares totals whatever currency they are in. */
    public boolean comparesAnyCurrency() {
        return when.total().isPresent() && !when.lists().containsKey(Listed.CURRENCY);
    }

    /** Whether it is for consumers of other EU countries, who pay their own country's VAT (OSS, D3). */
    public boolean isOss() {
        return when.isOss();
    }

    Tried tried(OrderFacts facts) {
        return when.unmet(facts)
                .map(because -> new Tried(id, false, because))
                .orElseGet(() -> new Tried(id, true, Phrase.of(when.isAlways() ? "ALWAYS" : "FITS")));
    }

    /**
     * A rule that was asked about an order (D2).
     *
     * @param because a text of the kind {@code because}
     */
    public record Tried(String rule, boolean fits, Phrase because) {}
}
