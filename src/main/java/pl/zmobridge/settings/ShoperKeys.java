package pl.zmobridge.settings;

import static pl.zmobridge.settings.Key.common;
import static pl.zmobridge.settings.Key.perShop;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import pl.zmobridge.settings.Key.Need;

/** The keys of the shop, and of what the bridge writes there. */
final class ShoperKeys {
    static final Section SHOP = new Section("the shop (Shoper)", "sklep (Shoper)");
    static final Section FEEDBACK = new Section("feedback to the shop", "statusy w sklepie");

    static final Key<String> SHOP_ID = SHOP.with(
            common(
                            "shop.id",
                            Kind.matching(
                                    "[A-Za-z0-9][A-Za-z0-9-]{0,39}", "may hold up to 40 letters, digits and dashes"))
                    .or("main")
                    .en(
                            "Short name of the shop: letters, digits and dashes; part of every key of its state. Never change it later.")
                    .pl(
                            "Krótka nazwa sklepu: litery, cyfry i łączniki; część klucza wszystkiego, co most o nim pamięta. Nie zmieniaj jej później."));
    static final Key<String> SHOPER_URL = SHOP.with(perShop("shoper.url", Kind.url(true))
            .required("https://sklep.example.pl")
            .en("Address of the shop. It must be https; http is allowed for this machine only.")
            .pl("Adres sklepu. Musi być https; http tylko na tym komputerze."));
    static final Key<String> SHOPER_TLS_CA = SHOP.with(
            perShop("shoper.tls.ca", Kind.text())
                    .example("config/shop-ca.pem")
                    .en(
                            "File (PEM) with the certificates that vouch for the shop, instead of the public CAs: for a network whose proxy opens https. Empty: the CAs that Java trusts.")
                    .pl(
                            "Plik (PEM) z certyfikatami, które poświadczają sklep zamiast publicznych CA: dla sieci, w której serwer pośredniczący otwiera https. Puste: CA, którym ufa Java."));
    static final Key<String> SHOPER_TOKEN = SHOP.with(perShop("shoper.token", Kind.text())
            .needed(new Need(
                    values -> !values.has(ShoperKeys.SHOPER_TOKEN)
                            && !(values.has(ShoperKeys.SHOPER_LOGIN) && values.has(ShoperKeys.SHOPER_PASSWORD)),
                    "is missing, and so is shoper.login with shoper.password; one of the two is needed",
                    "without `shoper.login` and `shoper.password`",
                    "bez `shoper.login` i `shoper.password`"))
            .asSecret()
            .en("Token of an integration (\"Dodaj integrację\" in the shop's panel).")
            .pl("Token integracji („Dodaj integrację” w panelu sklepu)."));
    static final Key<String> SHOPER_LOGIN = SHOP.with(perShop("shoper.login", Kind.text())
            .needed(insteadOfToken())
            .example("zmo-bridge")
            .en("Login of an administrator in a WebApi group, instead of the token.")
            .pl("Login administratora z grupy WebApi, zamiast tokenu."));
    static final Key<String> SHOPER_PASSWORD = SHOP.with(perShop("shoper.password", Kind.text())
            .needed(insteadOfToken())
            .asSecret()
            .en("Password of that administrator.")
            .pl("Hasło tego administratora."));
    static final Key<String> SHOPER_POLL_CRON = SHOP.with(
            perShop("shoper.poll.cron", Kind.quartz())
                    .or("0 * * * * ?")
                    .example("0 */5 * * * ?")
                    .en(
                            "When the bridge asks the shop for new orders: a Quartz expression. The default is every full minute. It also asks at start.")
                    .pl(
                            "Kiedy most pyta sklep o nowe zamówienia: wyrażenie Quartz. Domyślnie co minutę. Pyta też przy starcie."));
    static final Key<LocalDate> SHOPER_IMPORT_SINCE = SHOP.with(
            perShop("shoper.import.since", Kind.day())
                    .example("2026-10-01")
                    .en(
                            "Orders placed before this day (yyyy-MM-dd, shop's time) are ignored. Empty: the moment of the first start.")
                    .pl(
                            "Zamówienia złożone przed tym dniem (rrrr-MM-dd, czas sklepu) są pomijane. Puste: chwila pierwszego startu."));
    static final Key<Set<Long>> SHOPER_IMPORT_STATUSES = SHOP.with(
            perShop("shoper.import.statuses", Kind.statusIds())
                    .or("")
                    .example("3,6")
                    .en(
                            "Ids of the shop's statuses to import, separated by commas. Empty: all. An order is imported as soon as it has one of them.")
                    .pl(
                            "Numery statusów sklepu do importu, po przecinku. Puste: wszystkie. Zamówienie jest importowane, gdy tylko ma jeden z nich."));
    static final Key<Set<Long>> SHOPER_IMPORT_ORIGINS = SHOP.with(
            perShop("shoper.import.origins", Kind.origins())
                    .or("")
                    .example("0,2,8")
                    .en(
                            "Numbers of the origins whose orders are imported, separated by commas: 0 shop, 1 Facebook, 2 mobile, 3 Allegro, 4 API, 5 panel, 6 administrator, 8 Google, 100–111 Apilo. Empty: all. Orders of other origins are ignored.")
                    .pl(
                            "Numery źródeł, z których zamówienia są importowane, po przecinku: 0 sklep, 1 Facebook, 2 aplikacja mobilna, 3 Allegro, 4 API, 5 panel, 6 administrator, 8 Google, 100–111 Apilo. Puste: wszystkie. Zamówienia z innych źródeł są pomijane."));
    static final Key<String> SHOPER_IMPORT_ORDER = SHOP.with(perShop("shoper.import.order", Kind.oneOf("FIFO", "LIFO"))
            .or("FIFO")
            .en("`FIFO`: oldest order first. `LIFO`: newest first.")
            .pl("`FIFO`: najpierw najstarsze zamówienie. `LIFO`: najpierw najnowsze."));
    static final Key<Duration> SHOPER_IMPORT_SETTLE = SHOP.with(
            perShop("shoper.import.settle", Kind.durationOrNone())
                    .or("20s")
                    .en(
                            "An order younger than this may still be being built: it is looked at again at the next poll, and imported when it has not changed or is older. `0s` turns that off.")
                    .pl(
                            "Młodsze zamówienie może jeszcze powstawać: most zagląda do niego przy następnym odpytaniu i importuje je, gdy się nie zmieniło albo jest starsze. `0s` to wyłącza."));

