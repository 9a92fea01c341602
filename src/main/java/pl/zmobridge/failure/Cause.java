package pl.zmobridge.failure;

import static pl.zmobridge.failure.FailedSystem.BRIDGE;
import static pl.zmobridge.failure.FailedSystem.DATABASE;
import static pl.zmobridge.failure.FailedSystem.ERP;
import static pl.zmobridge.failure.FailedSystem.KSEF;
import static pl.zmobridge.failure.FailedSystem.NBP;
import static pl.zmobridge.failure.FailedSystem.SHOP;
import static pl.zmobridge.failure.WaitsFor.PERSON;
import static pl.zmobridge.failure.WaitsFor.STOCK;
import static pl.zmobridge.failure.WaitsFor.SYSTEM;

import java.util.List;
import java.util.Set;

/** Why something failed. Each has a sentence and a hint in every language; codes are part of the API and of the metrics. */
public enum Cause {
    /** The shop gave no answer, or none of its own. */
    SHOP_AWAY(SHOP, SYSTEM, true),
    /** The shop wants fewer requests. */
    SHOP_THROTTLED(SHOP, SYSTEM, true),
    /** The shop's answer is not what its API promises. */
    SHOP_ANSWER_UNUSABLE(SHOP, SYSTEM, true),
    /** The shop answered with other rows than those asked for. */
    SHOP_MIXED_UP(SHOP, SYSTEM, false),
    /** Token, login or password are wrong. */
    SHOP_LOGIN_REFUSED(SHOP, PERSON, false),
    /** The integration may not read, or change, an area of the shop. */
    SHOP_AREA_MISSING(SHOP, PERSON, false, "area"),
    /** The shop does not have what was asked for. */
    SHOP_NOT_FOUND(SHOP, PERSON, false),
    /** The shop refused for another reason. */
    SHOP_REFUSED(SHOP, PERSON, false),

    /** The ERP gave no usable answer. */
    ERP_AWAY(ERP, SYSTEM, true),
    /** The ERP's answer takes more memory than an answer may. */
    ERP_ANSWER_TOO_LONG(ERP, SYSTEM, false),
    /** A write to the ERP had no answer and may still be going on; it is asked about when it can no longer be (I10). */
    WRITE_UNANSWERED(ERP, SYSTEM, false),
    /** The ERP itself reported an error: it may be this order, or the ERP. */
    ERP_FAILED(ERP, SYSTEM, false),
    /** The ERP reports an error at this order again and again, while others pass. */
    ERP_FAILS_ON_ORDER(ERP, PERSON, false),
    /** The ERP does not know the application's key. */
    ERP_KEY_UNKNOWN(ERP, PERSON, true),
    /** The ERP refused for want of a right or a licence. */
    ERP_RIGHT_MISSING(ERP, PERSON, false),
    /** Too little stock. */
    NO_STOCK(ERP, STOCK, false, "code"),
    /** The ERP has no product of this code. */
    UNKNOWN_PRODUCT_CODE(ERP, PERSON, false, "code"),
    /** The product is switched off in the ERP. */
    PRODUCT_INACTIVE(ERP, PERSON, false, "code"),
    /** The ERP does not have what the configuration names: a type, series, department, registry, payment form, rate, currency. */
    UNKNOWN_SETTING(ERP, PERSON, false),
    /** No payment form of the ERP fits, not even the default one. */
    NO_PAYMENT_FORM(ERP, PERSON, false, "form", "default"),
    /** The operator's table names a payment form that the ERP does not have (M0). */
    PAYMENT_FORM_UNKNOWN(ERP, PERSON, false, "payment"),
    /** No payment form but the default one fits, and the operator does not want that (M4). */
    PAYMENT_UNMATCHED(ERP, PERSON, false, "payment"),
    /** The accounting period is closed. */
    PERIOD_CLOSED(ERP, PERSON, false),
    /** The ERP has another contractor of this code. */
    CONTRACTOR_EXISTS(ERP, PERSON, false),
    /** The ZMO was written, and is gone (Z8). */
    ZMO_GONE(ERP, PERSON, false, "number"),
    /** The ZMO stands in the buffer, where a person must issue it before it can be sold (D1). */
    ZMO_IN_BUFFER(ERP, PERSON, false, "number"),
    /** Whether the order was sold is not clear; only a person can tell (Z12). */
    SALE_UNSETTLED(ERP, PERSON, false, "number"),
    /** The ERP refused for another reason. */
    ERP_REFUSED(ERP, PERSON, false),

