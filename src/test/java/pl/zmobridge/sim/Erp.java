package pl.zmobridge.sim;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** The one background instance of the ERP that the WebAPI drives. Whoever touches it holds its monitor. */
final class Erp {
    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

    final ErpSwitches switches = new ErpSwitches();
    final ErpLists lists = new ErpLists();
    final ErpDictionaries dictionaries = new ErpDictionaries();
    final ErpStock stock = new ErpStock();
    final ErpChanges changes = new ErpChanges(this::now);
    final ErpContractors contractors = new ErpContractors(dictionaries, lists, switches, changes);
    final ErpOrders orders =
            new ErpOrders(new ErpIssue(dictionaries, contractors, lists, switches), stock, dictionaries, changes);
    final ErpSales sales = new ErpSales(orders, contractors, stock, dictionaries, changes);
    final ErpCorrections corrections = new ErpCorrections(sales, switches);
    volatile boolean missingOrderHasNoSales;
    private final Clock clock;

    Erp(Clock clock) {
        this.clock = clock;
    }

    LocalDate today() {
        return now().toLocalDate();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZONE);
    }

    /** Documents, contractors, stock and numbers, not what the installation has been set up with. */
    SimSnapshot snapshot() {
        List<Runnable> parts = List.of(contractors.snapshot(), stock.snapshot(), orders.snapshot(), sales.snapshot());
        return new SimSnapshot(() -> parts.forEach(Runnable::run));
    }
}
