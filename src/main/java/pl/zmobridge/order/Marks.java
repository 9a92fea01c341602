package pl.zmobridge.order;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.zmobridge.order.ShopOrder.Combined;

/**
 * What the shop's row said of an order that no document shows, and for which it is held (H4, S10).
 *
 * @param known whether it was noted; a card of an earlier version tells it only in its sentences
 * @param joined the orders that the shop made one of, the parent first ({@code 116 + 117}); empty for one by itself
 * @param doubtfulNip what was typed for the buyer's tax id and is none; empty when nothing such was
 */
public record Marks(boolean known, String joined, String doubtfulNip) {
    public static final Marks UNKNOWN = new Marks(false, "", "");

    /** What the row says now. */
    static Marks of(ShopOrder row) {
        return new Marks(true, joined(row), doubtfulNip(row));
    }

    /** What the row said when the card was made; what a card does not know is as the row is now. */
    static Marks of(OrderCard card, ShopOrder row) {
        Marks then = card.source().marks();
        if (then.known()) {
            return then;
        }
        Marks now = of(row);
        return card.source().equals(OrderCard.Source.UNKNOWN)
                ? now
                : new Marks(
                        true,
                        JoinedOrders.isToldBy(card, row) ? now.joined() : "",
                        card.warnings().contains(Nip.taken(now.doubtfulNip())) ? now.doubtfulNip() : "");
    }

    private static String joined(ShopOrder row) {
        Combined combined = row.combined();
        if (combined.equals(Combined.NONE)) {
            return "";
        }
        return Stream.of(
                        combined.parent().stream(),
                        Stream.of(row.id()),
                        combined.children().stream().sorted())
                .flatMap(ids -> ids)
                .map(String::valueOf)
                .collect(Collectors.joining(" + "));
    }

    private static String doubtfulNip(ShopOrder row) {
        return Parties.contractorAddress(row)
                .filter(address -> Nip.read(address).isDoubtful())
                .map(address -> Texts.clean(address.nip()))
                .orElse("");
    }
}