    /** The bank gave no usable answer, or has not published the table yet (W2). */
    NBP_AWAY(NBP, SYSTEM, false),

    /** KSeF gave no usable answer. */
    KSEF_AWAY(KSEF, SYSTEM, false),
    /** KSeF wants fewer questions. */
    KSEF_THROTTLED(KSEF, SYSTEM, false),
    /** KSeF does not accept {@code ksef.token}. */
    KSEF_TOKEN_REFUSED(KSEF, PERSON, false),
    /** KSeF refused for another reason. */
    KSEF_REFUSED(KSEF, PERSON, false),
    /** An invoice that must be in KSeF has no number there. */
    KSEF_MISSING(KSEF, PERSON, false, "documents"),

    /** Too many products would fall to 0 in the shop at once, so that its stock is left alone. */
    STOCK_TO_ZERO(ERP, PERSON, false),
    /** The ERP has nothing in a warehouse that {@code stock.warehouses} names. */
    STOCK_NO_WAREHOUSE(ERP, PERSON, false),
    /** The shop takes no stock for its products. */
    STOCK_REFUSED(SHOP, PERSON, false),
    /** A comparison of stock was broken off, because the bridge stops or its routes are replaced. */
    STOCK_PAUSED(BRIDGE, SYSTEM, false),

    DATABASE_AWAY(DATABASE, SYSTEM, true),
    /** The database answers, but has no room for what it is to store. */
    DATABASE_FULL(DATABASE, SYSTEM, true),
    /** The register did not take the order as it is. */
    REGISTER_REFUSED(DATABASE, PERSON, false),

    /** Something in the order cannot be read without guessing (I7). */
    UNREADABLE_ORDER(BRIDGE, PERSON, false),
    /** A line, or the delivery, has no product code (L1). */
    PRODUCT_WITHOUT_CODE(BRIDGE, PERSON, false),
    /** The order's total does not follow from its lines (L5). */
    TOTAL_DOES_NOT_FIT(BRIDGE, PERSON, false),
    /** A VAT rate of the order has no counterpart in the ERP, or the sale needs a rule for its VAT (V1, V3). */
    VAT_UNSETTLED(BRIDGE, PERSON, false),
    /** No rule of {@code config/documents.yaml} fits the order (D1). */
    NO_DOCUMENT_RULE(BRIDGE, PERSON, false),
    /** The order's currency has no rate in PLN where {@code symfonia.currency-rate} looks for it (W2). */
    NO_CURRENCY_RATE(BRIDGE, PERSON, false, "currency", "how"),
    /** Several contractors could be the buyer, and a person must say which one is (K1, K2). */
    CONTRACTOR_UNDECIDED(BRIDGE, PERSON, false),
    /** Something else in the order forbids a card. */
    INVALID_ORDER(BRIDGE, PERSON, false),
    /** The shop has another order under this one's id (S7). */
    ANOTHER_ORDER(BRIDGE, PERSON, false),
    /** The shop was restored from a backup (S7). */
    SHOP_RESTORED(BRIDGE, PERSON, false),
    /** A rule holds the order until a person has decided (H4, D1, S10). */
    HELD_BY_RULE(BRIDGE, PERSON, false),
    /** The ERP stored the ZMO otherwise than it was sent (S3). */
    ERP_DIFFERS(BRIDGE, PERSON, false),
    /** The order was edited in the shop, and its ZMO was not (S4). */
    ZMO_NOT_EDITED(BRIDGE, PERSON, false),
    /** The order was cancelled, and its ZMO stays in the ERP (E1). */
    ZMO_NOT_WITHDRAWN(BRIDGE, PERSON, false),
    /** A document of the ERP that has the order's number, or the id of its ZMO, is another one (S6). */
    ZMO_NOT_OURS(BRIDGE, PERSON, false),
    /** Somebody realised a part of the ZMO in the ERP, closed it, or realised it without a document (S9). */
    ZMO_HANDLED_BY_HAND(BRIDGE, PERSON, false),
    /** Somebody deleted the ZMO in the ERP while its order lives (E5). */
    ZMO_DELETED(BRIDGE, PERSON, false),
    /** A route of the operator's own holds the order. */
    HELD_BY_HOOK(BRIDGE, PERSON, false),
    /** There is no card: it could never be built, or personal data was erased. */
    NO_CARD(BRIDGE, PERSON, false),
    /** A sold order was changed in the shop (S5, E6). */
    CHANGED_AFTER_SALE(BRIDGE, PERSON, false),
    /** A sold order was cancelled or returned in the shop (E6). */
    CANCELLED_AFTER_SALE(SHOP, PERSON, false),
    /** A sold order was deleted in the shop (E4, E6). */
    DELETED_AFTER_SALE(SHOP, PERSON, false),
    /** A sold order that was cancelled or returned lives again, and its document was corrected (E6). */
    ALIVE_AFTER_CORRECTION(SHOP, PERSON, false),
    /** The ERP stored a correction otherwise than it was sent (E6). */
    CORRECTION_DIFFERS(BRIDGE, PERSON, false),
    /** A correction was sent, and nobody knows whether the ERP wrote it (E6). */
    CORRECTION_UNSETTLED(ERP, PERSON, false, "documents"),
    /** The shop did not take the KSeF number into its notes of the order. */
    KSEF_NOT_NOTED(SHOP, PERSON, false),
    /** The shop does not take a tracking number. */
    PARCEL_REFUSED(SHOP, PERSON, false),
    /** A tracking number may be in the shop or not, and the shop does not tell. */
    PARCEL_UNCLEAR(SHOP, PERSON, false),
    /** Writing a tracking number had no answer and may still be going on; the shop is asked about it soon. */
    PARCEL_UNANSWERED(SHOP, SYSTEM, false),
    /** The ERP gives no usable PDF of an invoice. */
    PDF_UNUSABLE(ERP, PERSON, false, "how"),
    /** A PDF cannot be written into {@code documents.folder}. */
    PDF_NOT_SAVED(BRIDGE, SYSTEM, false),
    /** The buyer has not got the PDF of the invoice by e-mail, or nobody knows whether. */
    PDF_NOT_SENT(BRIDGE, PERSON, false, "how"),
    /** The mail server does not take e-mails to buyers now. */
    MAIL_AWAY(BRIDGE, SYSTEM, false),
    /** A cancelled order's ZMO is kept, and with it what it reserves (E1). */
    CANCELLED_ZMO_STAYS(SHOP, PERSON, false),
    /** The shop sent an order that never had a status to realise (E3). */
    SENT_UNPAID(SHOP, PERSON, false),
    /** Everything else. */
    OTHER(BRIDGE, PERSON, false);

