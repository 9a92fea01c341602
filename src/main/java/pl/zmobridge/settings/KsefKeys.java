package pl.zmobridge.settings;

import static pl.zmobridge.settings.Key.common;
import static pl.zmobridge.settings.Key.perShop;

import java.time.Duration;
import pl.zmobridge.settings.Key.Need;

/** The keys of what is read from KSeF, the state's register of invoices. */
final class KsefKeys {
    static final Section KSEF = new Section("KSeF numbers of invoices", "numery KSeF faktur");

    static final Key<Boolean> ENABLED = KSEF.with(
            perShop("ksef.enabled", Kind.flag())
                    .or("false")
                    .en(
                            "`true`: the bridge asks KSeF which invoices have their number, and shows it with the order. Symfonia sends the invoices itself. Needs routes/ksef.camel.yaml.")
                    .pl(
                            "`true`: most pyta KSeF, które faktury mają już numer, i pokazuje go przy zamówieniu. Faktury wysyła sama Symfonia. Wymaga routes/ksef.camel.yaml."));
    static final Key<String> URL = KSEF.with(
            perShop("ksef.url", Kind.url(true))
                    .or("https://api.ksef.mf.gov.pl/v2")
                    .en(
                            "Address of the KSeF API 2.0. `https://api-demo.ksef.mf.gov.pl/v2` and `https://api-test.ksef.mf.gov.pl/v2` are for trials.")
                    .pl(
                            "Adres API KSeF 2.0. Do prób służą `https://api-demo.ksef.mf.gov.pl/v2` i `https://api-test.ksef.mf.gov.pl/v2`."));
    static final Key<String> NIP = KSEF.with(perShop("ksef.nip", Kind.matching("\\d{10}", "must be ten digits"))
            .example("5260001246")
            .needed(whenEnabled())
            .en("NIP of the seller, ten digits.")
            .pl("NIP sprzedawcy, dziesięć cyfr."));
    static final Key<String> TOKEN = KSEF.with(perShop("ksef.token", Kind.text())
            .needed(whenEnabled())
            .asSecret()
            .en("KSeF token with the right to read invoices alone (`InvoiceRead`), made in the KSeF application.")
            .pl("Token KSeF z samym prawem do przeglądania faktur (`InvoiceRead`), utworzony w aplikacji KSeF."));
    static final Key<String> POLL_CRON = KSEF.with(
            common("ksef.poll.cron", Kind.quartz())
                    .or("0 0/15 * * * ?")
                    .en(
                            "When KSeF is asked: a Quartz expression. KSeF answers 20 questions an hour; the bridge asks at most 19, however often this is due.")
                    .pl(
                            "Kiedy most pyta KSeF: wyrażenie Quartz. KSeF odpowiada na 20 pytań na godzinę; most zadaje najwyżej 19, niezależnie od tego ustawienia."));
    static final Key<Duration> ALARM = KSEF.with(
            perShop("ksef.alarm", Kind.duration())
                    .or("24h")
                    .en(
                            "An invoice that must be in KSeF (rule D1) and has no number there so long after its sale is a review.")
                    .pl(
                            "Faktura, która musi być w KSeF (reguła D1), a tyle czasu po sprzedaży nie ma tam numeru, jest sprawą do sprawdzenia."));

    private KsefKeys() {}

    private static Need whenEnabled() {
        return new Need(
                values -> values.get(ENABLED),
                "is missing though ksef.enabled=true",
                "with `ksef.enabled=true`",
                "przy `ksef.enabled=true`");
    }
}
