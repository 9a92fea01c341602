package pl.zmobridge.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.zmobridge.order.OrderCard.Party;

/**
 * S2 and S7: what differs between a card and a fresh row of the same order. The row comes without lines, from a list that is
 * read anyway; a change of the lines alone shows in the sum or in the number of products.
 */
public final class ShopChanges {

    /** What a ZMO is made from. */
    public enum What {
        SUM("suma", false),
        CURRENCY("waluta", false),
        BUYER("dane kupującego", true),
        NIP("NIP", true),
        RECIPIENT("adres dostawy", true),
        DELIVERY("dostawa", false),
        DELIVERY_COST("koszt dostawy", false),
        PAYMENT("płatność", false),
        PRODUCTS("liczba produktów", false),
        VAT_EU("sprzedaż unijna bez VAT", false);

        private final String label;
        private final boolean personal;

        What(String label, boolean personal) {
            this.label = label;
            this.personal = personal;
        }

        /** Its name in Polish. */
        public String label() {
            return label;
        }

        /** Whether its values are personal data (I6). */
        public boolean isPersonal() {
            return personal;
        }
    }

    /** One difference: the card's value and the shop's. */
    public record Change(What what, String was, String is) {

        /** A phrase in Polish, without personal data: {@code suma: 169.94 → 199.94}. */
        public String words() {
            return what.personal ? what.label : what.label + ": " + was + " → " + is;
        }
    }

    private ShopChanges() {}

    /**
     * What changed in the shop since the card was made; empty when nothing did.
     *
     * @param row the order as it is now, with or without its lines
     */
    public static List<Change> between(OrderCard card, ShopOrder row) {
        List<Change> changes = new ArrayList<>();
        amount(changes, What.SUM, card.total(), row.sum());
        text(changes, What.CURRENCY, card.currency(), Texts.clean(row.currency()));
        Parties.of(row, new Findings(row.id()))
                .ifPresentOrElse(
                        now -> {
                            text(changes, What.BUYER, words(card.contractor()), words(now.contractor()));
                            text(
                                    changes,
                                    What.NIP,
                                    card.contractor().nip(),
                                    now.contractor().nip());
                            text(changes, What.RECIPIENT, words(card.recipient()), words(now.recipient()));
                        },
                        () -> changes.add(new Change(What.BUYER, words(card.contractor()), "")));
        named(
                changes,
                What.DELIVERY,
                new Named(card.source().shippingId(), card.deliveryForm()),
                new Named(row.shippingId(), Texts.exact(row.deliveryName())));
        amount(changes, What.DELIVERY_COST, deliveryCost(card), row.deliveryCost());
        named(
                changes,
                What.PAYMENT,
                new Named(card.source().paymentId(), card.paymentForm()),
                new Named(row.paymentId(), Texts.exact(row.paymentName())));
        count(changes, card.source().productCount(), row.productCount());
        if (!card.source().equals(OrderCard.Source.UNKNOWN)) {
            text(changes, What.VAT_EU, yes(card.source().vatEu()), yes(row.vatEu()));
        }
        return List.copyOf(changes);
    }

    /**
     * S7: whether the row is another order that got the same id, as after a restore of the shop: another buyer, and another
     * date or sum. A buyer who only corrects his data keeps his e-mail address, NIP or name.
     */
    public static boolean isAnotherOrder(OrderCard card, ShopOrder row) {
        boolean sameMoment = card.placedAt().toInstant().equals(row.placedAt().toInstant());
        boolean sameSum = card.total().compareTo(row.sum()) == 0;
        return !(sameMoment && sameSum) && !isSameBuyer(card, row);
    }

    private static boolean isSameBuyer(OrderCard card, ShopOrder row) {
        Optional<Party> now = Parties.of(row, new Findings(row.id())).map(Parties::contractor);
        Party then = card.contractor();
        return now.filter(party -> same(then.email(), party.email())
                        || Nip.isSame(then.nip(), party.nip())
                        || same(then.firstName() + then.lastName(), party.firstName() + party.lastName())
                        || same(then.company(), party.company()))
                .isPresent();
    }

    private static boolean same(String one, String other) {
        return !folded(one).isEmpty() && folded(one).equals(folded(other));
    }

    private static BigDecimal deliveryCost(OrderCard card) {
        return card.lines().stream()
                .filter(OrderCard.Line::delivery)
                .map(OrderCard.Line::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Without the NIP, which is compared by itself, and without what no document shows. */
    private static String words(Party party) {
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

    private static void amount(List<Change> changes, What what, BigDecimal was, BigDecimal is) {
        if (was.compareTo(is) != 0) {
            changes.add(new Change(what, was.toPlainString(), is.toPlainString()));
        }
    }

    private static void text(List<Change> changes, What what, String was, String is) {
        if (!was.equals(is)) {
            changes.add(new Change(what, was, is));
        }
    }

    /** Something of the shop's dictionaries, by its id; by its name where the card has no id. */
    private record Named(long id, String name) {}

    private static void named(List<Change> changes, What what, Named was, Named is) {
        boolean same = was.id() == 0 ? was.name().equals(is.name()) : was.id() == is.id();
        if (!same) {
            changes.add(new Change(what, was.name(), is.name()));
        }
    }

    /** Unknown on either side is no difference. */
    private static void count(List<Change> changes, String was, String is) {
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
