package pl.zmobridge.order;

import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.zmobridge.order.OrderCard.Party;
import pl.zmobridge.order.ShopChange.What;

/**
 * S2 and S7: what differs between a card and a fresh row of the same order. The row comes without lines, from a list that is
 * read anyway; a change of the lines alone shows in the sum or in the number of products.
 */
public final class ShopChanges {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private ShopChanges() {}

    /**
     * What changed in the shop since the card was made; empty when nothing did.
     *
     * @param row the order as it is now, with or without its lines
     */
    public static List<ShopChange> between(OrderCard card, ShopOrder row) {
        List<ShopChange> changes = new ArrayList<>();
        Marks then = Marks.of(card, row);
        Marks today = Marks.of(row);
        amount(changes, What.SUM, card.total(), row.sum());
        text(changes, What.CURRENCY, card.currency(), Texts.clean(row.currency()));
        Parties.of(row, new Findings(row.id()))
                .ifPresentOrElse(
                        now -> {
                            text(changes, What.BUYER, words(card.contractor()), words(now.contractor()));
                            text(
                                    changes,
                                    What.NIP,
                                    card.contractor().nip() + then.doubtfulNip(), // never both
                                    now.contractor().nip() + today.doubtfulNip());
                            text(
                                    changes,
                                    What.RECIPIENT,
                                    recipient(card.recipient(), card.contractor()),
                                    recipient(now.recipient(), now.contractor()));
                        },
                        () -> changes.add(new ShopChange(What.BUYER, words(card.contractor()), "")));
        named(
                changes,
                What.DELIVERY,
                new Named(card.source().shippingId(), card.deliveryForm()),
                new Named(row.shippingId(), Texts.exact(row.deliveryName())));
        shipment(changes, card, row);
        amount(changes, What.DELIVERY_COST, deliveryCost(card), row.deliveryCost());
        named(
                changes,
                What.PAYMENT,
                new Named(card.source().paymentId(), card.paymentForm()),
                new Named(row.paymentId(), Texts.exact(row.paymentName())));
        count(changes, card.source().productCount(), row.productCount());
        if (!card.source().equals(OrderCard.Source.UNKNOWN)) {
            text(changes, What.VAT_EU, yes(card.source().vatEu()), yes(row.vatEu()));
            deliveryTax(changes, card, row);
        }
        text(changes, What.JOINED, then.joined(), today.joined());
        text(changes, What.NOTES, card.notes(), Texts.cleanLines(row.notes()));
        return List.copyOf(changes);
    }

    /**
     * S2: the row, as far as {@link #between} compares it, in 64 characters: two rows with one digest do not differ, so that the card
     * need not be read to know it.
     */
    public static String digest(ShopOrder row) {
        return RowDigest.of(row);
    }

    /**
     * S7: whether the row is another order that got the same id, as after a restore of the shop: another buyer, and another
     * date or sum. A buyer who only corrects his data keeps his e-mail address, NIP or name.
     */
    public static boolean isAnotherOrder(OrderCard card, ShopOrder row) {
        boolean sameMoment = card.placedAt().toInstant().equals(row.placedAt().toInstant());
        boolean sameSum = card.total().compareTo(row.sum()) == 0;
        return !(sameMoment && sameSum)
                && contractor(row)
                        .filter(party -> isSameBuyer(card.contractor(), party))
                        .isEmpty();
    }

    /**
     * The same by what little is at hand without the card.
     *
     * @param buyer the contractor's name
     */
    public static boolean isOfAnotherBuyer(String buyer, ShopOrder row) {
        return !buyer.isEmpty()
                && contractor(row)
                        .filter(now -> !folded(now.name()).startsWith(folded(buyer)))
                        .isPresent();
    }

    /**
     * S7: a sentence in Polish that names both orders.
     *
     * @param buyer the name of the known order's buyer
     */
    public static String anotherOrder(String buyer, ZonedDateTime placedAt, BigDecimal total, ShopOrder now) {
        String other = contractor(now).map(Party::name).orElse("");
        return "Pod numerem " + now.id() + " sklep ma teraz inne zamówienie ("
                + described(other, now.placedAt(), now.sum()) + ") niż to, które zna most ("
                + described(buyer, placedAt, total) + "); niczego nie sprzedano.";
    }

