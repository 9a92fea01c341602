package pl.zmobridge.settings;

import static pl.zmobridge.settings.Key.common;
import static pl.zmobridge.settings.Key.perShop;

/** The keys of tracking numbers that go into the shop. */
final class ParcelKeys {
    static final Section PARCELS = new Section("tracking numbers into the shop", "numery przesyłek do sklepu");

    static final Key<Boolean> ENABLED = PARCELS.with(
            perShop("parcels.enabled", Kind.flag())
                    .or("false")
                    .en(
                            "`true`: tracking numbers from the console, the API, `zmo-bridge parcels` and `parcels.folder` go into the shop. The shop moves the order's status then, and may write to the buyer. Needs routes/parcels.camel.yaml, and the right to edit parcels in the shop.")
                    .pl(
                            "`true`: numery przesyłek z konsoli, API, `zmo-bridge parcels` i `parcels.folder` trafiają do sklepu. Sklep zmienia wtedy status zamówienia i może napisać do kupującego. Wymaga routes/parcels.camel.yaml i prawa edycji przesyłek w sklepie."));
    static final Key<String> FOLDER = PARCELS.with(
            common("parcels.folder", Kind.filePath())
                    .example("parcels")
                    .en(
                            "Folder for CSV files with the columns order, number and, if wanted, carrier. Each file is taken once and moved into `done`, with a report beside it; one that cannot be read goes into `failed`. A directory in the home directory unless the path begins with a slash or a drive; it must exist. Empty: no folder.")
                    .pl(
                            "Katalog na pliki CSV z kolumnami: zamówienie, numer przesyłki i ewentualnie przewoźnik. Most bierze każdy plik raz i przenosi go do `done`, obok kładąc raport; plik nie do odczytania trafia do `failed`. Jest w katalogu mostu, chyba że ścieżka zaczyna się od ukośnika albo litery dysku; musi istnieć. Puste: bez katalogu."));

    private ParcelKeys() {}
}
