package pl.zmobridge.settings;

import static pl.zmobridge.settings.Key.perShop;

import java.time.Duration;
import pl.zmobridge.order.RateSource;
import pl.zmobridge.settings.Key.Need;
import pl.zmobridge.symfonia.Concurrency;
import pl.zmobridge.symfonia.ContractorCodes;
import pl.zmobridge.symfonia.ContractorPolicy.Update;
import pl.zmobridge.symfonia.ContractorSearch.Duplicates;
import pl.zmobridge.symfonia.ErpSettings.Reservation;

/** The keys of the ERP. */
final class SymfoniaKeys {
    static final Section ERP = new Section("the ERP (Symfonia WebAPI)", "ERP (WebAPI Symfonii)");
    static final Section CONTRACTORS = new Section("contractors", "kontrahenci");

    static final Key<String> SYMFONIA_URL = ERP.with(
            perShop("symfonia.url", Kind.url(false))
                    .required("http://192.168.1.10:9000")
                    .en(
                            "Address of the WebAPI service. It must be https unless it is this machine or a private address; see `symfonia.allow-http`.")
                    .pl(
                            "Adres usługi WebAPI. Musi być https, chyba że to ten komputer albo adres prywatny; zob. `symfonia.allow-http`."));
    static final Key<Boolean> ALLOW_HTTP = ERP.with(
            perShop("symfonia.allow-http", Kind.flag())
                    .or("false")
                    .en(
                            "`true`: `symfonia.url` may be http although it is neither this machine nor a private address. Whoever listens on the way then reads orders, buyers and the application's GUID: only for a way that is protected otherwise, such as a VPN.")
                    .pl(
                            "`true`: `symfonia.url` może być http, choć nie jest to ten komputer ani adres prywatny. Kto podsłuchuje po drodze, czyta wtedy zamówienia, dane kupujących i GUID aplikacji: tylko tam, gdzie drogę chroni coś innego, np. VPN."));
    static final Key<String> TLS_CA = ERP.with(
            perShop("symfonia.tls.ca", Kind.text())
                    .example("config/erp-ca.pem")
                    .en(
                            "File (PEM) with the certificates that vouch for the WebAPI: your own CA, or the server's own certificate. Only they count for this ERP then, not the public CAs. The host name must be in the server's certificate. Empty: the CAs that Java trusts.")
                    .pl(
                            "Plik (PEM) z certyfikatami, które poświadczają WebAPI: własne CA albo certyfikat samego serwera. Dla tego ERP liczą się wtedy tylko one, a nie publiczne CA. Certyfikat serwera musi zawierać jego nazwę. Puste: CA, którym ufa Java."));
    static final Key<String> APPLICATION_GUID = ERP.with(perShop("symfonia.application-guid", Kind.text())
            .required("1a2b3c4d-0000-0000-0000-1a2b3c4d5e6f")
            .asSecret()
            .en("The application's GUID from the WebAPI settings.")
            .pl("GUID aplikacji z ustawień WebAPI."));
    static final Key<String> DEVICE_NAME = ERP.with(perShop("symfonia.device-name", Kind.text())
            .or("zmo-bridge")
            .en("The name under which the bridge's session appears in the WebAPI.")
            .pl("Nazwa, pod którą sesja mostu jest widoczna w WebAPI."));
    static final Key<Concurrency> CONCURRENCY = ERP.with(
            perShop("symfonia.concurrency", Kind.concurrency(32))
                    .or("4")
                    .en(
                            "How many orders are worked on at once, and so how many calls the ERP gets at once. `auto`: the bridge finds the number, 1 to 16, by how long the calls take. Orders of one buyer keep their order.")
                    .pl(
                            "Ile zamówień jest obsługiwanych naraz, a więc ile wywołań naraz dostaje ERP. `auto`: most sam dobiera liczbę od 1 do 16 według tego, jak długo trwają wywołania. Zamówienia jednego klienta zachowują kolejność."));
    static final Key<Duration> WRITE_TIMEOUT = ERP.with(
            perShop("symfonia.write-timeout", Kind.duration())
                    .or("5m")
                    .en(
                            "How long one write to the ERP may take: a ZMO, its documents, a contractor. A write without an answer is left alone so long before the bridge asks what became of it (rule I10). Set it longer than the slowest document takes.")
                    .pl(
                            "Ile najdłużej może trwać jeden zapis w ERP: ZMO, jego dokumenty, kontrahent. Zapisu bez odpowiedzi most nie rusza tak długo, zanim zapyta, co się z nim stało (reguła I10). Ustaw więcej, niż trwa najwolniejszy dokument."));
    static final Key<String> INVOICE_TYPE = ERP.with(perShop("symfonia.invoice.type", Kind.text())
            .required("ZMO")
            .en("ZMO type of orders that need an invoice (rules H4, Z5).")
            .pl("Typ ZMO zamówień, do których należy faktura (reguły H4, Z5)."));
    static final Key<String> INVOICE_SERIES = ERP.with(perShop("symfonia.invoice.series", Kind.text())
            .required("sZMO")
            .en("Series of these ZMO.")
            .pl("Seria tych ZMO."));
    static final Key<String> RECEIPT_TYPE = ERP.with(perShop("symfonia.receipt.type", Kind.text())
            .required("ZMP")
            .en("ZMO type of orders that need a receipt (rules H4, Z5).")
            .pl("Typ ZMO zamówień, do których należy paragon (reguły H4, Z5)."));
    static final Key<String> RECEIPT_SERIES = ERP.with(perShop("symfonia.receipt.series", Kind.text())
            .required("sZMP")
            .en("Series of these ZMO.")
            .pl("Seria tych ZMO."));
    static final Key<String> DEPARTMENT = ERP.with(
            perShop("symfonia.department", Kind.text())
                    .required("SKLEP")
                    .en(
                            "Code of the department. Documents take goods from the warehouse of the ERP user that the WebAPI runs as (rule Z6): set it in the ERP.")
                    .pl(
                            "Kod działu. Dokumenty pobierają towar z magazynu użytkownika ERP, z którym działa WebAPI (reguła Z6): ustaw go w ERP."));
    static final Key<String> PAYMENT_REGISTRY = ERP.with(perShop("symfonia.payment-registry", Kind.text())
            .required("BANK")
            .en("Code of the payment registry.")
            .pl("Kod rejestru płatności."));
    static final Key<Integer> SALE_PRICE_TYPE = ERP.with(perShop("symfonia.sale-price-type", Kind.salePriceType())
            .or("0")
            .example("1")
            .en("Kind of sale price: 0 undefined, 1 A, 2 B, 3 C, 4 D, 16 E … 31 T.")
            .pl("Rodzaj ceny sprzedaży: 0 nieokreślona, 1 A, 2 B, 3 C, 4 D, 16 E … 31 T."));
    static final Key<Reservation> RESERVATION = ERP.with(
            perShop("symfonia.reservation", Kind.oneOf(Reservation.class, "NONE", "QUANTITY", "DELIVERY"))
                    .or("QUANTITY")
                    .en("Reservation of goods: `NONE`, `QUANTITY`, `DELIVERY` (rule L4).")
                    .pl(
                            "Rezerwacja towaru: `NONE` (brak), `QUANTITY` (ilościowa), `DELIVERY` (wskazanie dostawy) (reguła L4)."));
    static final Key<String> DELIVERY_CODE = ERP.with(perShop("symfonia.delivery.code", Kind.text())
            .needed(new Need(
                    values ->
                            values.all(SymfoniaKeys.DELIVERY_CODE_OF).isEmpty() && !values.get(OrderKeys.LINES_ONE_OFF),
                    "is missing: the product code of the delivery line",
                    "without `symfonia.delivery.code.<shipping_id>` and `order.lines.one-off=true`",
                    "bez `symfonia.delivery.code.<shipping_id>` i `order.lines.one-off=true`"))
            .example("DOSTAWA")
            .en("Product code of the delivery line.")
            .pl("Kod produktu w pozycji dostawy."));
    static final Key<String> DELIVERY_CODE_OF = ERP.with(perShop("symfonia.delivery.code.<shipping_id>", Kind.text())
            .example("symfonia.delivery.code.7=KURIER")
            .en("Product code of the delivery line for one delivery method, named by its id in the shop.")
            .pl("Kod produktu w pozycji dostawy dla jednej formy dostawy, wskazanej jej numerem w sklepie."));
    static final Key<String> PRODUCT_CODE_OF = ERP.with(
            perShop("symfonia.product-code.<code>", Kind.text())
                    .example("symfonia.product-code.BUT-0042=BUTY-42")
                    .en(
                            "Code of the product in Symfonia for a product code of the shop that is another one there (rule L8). A space, colon or equals sign in the shop's code takes a backslash before it.")
                    .pl(
                            "Kod towaru w Symfonii dla kodu produktu, który w sklepie jest inny (reguła L8). Spację, dwukropek i znak równości w kodzie ze sklepu poprzedza odwrotny ukośnik."));
    static final Key<String> PAYMENT_FORM_DEFAULT = ERP.with(perShop("symfonia.payment-form.default", Kind.text())
            .required("Gotówka")
            .en("Name of the payment form for orders to which no other rule gives one (rule M4).")
            .pl("Nazwa formy płatności zamówień, którym żadna inna reguła jej nie nadaje (reguła M4)."));
    static final Key<String> PAYMENT_FORM_OF = ERP.with(
            perShop("symfonia.payment-form.<payment_id>", Kind.text())
                    .example("symfonia.payment-form.18=Przelew – 7 dni")
                    .en(
                            "Name of the payment form, or its id in Symfonia, for one payment method, named by its id in the shop (rule M0).")
                    .pl(
                            "Nazwa formy płatności albo jej numer w Symfonii dla jednej formy zapłaty, wskazanej jej numerem w sklepie (reguła M0)."));
    static final Key<String> PAYMENT_REGISTRY_OF = ERP.with(
            perShop("symfonia.payment-registry.<payment_id>", Kind.text())
                    .example("symfonia.payment-registry.2=KASA")
                    .en(
                            "Code of the payment registry for one payment method, named by its id in the shop; for all others it is `symfonia.payment-registry` (rule M0).")
                    .pl(
                            "Kod rejestru płatności dla jednej formy zapłaty, wskazanej jej numerem w sklepie; dla pozostałych to `symfonia.payment-registry` (reguła M0)."));
    static final Key<Boolean> PAYMENT_FORM_UNMATCHED = ERP.with(
            perShop("symfonia.payment-form.unmatched", Kind.choice("fail"::equals, "default", "fail"))
                    .or("default")
                    .en(
                            "What an order gets whose payment method has no row of its own and no counterpart in Symfonia: the `default` form (rule M4), or a dead letter that names the payment method (`fail`).")
                    .pl(
                            "Co z zamówieniem, którego forma zapłaty nie ma własnego wiersza ani odpowiednika w Symfonii: forma domyślna (`default`, reguła M4) albo błąd do wyjaśnienia, który tę formę zapłaty wymienia (`fail`)."));
    static final Key<String> VAT = ERP.with(
            perShop("symfonia.vat", Kind.oneOf("shop", "card"))
                    .or("shop")
                    .en(
                            "Whose VAT rates the documents carry: `shop` as in the order, `card` as on the products' cards in Symfonia (rules V1, V2).")
                    .pl(
                            "Czyje stawki VAT mają dokumenty: `shop` jak w zamówieniu, `card` jak w kartach towarów w Symfonii (reguły V1, V2)."));
    static final Key<String> VAT_OF = ERP.with(perShop("symfonia.vat.<rate>", Kind.text())
            .example("symfonia.vat.zw.=zw")
            .en("Code of Symfonia's VAT rate for a rate that has another name in the shop (rule V1).")
            .pl("Kod stawki VAT w Symfonii dla stawki, która w sklepie nazywa się inaczej (reguła V1)."));
    static final Key<Boolean> VAT_DIFFERENCES = ERP.with(
            perShop("symfonia.vat.differences", Kind.choice("accept"::equals, "refuse", "accept"))
                    .or("refuse")
                    .en(
                            "With `symfonia.vat=card`: what a card's rate that is not the order's means. `refuse`: a dead letter, and the ZMO is not sold. `accept`: the card is right, with a warning (rule V2).")
                    .pl(
                            "Przy `symfonia.vat=card`: co znaczy stawka z kartoteki inna niż w zamówieniu. `refuse`: błąd do wyjaśnienia, ZMO nie jest realizowane. `accept`: kartoteka ma rację, z ostrzeżeniem (reguła V2)."));
    static final Key<RateSource> CURRENCY_RATE = ERP.with(
            perShop("symfonia.currency-rate", Kind.oneOf(RateSource.class, "nbp", "erp", "shop"))
                    .or("nbp")
                    .en(
                            "Where the rate of an order in another currency than PLN comes from: `nbp` table A of the National Bank of Poland, of the last working day before the order; `erp` Symfonia's rates of the order's day; `shop` the shop's own rate, if its default currency is PLN and the rate is at most 3 days old (rule W2).")
                    .pl(
                            "Skąd jest kurs zamówienia w walucie innej niż PLN: `nbp` tabela A NBP z ostatniego dnia roboczego przed zamówieniem; `erp` kursy w Symfonii z dnia zamówienia; `shop` kurs sklepu, jeśli jego walutą domyślną jest PLN, a kurs ma najwyżej 3 dni (reguła W2)."));
    static final Key<Boolean> RENAME = ERP.with(perShop("symfonia.rename", Kind.flag())
            .or("true")
            .en("`true`: the ZMO gets the number of rule N1. `false`: it keeps the ERP's own number.")
            .pl("`true`: ZMO dostaje numer z reguły N1. `false`: zostaje przy numerze nadanym przez ERP."));

