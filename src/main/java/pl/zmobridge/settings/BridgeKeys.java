package pl.zmobridge.settings;

import static pl.zmobridge.settings.Key.common;

import java.time.Duration;
import pl.zmobridge.settings.Key.Need;

/** The keys of the bridge itself: one value for all shops. */
final class BridgeKeys {
    static final Section FAILURES = new Section("failures", "błędy");
    static final Section PERSONAL = new Section("personal data", "dane osobowe");
    static final Section NBP = new Section("rates of currencies", "kursy walut");
    static final Section DATABASE =
            new Section("the database (MariaDB 10.6 or newer)", "baza danych (MariaDB 10.6 lub nowsza)");
    static final Section CLUSTER = new Section("several machines", "kilka maszyn");
    static final Section HTTP = new Section("console and API", "konsola i API");
    static final Section LOG = new Section("log", "dziennik");

    static final Key<Duration> REDELIVERY_INITIAL = FAILURES.with(
            common("redelivery.initial", Kind.duration())
                    .or("60s")
                    .en(
                            "The wait before a dead letter is tried again. It doubles each time up to the maximum; trying never ends. Units: s, m, h.")
                    .pl(
                            "Po jakim czasie most ponawia krok, który się nie udał. Czas podwaja się aż do maksimum; próby się nie kończą. Jednostki: s, m, h."));
    static final Key<Duration> REDELIVERY_MAX = FAILURES.with(common("redelivery.max", Kind.duration())
            .or("15m")
            .en("The longest such wait.")
            .pl("Najdłuższy taki czas."));

    static final Key<Integer> RETENTION_DAYS = PERSONAL.with(
            common("retention.days", Kind.number(0, 36500))
                    .or("90")
                    .en(
                            "Names, addresses and raw data of an order are erased this many days after it was realised or closed (docs/personal-data.md). 0: never.")
                    .pl(
                            "Tyle dni po realizacji lub zamknięciu zamówienia most usuwa z niego nazwiska, adresy i dane źródłowe (docs/personal-data.md). 0: nigdy."));

    static final Key<String> NBP_URL = NBP.with(common("nbp.url", Kind.url(false))
            .or("https://api.nbp.pl")
            .en("Address of the National Bank of Poland's public API, for `symfonia.currency-rate=nbp` (rule W2).")
            .pl("Adres publicznego API Narodowego Banku Polskiego, dla `symfonia.currency-rate=nbp` (reguła W2)."));

    static final Key<String> DB_URL = DATABASE.with(
            common("db.url", Kind.text())
                    .needed(new Need(
                            values -> !values.carriesDatabase(),
                            "is missing",
                            "in a jar without a database",
                            "w pliku jar bez bazy"))
                    .example("jdbc:mariadb://127.0.0.1:3306/zmobridge")
                    .en(
                            "Address of the database on a MariaDB server. Empty: `embedded`, the database that a release and zmo-bridge-embedded.jar carry, in data/ of the home directory.")
                    .pl(
                            "Adres bazy na serwerze MariaDB. Puste: `embedded`, baza zawarta w wydaniu i w zmo-bridge-embedded.jar, w katalogu data/."));
    static final Key<String> DB_USER = DATABASE.with(common("db.user", Kind.text())
            .needed(new Need(
                    values -> !values.isDatabaseEmbedded(),
                    "is missing",
                    "unless `db.url=embedded`",
                    "chyba że `db.url=embedded`"))
            .example("zmobridge")
            .en("User of the database; empty with `db.url=embedded`.")
            .pl("Użytkownik bazy; puste przy `db.url=embedded`."));
    static final Key<String> DB_PASSWORD = DATABASE.with(common("db.password", Kind.text())
            .asSecret()
            .en("Password of that user; empty with `db.url=embedded`.")
            .pl("Hasło tego użytkownika; puste przy `db.url=embedded`."));
    static final Key<Integer> EMBEDDED_PORT = DATABASE.with(common("db.embedded.port", Kind.number(0, 65535))
            .or("0")
            .en("With `db.url=embedded`: the port of 127.0.0.1 on which the database listens. 0: a free one.")
            .pl("Przy `db.url=embedded`: port adresu 127.0.0.1, na którym baza nasłuchuje. 0: dowolny wolny."));
    static final Key<Integer> EMBEDDED_BACKUPS = DATABASE.with(common("db.embedded.backups", Kind.number(0, 3650))
            .or("7")
            .en("With `db.url=embedded`: how many daily backups are kept in backups/. 0: none are made.")
            .pl("Przy `db.url=embedded`: ile codziennych kopii zapasowych zostaje w backups/. 0: kopie nie powstają."));