    static final Key<String> WEBHOOK_ADDRESS = SHOP.with(
            perShop("shoper.webhook.address", Kind.text())
                    .asSecret()
                    .en(
                            "The last part of the address to which the shop posts what happens there: 20 to 100 letters and digits that nobody can guess. Together with `shoper.webhook.secret` an order comes in within seconds. Empty: the shop is only polled.")
                    .pl(
                            "Ostatnia część adresu, na który sklep wysyła powiadomienia: od 20 do 100 liter i cyfr, których nikt nie odgadnie. Razem z `shoper.webhook.secret` sprawia, że zamówienie przychodzi w kilka sekund. Puste: most tylko odpytuje sklep."));
    static final Key<String> WEBHOOK_SECRET = SHOP.with(perShop("shoper.webhook.secret", Kind.text())
            .asSecret()
            .en("What the shop signs those messages with; the same as in its panel. Needs `shoper.webhook.address`.")
            .pl("Tym sklep podpisuje te powiadomienia; to samo co w jego panelu. Wymaga `shoper.webhook.address`."));

    static final Key<Long> IMPORTED_STATUS = FEEDBACK.with(perShop("feedback.imported-status", Kind.statusId())
            .example("4")
            .en("Id of the status that an order gets in the shop once it is imported. Empty: none.")
            .pl("Numer statusu, który zamówienie dostaje w sklepie po imporcie. Puste: żaden."));
    static final Key<Long> REALISED_STATUS = FEEDBACK.with(perShop("feedback.realised-status", Kind.statusId())
            .example("5")
            .en("Id of the status that an order gets in the shop once it is realised. Empty: none.")
            .pl("Numer statusu, który zamówienie dostaje w sklepie po realizacji. Puste: żaden."));
    static final Key<Long> FAILED_STATUS = FEEDBACK.with(
            perShop("feedback.failed-status", Kind.statusId())
                    .example("9")
                    .en(
                            "Id of the status that an order gets in the shop once it waits for a person, because it could not be imported or realised. Each such failure sets it once; when the order goes on, the status of `feedback.imported-status` takes its place, unless the shop has another one by then. Empty: none.")
                    .pl(
                            "Numer statusu, który zamówienie dostaje w sklepie, gdy czeka na decyzję człowieka, bo nie dało się go zaimportować albo zrealizować. Każde takie wstrzymanie ustawia go raz; gdy zamówienie rusza dalej, zastępuje go status z `feedback.imported-status`, chyba że sklep ma już inny. Puste: żaden."));
    static final Key<String> KSEF = FEEDBACK.with(
            perShop("feedback.ksef", Kind.oneOf("notes"))
                    .example("notes")
                    .en(
                            "`notes`: an invoice's KSeF number is added to the order's private notes in the shop, once. Needs `ksef.enabled=true`. Empty: it is not.")
                    .pl(
                            "`notes`: most dopisuje numer KSeF faktury do prywatnych uwag zamówienia w sklepie, raz. Wymaga `ksef.enabled=true`. Puste: nie dopisuje."));

    private ShoperKeys() {}

    /** {@code shoper.token} reports that neither way to log in is complete. */
    private static Need insteadOfToken() {
        return new Need(values -> false, "", "without `shoper.token`", "bez `shoper.token`");
    }
}