    private static String described(String buyer, ZonedDateTime placedAt, BigDecimal total) {
        return buyer + ", " + TIME.format(placedAt) + ", " + total.toPlainString();
    }

    /** Who buys by the row (P1); empty when it does not say. */
    public static Optional<Party> contractor(ShopOrder row) {
        return Parties.of(row, new Findings(row.id())).map(Parties::contractor);
    }

    private static boolean isSameBuyer(Party then, Party now) {
        return same(then.email(), now.email())
                || Nip.isSame(then.nip(), now.nip())
                || same(then.firstName() + then.lastName(), now.firstName() + now.lastName())
                || same(then.company(), now.company());
    }

    private static boolean same(String one, String other) {
        return !folded(one).isEmpty() && folded(one).equals(folded(other));
    }

    /** A card of an earlier version does not tell. */
    private static void shipment(List<ShopChange> changes, OrderCard card, ShopOrder row) {
        if (card.shipment().known()) {
            text(changes, What.SHIPMENT, card.shipment().words(), row.shipment().words());
            text(changes, What.TICKED, card.shipment().ticked(), row.shipment().ticked());
            text(
                    changes,
                    What.FILLED_IN,
                    card.shipment().filledIn(),
                    row.shipment().filledIn());
        }
    }

    private static void deliveryTax(List<ShopChange> changes, OrderCard card, ShopOrder row) {
        card.lines().stream()
                .filter(OrderCard.Line::delivery)
                .findFirst()
                .ifPresent(delivery -> text(
                        changes,
                        What.DELIVERY_TAX,
                        RowDigest.tax(delivery.tax(), delivery.taxValue()),
                        // a card of an earlier version does not tell the value
                        RowDigest.tax(row.deliveryTax(), delivery.taxValue().isEmpty() ? "" : row.deliveryTaxValue())));
    }

    private static BigDecimal deliveryCost(OrderCard card) {
        return card.lines().stream()
                .filter(OrderCard.Line::delivery)
                .map(OrderCard.Line::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Without the NIP, which is compared by itself, and without what no document shows. */
    static String words(Party party) {
        return Stream.of(
                        party.name(),
                        party.firstName(),
                        party.lastName(),
                        party.company(),
                        party.pesel(),
                        party.street(),
                        party.houseNo(),
                        party.flatNo(),
                        party.postcode(),
                        party.city(),
                        party.state(),
                        Countries.code(party),
                        party.phone(),
                        party.email())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** With its NIP, where it is not the contractor's: the ZMO shows it. */
    static String recipient(Party recipient, Party contractor) {
        boolean own = !recipient.nip().isEmpty() && !recipient.nip().equals(contractor.nip());
        return own ? words(recipient) + ", NIP " + recipient.nip() : words(recipient);
    }

    private static void amount(List<ShopChange> changes, What what, BigDecimal was, BigDecimal is) {
        if (was.compareTo(is) != 0) {
            changes.add(new ShopChange(what, was.toPlainString(), is.toPlainString()));
        }
    }

    private static void text(List<ShopChange> changes, What what, String was, String is) {
        if (!was.equals(is)) {
            changes.add(new ShopChange(what, was, is));
        }
    }

    /** Something of the shop's dictionaries, by its id; by its name where the card has no id. */
    private record Named(long id, String name) {}

    private static void named(List<ShopChange> changes, What what, Named was, Named is) {
        boolean same = was.id() == 0 ? was.name().equals(is.name()) : was.id() == is.id();
        if (!same) {
            changes.add(new ShopChange(what, was.name(), is.name()));
        }
    }

    /** Unknown on either side is no difference. */
    private static void count(List<ShopChange> changes, String was, String is) {
        if (!was.isEmpty() && !is.isEmpty()) {
            text(changes, What.PRODUCTS, was, is);
        }
    }

    private static String yes(boolean is) {
        return is ? "tak" : "nie";
    }

    private static String folded(String text) {
        return Texts.collapse(text).toLowerCase(Locale.ROOT);
    }
}