    private static final Set<Cause> REVIEWS = Set.of(
            CHANGED_AFTER_SALE,
            CANCELLED_AFTER_SALE,
            DELETED_AFTER_SALE,
            ALIVE_AFTER_CORRECTION,
            CORRECTION_DIFFERS,
            CORRECTION_UNSETTLED,
            CANCELLED_ZMO_STAYS,
            SENT_UNPAID,
            SHOP_RESTORED,
            KSEF_MISSING,
            KSEF_NOT_NOTED,
            PARCEL_REFUSED,
            PARCEL_UNCLEAR,
            PDF_UNUSABLE,
            PDF_NOT_SENT,
            ZMO_DELETED);

    private final FailedSystem system;
    private final WaitsFor waitsFor;
    private final boolean outage;
    private final List<String> sameWhen;

    Cause(FailedSystem system, WaitsFor waitsFor, boolean outage, String... sameWhen) {
        this.system = system;
        this.waitsFor = waitsFor;
        this.outage = outage;
        this.sameWhen = List.of(sameWhen);
    }

    /** Whose failure it usually is. */
    public FailedSystem system() {
        return system;
    }

    public WaitsFor waitsFor() {
        return waitsFor;
    }

    /** Whether it stops every order and not just this one: the log reports it once for all. */
    public boolean isOutage() {
        return outage;
    }

    /** Whether it is a review: an ending that a person should know of, and nothing that a further attempt would mend (E). */
    public boolean isReview() {
        return REVIEWS.contains(this);
    }

    /**
     * Whether the words of such a failure are sentences of the bridge itself, so that they exist in every language. A hook's reason
     * is its author's.
     */
    boolean isToldByUs() {
        return system == BRIDGE && this != HELD_BY_HOOK
                || this == REGISTER_REFUSED
                || this == SHOP_ANSWER_UNUSABLE
                || this == SHOP_MIXED_UP;
    }

    /** The arguments by which two failures of this cause are one: the same product, say. Without any, the words decide. */
    public List<String> sameWhen() {
        return sameWhen;
    }
}
