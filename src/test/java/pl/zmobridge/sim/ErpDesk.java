package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Consumer;

/** What people do in the ERP by hand, past the WebAPI. All methods may be called from any thread while requests run. */
public final class ErpDesk {
    private final Erp erp;

    ErpDesk(Erp erp) {
        this.erp = erp;
    }

    // ---- orders and sales

    /** Somebody issues the order's sales document. */
    public ObjectNode realiseByHand(long orderId) {
        synchronized (erp) {
            return erp.sales.realise(erp.orders.known(orderId), erp.today()).deepCopy();
        }
    }

    /** Somebody sells half of the order; its {@code DocumentStatus} is then 8. */
    public ObjectNode realiseHalf(long orderId) {
        synchronized (erp) {
            return erp.sales.realiseHalf(erp.orders.known(orderId), erp.today()).deepCopy();
        }
    }

    /** Somebody sends the order's goods: a warehouse document, without a sale. */
    public ObjectNode releaseByHand(long orderId) {
        synchronized (erp) {
            return erp.sales.release(erp.orders.known(orderId), erp.today()).deepCopy();
        }
    }

    /** Somebody marks the order as settled; its {@code DocumentStatus} stays. */
    public void settleByHand(long orderId) {
        synchronized (erp) {
            erp.orders.known(orderId).document().put("ManualSettled", true);
        }
    }

    /** Somebody closes the order without selling it: {@code DocumentStatus} 32. */
    public void closeOrder(long orderId) {
        synchronized (erp) {
            erp.orders.status(erp.orders.known(orderId), ErpOrder.CLOSED);
        }
    }

    /** Somebody cancels the order: it stays, {@code Canceled} is 1, its stock is free. */
    public void cancelOrder(long orderId) {
        synchronized (erp) {
            erp.orders.cancel(orderId);
        }
    }

    public void cancelSale(long saleId) {
        synchronized (erp) {
            erp.sales.cancel(saleId);
        }
    }

    /** Somebody corrects a sales document; the same body as for {@code SalesIssue/NewCorrection}. */
    public ObjectNode correct(ObjectNode correction) {
        synchronized (erp) {
            return erp.corrections
                    .issue(ErpNames.canonical(correction), false, erp.today())
                    .deepCopy();
        }
    }

    /** Somebody issues an order that lies in the buffer; it gets its number. */
    public ObjectNode issueFromBuffer(long orderId) {
        synchronized (erp) {
            return erp.orders.outOfBuffer(orderId).document().deepCopy();
        }
    }

    /** Somebody changes an order; the same fields as for {@code PUT /api/OrdersIssue/Edit}. */
    public ObjectNode editOrder(ObjectNode edit) {
        synchronized (erp) {
            return erp.orders.edit(ErpNames.canonical(edit)).document().deepCopy();
        }
    }

    public ObjectNode renameOrder(long orderId, String number) {
        synchronized (erp) {
            return erp.orders.rename(orderId, number).document().deepCopy();
        }
    }

    // ---- contractors and products

    public void editContractor(String code, Consumer<ObjectNode> edit) {
        synchronized (erp) {
            erp.contractors.change(code, edit);
        }
    }

    /** The card is kept and can be found, but a sale to it is refused. */
    public void deactivateContractor(String code) {
        editContractor(code, card -> card.put("Active", false));
    }

    /** Comes off every position of the contractor's documents, in percent. */
    public void contractorDiscount(String code, String percent) {
        editContractor(code, card -> card.put("DefaultDiscountPercent", new BigDecimal(percent)));
    }

    /** While over it, a sale to the contractor is refused. */
    public void overCreditLimit(String code, boolean over) {
        synchronized (erp) {
            erp.contractors.overLimit(code, over);
        }
    }

    /** The rate of the product's card, for positions that name none. */
    public void productRate(String code, String rate) {
        synchronized (erp) {
            erp.dictionaries.product(code).orElseThrow().putObject("VatRate").put("Code", rate);
        }
    }

    // ---- what the installation has been set up with

    public void vatRate(String code, String name, String value, boolean active) {
        synchronized (erp) {
            erp.lists.vatRate(code, name, value, 0, active);
        }
    }

    /** From that day, {@code 2026-10-01}, until a later one has its own. */
    public void currencyRate(String code, String day, String rate) {
        synchronized (erp) {
            erp.lists.currencyRate(code, LocalDate.parse(day), new BigDecimal(rate));
        }
    }

    public void noCurrencyRates(String code) {
        synchronized (erp) {
            erp.lists.noCurrencyRates(code);
        }
    }

    /**
     * A type of sales document.
     *
     * @param character 40 invoice, 50 receipt
     * @param jpk the sum of its markers: WSTO_EE 1048576, MPP 131072, FP 4
     */
    public void salesType(long id, String code, String name, int character, int jpk) {
        synchronized (erp) {
            erp.dictionaries.salesType(id, code, name, character, jpk);
        }
    }

    /** A type of ZMO with its one series that is realised into documents of that sales type. */
    public void orderType(long id, String code, String series, long salesType) {
        synchronized (erp) {
            erp.dictionaries.type(id, code, "Zamówienie " + code, salesType, series);
        }
    }
}