    static final Key<Duplicates> DUPLICATES = CONTRACTORS.with(
            perShop("contractor.duplicates", Kind.oneOf(Duplicates.class, "oldest", "newest", "stop"))
                    .or("oldest")
                    .en(
                            "Which card is taken when several in the ERP fit a buyer: the `oldest`, the `newest`, or none (`stop`: a dead letter names them) (rule K2).")
                    .pl(
                            "Która kartoteka jest wybierana, gdy w ERP do kupującego pasuje kilka: najstarsza (`oldest`), najnowsza (`newest`) albo żadna (`stop`: błąd do wyjaśnienia je wymienia) (reguła K2)."));
    static final Key<Boolean> PERSON = CONTRACTORS.with(
            perShop("contractor.person", Kind.choice("one-off"::equals, "card", "one-off"))
                    .or("card")
                    .en(
                            "What becomes of a buyer without a NIP in the ERP: a `card`, or nothing (`one-off`: the document carries the buyer's name and address itself) (rule K3).")
                    .pl(
                            "Co w ERP powstaje dla kupującego bez NIP-u: kartoteka (`card`) albo nic (`one-off`: dokument sam niesie jego nazwę i adres) (reguła K3)."));
    static final Key<ContractorCodes.By> CODE = CONTRACTORS.with(
            perShop("contractor.code", Kind.oneOf(ContractorCodes.By.class, "account", "email", "login"))
                    .or("account")
                    .en(
                            "What the code of a new card is made of when the buyer has an account in the shop: the number of the `account`, the e-mail address (`email`), as for guests, or the `login`, for which the shop is asked once more for each order. Choose before the first order: cards are found by their code again (rule K3).")
                    .pl(
                            "Z czego powstaje kod nowej kartoteki, gdy kupujący ma konto w sklepie: z numeru konta (`account`), z adresu e-mail (`email`), jak u gości, albo z loginu (`login`), o który most dodatkowo pyta sklep przy każdym zamówieniu. Wybierz przed pierwszym zamówieniem: po kodzie kartoteka jest odnajdywana (reguła K3)."));
    static final Key<String> CODE_PREFIX = CONTRACTORS.with(
            perShop(
                            "contractor.code.prefix",
                            Kind.matching("[\\p{L}\\p{N}]{1,8}", "may hold up to 8 letters and digits"))
                    .example("SKLEP")
                    .en(
                            "What the code of a new card begins with. Empty: the letters of `order.number.prefix`. Choose before the first order.")
                    .pl(
                            "Od czego zaczyna się kod nowej kartoteki. Puste: od liter z `order.number.prefix`. Wybierz przed pierwszym zamówieniem."));
    static final Key<String> KIND = CONTRACTORS.with(perShop("contractor.kind", Kind.text())
            .example("SKLEP")
            .en("Code of the kind that new cards get in the ERP; the kind must exist there. Empty: none (rule K3).")
            .pl("Kod rodzaju, który dostają nowe kartoteki w ERP; rodzaj musi tam istnieć. Puste: żaden (reguła K3)."));
    static final Key<String> CATALOGUE = CONTRACTORS.with(
            perShop("contractor.catalogue", Kind.text())
                    .example("Sklep internetowy")
                    .en(
                            "Path of the catalogue that new cards are put in; the catalogue must exist in the ERP. Empty: the ERP's own choice (rule K3).")
                    .pl(
                            "Ścieżka katalogu, do którego trafiają nowe kartoteki; katalog musi istnieć w ERP. Puste: według ERP (reguła K3)."));
    static final Key<Update> UPDATE = CONTRACTORS.with(
            perShop("contractor.update", Kind.oneOf(Update.class, "never", "empty", "always"))
                    .or("never")
                    .en(
                            "What an order writes to a card that exists: nothing (`never`), the address, e-mail and phone that the card lacks (`empty`), or these three as they are in the order (`always`). Never a name or a NIP. A card that the ERP refuses to change is a warning on the order (rule K3).")
                    .pl(
                            "Co zamówienie zapisuje w istniejącej kartotece: nic (`never`), adres, e-mail i telefon, których jej brakuje (`empty`), albo te dane takie, jak w zamówieniu (`always`). Nigdy nazwę ani NIP. Gdy ERP odmówi zmiany, zamówienie dostaje ostrzeżenie (reguła K3)."));

    private SymfoniaKeys() {}
}
