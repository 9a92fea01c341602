package pl.zmobridge.settings;

import static pl.zmobridge.settings.Key.perShop;

import java.util.Set;
import pl.zmobridge.order.CardRules.Bundle;
import pl.zmobridge.order.CardRules.DocumentChoice;
import pl.zmobridge.order.CardRules.InvoiceWithoutNip;
import pl.zmobridge.order.DifferenceRules.As;
import pl.zmobridge.order.Template;
import pl.zmobridge.settings.Key.Need;
import pl.zmobridge.symfonia.ErpSettings;

/** The keys that decide what becomes of an order. */
final class OrderKeys {
    static final Section ORDER = new Section("numbers and documents", "numery i dokumenty");
    static final Section REALISATION = new Section("realisation", "realizacja");

    static final Key<String> NUMBER_PREFIX = ORDER.with(perShop("order.number.prefix", Kind.textUpTo(30))
            .or("SH/")
            .en("The order's number in the ERP is prefix + shop order id + suffix: SH/1201 (rule N1).")
            .pl("Numer zamówienia w ERP to prefiks + numer ze sklepu + sufiks: SH/1201 (reguła N1)."));
    static final Key<String> NUMBER_SUFFIX = ORDER.with(perShop("order.number.suffix", Kind.textUpTo(30))
            .or("")
            .example("/WWW")
            .en("What the order's number in the ERP ends in.")
            .pl("Czym kończy się numer zamówienia w ERP."));
    static final Key<DocumentChoice> ORDER_DOCUMENT = ORDER.with(
            perShop("order.document", Kind.oneOf(DocumentChoice.class, "auto", "invoice", "receipt"))
                    .or("auto")
                    .en(
                            "`auto`: an order with a NIP becomes an invoice, one without a receipt. Or always `invoice`, `receipt` (rule H4).")
                    .pl(
                            "`auto`: zamówienie z NIP-em staje się fakturą, bez NIP-u paragonem. Albo zawsze `invoice` (faktura), `receipt` (paragon) (reguła H4)."));
    static final Key<InvoiceWithoutNip> INVOICE_WITHOUT_NIP = ORDER.with(
            perShop(
                            "order.document.invoice-without-nip",
                            Kind.oneOf(InvoiceWithoutNip.class, "receipt", "invoice", "fail"))
                    .or("receipt")
                    .en(
                            "What an order without a NIP becomes with `order.document=invoice`: a `receipt`, an `invoice` for a person, or a dead letter (`fail`).")
                    .pl(
                            "Czym staje się zamówienie bez NIP-u przy `order.document=invoice`: paragonem (`receipt`), fakturą dla osoby (`invoice`) albo błędem do wyjaśnienia (`fail`)."));
    static final Key<String> INVOICE_WISH = ORDER.with(
            perShop("order.invoice-wish.field", Kind.text())
                    .example("7")
                    .en(
                            "Id or name of the shop's additional field that means \"I want an invoice\": who ticks it gets an invoice without a NIP too; rules of config/documents.yaml know it as `invoiceWish` (rule D1).")
                    .pl(
                            "Numer albo nazwa pola dodatkowego w sklepie, które znaczy „chcę fakturę”: kto je zaznaczy, dostanie fakturę także bez NIP-u; reguły w config/documents.yaml znają je jako `invoiceWish` (reguła D1)."));
    static final Key<Boolean> LINES_ONE_OFF = ORDER.with(
            perShop("order.lines.one-off", Kind.flag())
                    .or("false")
                    .en(
                            "`true`: a line without a product code, or a delivery without one, becomes a one-off line. `false`: such an order is a dead letter (rule L1).")
                    .pl(
                            "`true`: pozycja lub dostawa bez kodu produktu staje się pozycją jednorazową. `false`: takie zamówienie jest błędem do wyjaśnienia (reguła L1)."));
    static final Key<Bundle> LINES_BUNDLES = ORDER.with(
            perShop("order.lines.bundles", Kind.oneOf(Bundle.class, "children", "parent"))
                    .or("children")
                    .en(
                            "What a bundle becomes: a line for each of its products (`children`), if each has a code and their values add up, or one line with the bundle's own code (`parent`) (rule L7).")
                    .pl(
                            "Czym staje się zestaw: pozycją na każdy jego składnik (`children`), jeśli wszystkie mają kody, a ich wartości się sumują, albo jedną pozycją z kodem zestawu (`parent`) (reguła L7)."));
    static final Key<Boolean> LINES_SKIP_ZERO = ORDER.with(
            perShop("order.lines.skip-zero", Kind.flag())
                    .or("false")
                    .en(
                            "`true`: lines of value 0 are left out; their goods then leave no warehouse. `false`: they stay, because they move stock (rule L7).")
                    .pl(
                            "`true`: pozycje o wartości 0 są pomijane; ich towar nie schodzi wtedy z magazynu. `false`: zostają, bo zdejmują stan (reguła L7)."));
    static final Key<Template> DESCRIPTION = ORDER.with(
            perShop("order.description", Kind.template())
                    .or(ErpSettings.USUAL_DESCRIPTION.text())
                    .en(
                            "What follows the order's number in the ZMO's description. Placeholders are `{order}`, `{number}`, `{delivery}`, `{payment}`, `{pickup-point}`, `{tracking}`, `{email}`, `{phone}`, `{notes}` and `{field:3}` for the shop's additional field 3.")
                    .pl(
                            "Co stoi w opisie ZMO po numerze zamówienia. Do podstawienia są: `{order}` (numer ze sklepu), `{number}` (numer w ERP), `{delivery}` (dostawa), `{payment}` (płatność), `{pickup-point}` (punkt odbioru), `{tracking}` (numer przesyłki), `{email}`, `{phone}` (telefon), `{notes}` (uwagi kupującego) i `{field:3}` (pole dodatkowe sklepu nr 3). Część tekstu bez treści znika."));
    static final Key<Template> NOTE = ORDER.with(perShop("order.note", Kind.template())
            .or(ErpSettings.USUAL_NOTE.text())
            .en("The ZMO's note, with the same placeholders. Empty: no note.")
            .pl("Uwagi w ZMO, z tymi samymi polami. Puste: bez uwag."));
    static final Key<As> DIFFERENCE_DISCOUNT = ORDER.with(
            perShop("order.difference.discount", Kind.oneOf(As.class, "ask", "spread", "line"))
                    .or("ask")
                    .en(
                            "What becomes of a discount that only the order's total shows (a code of a fixed or capped amount, points): `ask` waits for a person, `spread` takes it off the goods by value. `line`, a line of its own, would be worth less than nothing: such an order waits for a person too (rule L6).")
                    .pl(
                            "Co z rabatem widocznym tylko w sumie zamówienia (kod na kwotę lub z limitem, punkty): `ask` czeka na człowieka, `spread` rozkłada go na towary według wartości. Osobna pozycja (`line`) miałaby wartość ujemną, więc takie zamówienie też czeka na człowieka (reguła L6)."));
    static final Key<As> DIFFERENCE_SURCHARGE = ORDER.with(
            perShop("order.difference.surcharge", Kind.oneOf(As.class, "ask", "spread", "line"))
                    .or("ask")
                    .en(
                            "What becomes of the shop's surcharge for a way of payment that only the order's total shows: `ask` waits for a person, `spread` adds it to the goods by value, `line` makes it a line of its own with the goods' VAT rate (rule L6).")
                    .pl(
                            "Co z dopłatą sklepu za formę zapłaty widoczną tylko w sumie zamówienia: `ask` czeka na człowieka, `spread` dolicza ją do towarów według wartości, `line` robi z niej osobną pozycję ze stawką VAT towarów (reguła L6)."));
    static final Key<String> DIFFERENCE_CODE = ORDER.with(perShop("order.difference.code", Kind.text())
            .example("DOPLATA")
            .needed(new Need(
                    values -> values.get(DIFFERENCE_DISCOUNT) == As.LINE || values.get(DIFFERENCE_SURCHARGE) == As.LINE,
                    "is missing though order.difference.discount or order.difference.surcharge is line",
                    "with `line` above",
                    "przy `line` powyżej"))
            .en("Code of the product that a line of its own is written with (rule L6).")
            .pl("Kod towaru, pod którym wystawiana jest osobna pozycja (reguła L6)."));
    static final Key<String> EDITED = ORDER.with(
            perShop("order.edited", Kind.oneOf("update", "ask"))
                    .or("update")
                    .en(
                            "What an order that is edited in the shop before its sale does to its ZMO: `update` edits the ZMO, `ask` makes a dead letter that names each difference (rule S4).")
                    .pl(
                            "Co z ZMO zamówienia zmienionego w sklepie przed sprzedażą: `update` zmienia ZMO, `ask` wstrzymuje zamówienie i wymienia różnice (reguła S4)."));
    static final Key<String> CANCELLED = ORDER.with(
            perShop("order.cancelled", Kind.oneOf("withdraw", "keep"))
                    .or("withdraw")
                    .en(
                            "What becomes of the ZMO of an order that is cancelled before its sale: `withdraw` deletes it if nobody has worked on it, `keep` leaves it (rule E1).")
                    .pl(
                            "Co z ZMO zamówienia anulowanego przed sprzedażą: `withdraw` usuwa je, jeśli nikt z nim nie pracował, `keep` zostawia (reguła E1)."));