    static final Key<Boolean> CLUSTER_ENABLED = CLUSTER.with(
            common("cluster.enabled", Kind.flag())
                    .or("false")
                    .en(
                            "`true`: bridges with the same database and the same shops share the polls and take over those of a dead one. All bridges of a database share the orders in any case: docs/scaling.md.")
                    .pl(
                            "`true`: mosty z tą samą bazą i tymi samymi sklepami dzielą się odpytywaniem sklepów i przejmują je po moście, który przestał działać. Zamówieniami dzielą się zawsze: docs/scaling.md."));

    static final Key<String> HTTP_HOST = HTTP.with(common("http.host", Kind.text())
            .or("127.0.0.1")
            .en("Address on which the console and the API answer.")
            .pl("Adres, pod którym odpowiadają konsola i API."));
    static final Key<Integer> HTTP_PORT = HTTP.with(common("http.port", Kind.number(1, 65535))
            .or("8080")
            .en("Port of the console and the API.")
            .pl("Port konsoli i API."));
    static final Key<Integer> HTTP_CONNECTIONS = HTTP.with(common("http.connections", Kind.number(40, 10_000))
            .or("200")
            .en("How many connections to the console and the API may be open at a time; further ones are closed.")
            .pl("Ile połączeń z konsolą i API może być otwartych naraz; kolejne most zamyka."));
    static final Key<Integer> HTTP_CONNECTIONS_PER_ADDRESS = HTTP.with(
            common("http.connections-per-address", Kind.number(1, 10_000))
                    .or("20")
                    .en(
                            "How many of them from one address. Behind a proxy all requests come from its address: `100`, and `ops.password` is needed, see docs/proxy.md.")
                    .pl(
                            "Ile z nich z jednego adresu. Jeśli przed mostem stoi proxy, wszystkie zapytania przychodzą z jego adresu: wtedy `100` i koniecznie `ops.password`, zob. docs/proxy.md."));
    static final Key<String> OPS_USER = HTTP.with(common("ops.user", Kind.text())
            .or("admin")
            .en("User of the console and the API.")
            .pl("Użytkownik konsoli i API."));
    static final Key<String> OPS_PASSWORD = HTTP.with(
            common("ops.password", Kind.text())
                    .asSecret()
                    .en(
                            "Password of that user. Without one, and without users in config/users.properties (docs/people.md), only requests from this machine are answered.")
                    .pl(
                            "Hasło tego użytkownika. Bez hasła i bez użytkowników w config/users.properties (docs/people.md) most odpowiada tylko na zapytania z tego komputera."));

    static final Key<LogFormat> LOG_FORMAT = LOG.with(
            common("log.format", Kind.oneOf(LogFormat.class, "text", "json"))
                    .or("text")
                    .en(
                            "`text`: a line for people. `json`: one JSON object a line, with time, level, logger, message, shop and order.")
                    .pl(
                            "`text`: wiersz dla ludzi. `json`: jeden obiekt JSON w wierszu, z czasem, poziomem, źródłem, treścią, sklepem i zamówieniem."));

    static final Key<String> LOG_FILE = LOG.with(
            common("log.file", Kind.filePath())
                    .example("logs/zmo-bridge.log")
                    .en(
                            "File that the log is written to besides, as `log.format` says; a relative path is one of the working directory. A new file is begun each day and when it is full; those before are compressed. Write Windows paths with forward slashes (`C:/zmo-bridge/logs/zmo-bridge.log`). Empty: no file.")
                    .pl(
                            "Plik, do którego dziennik trafia dodatkowo, w postaci `log.format`; ścieżka względna liczy się od katalogu roboczego. Nowy plik zaczyna się co dzień i gdy poprzedni jest pełny; wcześniejsze są kompresowane. Ścieżki Windows pisz ze zwykłymi ukośnikami (`C:/zmo-bridge/logs/zmo-bridge.log`). Puste: bez pliku."));
    static final Key<Long> LOG_FILE_SIZE = LOG.with(
            common("log.file.size", Kind.size())
                    .or("10MB")
                    .en(
                            "With `log.file`: a file of this size is full. In all, the files take at most twenty times as much. Units: KB, MB, GB.")
                    .pl(
                            "Przy `log.file`: plik tej wielkości jest pełny. Wszystkie razem zajmą najwyżej dwadzieścia razy tyle. Jednostki: KB, MB, GB."));
    static final Key<Integer> LOG_FILE_DAYS = LOG.with(common("log.file.days", Kind.number(1, 3650))
            .or("30")
            .en("With `log.file`: how many days the files of the days before are kept.")
            .pl("Przy `log.file`: ile dni zostają pliki z poprzednich dni."));

    private BridgeKeys() {}
}
