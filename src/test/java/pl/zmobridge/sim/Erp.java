package pl.zmobridge.sim;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The one background instance of the ERP that the WebAPI drives. Whoever touches it holds its monitor. */
final class Erp {
    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

    final ErpDictionaries dictionaries = new ErpDictionaries();
    final ErpContractors contractors = new ErpContractors(dictionaries);
    final ErpStock stock = new ErpStock();
    final ErpOrders orders = new ErpOrders(new ErpIssue(dictionaries, contractors), stock, dictionaries);
    final ErpSales sales = new ErpSales(orders, stock, dictionaries);
    volatile boolean missingOrderHasNoSales;
    private final Clock clock;

    Erp(Clock clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
