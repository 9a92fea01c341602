package pl.zmobridge.settings;

import static pl.zmobridge.settings.Key.common;
import static pl.zmobridge.settings.Key.perShop;

import java.util.List;

/** The keys of the stock that the shop shows. */
final class StockKeys {
    static final Section STOCK =
            new Section("Stock from Symfonia in the shop", "stany magazynowe z Symfonii w sklepie");

    static final Key<Boolean> ENABLED = STOCK.with(
            perShop("stock.enabled", Kind.flag())
                    .or("false")
                    .en(
                            "`true`: the shop's stock follows what Symfonia has left to sell (docs/stock.md). Try it with `stock.dry-run=true` first. Needs routes/stock.camel.yaml and the permission `product-stocks:edit`.")
                    .pl(
                            "`true`: stany w sklepie idą za tym, co Symfonia ma jeszcze do sprzedania (docs/stock.md). Najpierw wypróbuj z `stock.dry-run=true`. Wymaga routes/stock.camel.yaml i uprawnienia `product-stocks:edit`."));
    static final Key<String> POLL_CRON = STOCK.with(
            common("stock.poll.cron", Kind.quartz())
                    .or("0 0/5 * * * ?")
                    .en(
                            "When stock is compared: a Quartz expression. A shop of 20,000 variants takes some five minutes, because orders go first.")
                    .pl(
                            "Kiedy most porównuje stany: wyrażenie Quartz. Sklep z 20 000 wariantów zajmuje około pięciu minut, bo zamówienia mają pierwszeństwo."));
    static final Key<List<String>> WAREHOUSES = STOCK.with(perShop("stock.warehouses", Kind.texts())
            .example("MAG,SKLEP")
            .en("Codes of the warehouses in Symfonia whose stock the shop sells, separated by commas. Empty: all.")
            .pl("Kody magazynów w Symfonii, z których sprzedaje sklep, po przecinku. Puste: wszystkie."));
    static final Key<Integer> BUFFER = STOCK.with(perShop("stock.buffer", Kind.number(0, 1_000_000))
            .or("0")
            .en("So many pieces of each product are never shown in the shop.")
            .pl("Tylu sztuk każdego towaru sklep nigdy nie pokazuje."));
    static final Key<Integer> MAX = STOCK.with(perShop("stock.max", Kind.number(0, 1_000_000))
            .example("20")
            .en("No more pieces of a product are shown in the shop. Empty: no limit.")
            .pl("Sklep nie pokazuje więcej sztuk towaru niż tyle. Puste: bez ograniczenia."));
    static final Key<List<String>> ONLY = STOCK.with(
            perShop("stock.only", Kind.texts())
                    .example("SPD-,BUT-")
                    .en(
                            "Beginnings of product codes in the shop, separated by commas: the stock of other products is left alone. Empty: all products.")
                    .pl(
                            "Początki kodów towarów w sklepie, po przecinku: stanów innych towarów most nie rusza. Puste: wszystkie towary."));
    static final Key<Boolean> DRY_RUN = STOCK.with(perShop("stock.dry-run", Kind.flag())
            .or("false")
            .en("`true`: stock is compared and nothing is written; `GET /api/stock` shows what would change.")
            .pl("`true`: most porównuje stany i niczego nie zapisuje; `GET /api/stock` pokazuje, co by zmienił."));

    private StockKeys() {}
}
