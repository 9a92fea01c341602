package pl.zmobridge.order;

/**
 * One difference between what a ZMO was made from and what the shop says now (S2, S4).
 *
 * @param place the code or name of the line; empty when it is about the whole order
 * @param was what the ZMO was made from; empty for nothing
 * @param is what the shop says now; empty for nothing
 */
public record ShopChange(What what, String place, String was, String is) {

    /** What a ZMO is made from. */
    public enum What {
        SUM("suma"),
        CURRENCY("waluta"),
        DOCUMENT("dokument"),
        TYPE("typ i seria ZMO"),
        BUYER("dane kupującego"),
        NIP("NIP"),
        RECIPIENT("adres dostawy"),
        DELIVERY("forma dostawy"),
        SHIPMENT("punkt odbioru lub e-mail dostawy"),
        DELIVERY_COST("koszt dostawy"),
        DELIVERY_TAX("stawka VAT dostawy"),
        PAYMENT("forma zapłaty"),
        PRODUCTS("liczba produktów"),
        VAT_EU("sprzedaż unijna bez VAT"),
        JOINED("połączone zamówienia"),
        TICKED("zaznaczone pola dodatkowe"),
        FILLED_IN("wypełnione pola dodatkowe"),
        NOTES("uwagi"),
        LINE("pozycja");

        private final String label;

        What(String label) {
            this.label = label;
        }
    }

    /** Whether it can mean that a document that was issued already needs a correction (S5): words for people do not. */
    public boolean isOfSale() {
        return what != What.NOTES && what != What.FILLED_IN;
    }

    ShopChange(What what, String was, String is) {
        this(what, "", was, is);
    }

    /** A phrase in Polish with both values: {@code suma: 169.94 → 199.94}. */
    public String words() {
        String where = place.isEmpty() ? "" : " „" + place + "”";
        return what.label + where + ": " + told(was) + " → " + told(is);
    }

    private static String told(String value) {
        return value.isEmpty() ? "–" : Texts.collapse(value);
    }
}
