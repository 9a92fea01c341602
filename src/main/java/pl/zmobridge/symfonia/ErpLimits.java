package pl.zmobridge.symfonia;

import java.util.List;
import pl.zmobridge.order.Texts;

/**
 * Lengths of the ERP's text fields, in characters. The WebAPI's description gives one, the contractor's code; the others are
 * cautious values of our own. A longer text is cut, never refused, and the cut is told.
 */
final class ErpLimits {
    static final int CONTRACTOR_CODE = 20;
    static final int NAME = 255;
    static final int PERSON = 100;
    static final int STREET = 100;
    static final int BUILDING = 20;
    static final int CITY = 100;
    static final int POSTCODE = 20;
    static final int COUNTRY = 60;
    static final int CONTACT = 100;
    static final int TAX_NUMBER = 30;
    static final int DESCRIPTION = 255;
    static final int NOTE = 2000;
    static final int UNIT = 20;

    private final List<String> cuts;
    private final boolean basic;

    /** @param cuts receives a sentence for each text that was cut */
    ErpLimits(List<String> cuts) {
        this(cuts, false);
    }

    /**
     * @param cuts receives a sentence for each text that was changed
     * @param basic whether emoji and the like are left out ({@link Texts#basic}), because the ERP could not store them
     */
    ErpLimits(List<String> cuts, boolean basic) {
        this.cuts = cuts;
        this.basic = basic;
    }

    String fit(String field, String text, int limit) {
        String storable = basic ? Texts.basic(text) : text;
        if (!storable.equals(text)) {
            cuts.add("W polu " + field + " usunięto lub zastąpiono znaki (np. emoji, cyrylicę), których system ERP"
                    + " może nie umieć zapisać");
        }
        String cut = Texts.cut(storable, limit);
        if (cut.length() < storable.length()) {
            cuts.add("Pole " + field + " skrócono do " + limit + " znaków, tyle mieści system ERP");
        }
        return cut;
    }
}