    static final Key<Boolean> REALISATION_ENABLED = REALISATION.with(perShop("realisation.enabled", Kind.flag())
            .or("false")
            .en("`true`: orders in one of the listed statuses become invoices and receipts (rules Z1, Z2).")
            .pl("`true`: zamówienia o jednym z podanych statusów stają się fakturami i paragonami (reguły Z1, Z2)."));
    static final Key<Set<Long>> REALISATION_STATUSES =
            REALISATION.with(perShop("realisation.statuses", Kind.statusIds())
                    .or("")
                    .example("3,6")
                    .needed(new Need(
                            values -> values.get(REALISATION_ENABLED),
                            "is missing though realisation.enabled=true",
                            "with `realisation.enabled=true`",
                            "przy `realisation.enabled=true`"))
                    .en("Ids of the shop's statuses that mean \"realise now\", separated by commas.")
                    .pl("Numery statusów sklepu, które znaczą „zrealizuj teraz”, po przecinku."));
    static final Key<Integer> WATCH_DAYS = REALISATION.with(perShop("realisation.watch-days", Kind.number(1, 3650))
            .or("60")
            .en("How many days the bridge watches an order for such a status.")
            .pl("Przez ile dni most czeka, aż zamówienie dostanie taki status."));

    private OrderKeys() {}
}
