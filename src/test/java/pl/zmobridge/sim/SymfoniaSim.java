package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Symfonia's WebAPI over HTTP, with an ERP behind it that a test can fill, change and read. All methods may be called from any
 * thread while requests run. Knows the products, payment forms and types that {@link SampleOrders} need, with 100 000 of
 * each product in stock.
 */
public final class SymfoniaSim extends SimHost {
    /** The GUID that the WebAPI accepts as its application. */
    public static final String APPLICATION_GUID = ErpSessions.APPLICATION;

    private static final BigDecimal PLENTY = new BigDecimal(100_000);

    private final Erp erp;
    private final ErpSessions sessions;
    private final ErpRenderer renderer;
    private final ErpDesk desk;
    private final ErpApi api;
    private final SimServer server;

    public SymfoniaSim() {
        this(Clock.systemUTC());
    }

    /** The clock dates documents (in Europe/Warsaw) and ends idle sessions. */
    public SymfoniaSim(Clock clock) {
        erp = new Erp(clock);
        Goods.CATALOGUE.forEach(goods -> erp.stock.set(goods.code(), PLENTY));
        desk = new ErpDesk(erp);
        renderer = new ErpRenderer(erp.switches);
        sessions = new ErpSessions(clock, erp.switches);
        api = new ErpApi(erp, sessions, renderer);
        server = new SimServer("symfonia-sim", clock, new Peer());
    }

    public SymfoniaSim start() {
        return start(0);
    }

    /** Listens on that port of 127.0.0.1, or on a free one for 0. */
    public SymfoniaSim start(int port) {
        server.start(port);
        return this;
    }

    @Override
    SimServer server() {
        return server;
    }

    /** Ways in which this installation differs from another. */
    public ErpSwitches switches() {
        return erp.switches;
    }

    /** What people do in the ERP by hand. */
    public ErpDesk desk() {
        return desk;
    }

    /** Documents, contractors, stock and numbers as they are now: a backup. */
    public SimSnapshot snapshot() {
        return locked(erp::snapshot);
    }

    /** Puts a backup back; ids and numbers given since are given again. */
    public void restore(SimSnapshot backup) {
        locked(backup::restore);
    }

    /** How many calls run at once; the others queue. */
    public void concurrency(int atOnce) {
        server.concurrency(atOnce);
    }

    /** The most requests that have been worked on at once. */
    public int mostAtOnce() {
        return server.mostAtOnce();
    }

    // ---- sessions

    public void expireSessions() {
        sessions.expireAll();
    }

    /** Every session ends after that many calls. */
    public void expireSessionsAfter(int calls) {
        sessions.expireAfter(calls);
    }

    /** Sessions that may be open at once; 100 at first. */
    public void sessionLimit(int licences) {
        sessions.limit(licences);
    }

    /** Unused for longer, a session ends; 30 minutes at first. */
    public void sessionIdle(Duration idle) {
        sessions.idle(idle);
    }

    public void applicationGuid(String guid) {
        sessions.application(guid);
    }

    /** Whose session the request was made in; empty for none. */
    public String device(SimRequest request) {
        return sessions.device(request.header("Authorization"));
    }

    public int openSessions() {
        return sessions.count();
    }

    /** How many sessions were ever opened. */
    public int sessionsOpened() {
        return sessions.opened();
    }

    // ---- how this installation behaves

    public void dates(ErpDates form) {
        renderer.dates(form);
    }

    /** Answers {@code token} where others answer {@code Token}. */
    public void camelCase(boolean wanted) {
        renderer.camelCase(wanted);
    }

    public void refusalsAs500(boolean wanted) {
        api.refusalsAs500(wanted);
    }

    /** A second realisation makes a second document instead of a refusal. */
    public void allowDoubleRealisation(boolean allowed) {
        locked(() -> erp.sales.allowDoubleRealisation(allowed));
    }

    /** What {@code DocumentStatus} a warehouse document gives its order; the wire file does not tell. */
    public void releaseGives(int status) {
        locked(() -> erp.sales.releaseGives(status));
    }

    /** The option "delete ZMO once realised". */
    public void deleteRealisedOrders(boolean deleted) {
        locked(() -> erp.sales.deleteRealised(deleted));
    }

    /** Asked for the sales documents of an order that is gone, answers an empty list instead of 404. */
    public void missingOrderHasNoSales(boolean wanted) {
        erp.missingOrderHasNoSales = wanted;
    }

    /** Realisation is refused while the period is closed. */
    public void closePeriod(boolean closed) {
        locked(() -> erp.sales.closePeriod(closed));
    }

    /** Longest code of a contractor: 20 at first, 40 at most. */
    public void contractorCodeLimit(int characters) {
        locked(() -> erp.contractors.codeLimit(characters));
    }

    /** Longest name of a contractor; without limit at first. */
    public void contractorNameLimit(int characters) {
        locked(() -> erp.contractors.nameLimit(characters));
    }

    // ---- dictionaries and stock

    public void addPaymentForm(long id, String name, int days, boolean active) {
        locked(() -> erp.dictionaries.paymentForm(id, name, days, active));
    }

    /** A type of ZMO with its series, realised into receipts or invoices. */
    public void addDocumentType(long id, String code, String series, boolean receipt) {
        locked(() -> erp.dictionaries.type(
                id, code, "Zamówienie " + code, receipt ? ErpDictionaries.RECEIPT : ErpDictionaries.INVOICE, series));
    }

    public void addProduct(String code, String name, String quantity) {
        addProduct(code, name, quantity, "23");
    }

    /** A product whose card has that rate, {@code 23} or {@code zw}. */
    public void addProduct(String code, String name, String quantity, String rate) {
        locked(() -> {
            erp.dictionaries.product(code, name, "szt.", rate, false);
            erp.stock.set(code, new BigDecimal(quantity));
        });
    }

    public void addService(String code, String name) {
        locked(() -> erp.dictionaries.product(code, name, "usł.", "23", true));
    }

    public void removeProduct(String code) {
        locked(() -> erp.dictionaries.removeProduct(code));
    }

    /** A delivery arrives. */
    public void restock(String code, String quantity) {
        locked(() -> erp.stock.add(code, new BigDecimal(quantity)));
    }

    /** There is exactly so much, reservations included. */
    public void setStock(String code, String quantity) {
        locked(() -> erp.stock.set(code, new BigDecimal(quantity)));
    }

    public BigDecimal stock(String code) {
        return locked(() -> erp.stock.inStore(code));
    }

    /** In stock and reserved for nobody. */
    public BigDecimal stockToSale(String code) {
        return locked(() -> erp.stock.toSale(code));
    }

    // ---- documents

    /** Corrections of sales documents, in the order they were issued. */
    public List<ObjectNode> corrections() {
        return locked(() -> copies(erp.corrections.all()));
    }

    /** A contractor as {@code POST /api/Contractors/Create} takes it; active unless it says otherwise. */
    public ObjectNode addContractor(ObjectNode contractor) {
        ObjectNode card = Json.object().put("Active", true);
        card.setAll((ObjectNode) ErpNames.canonical(contractor));
        return locked(() -> erp.contractors.create(card).deepCopy());
    }

    /** @param paymentFormId the contractor's default form, 0 for none */
    public ObjectNode addContractor(String code, String name, String nip, long paymentFormId) {
        ObjectNode contractor =
                Json.object().put("Code", code).put("Name", name).put("NIP", nip);
        if (paymentFormId != 0) {
            contractor.putObject("PaymentForm").put("Id", paymentFormId).put("Client", 0);
        }
        return addContractor(contractor);
    }

    public List<ObjectNode> contractors() {
        return locked(() -> copies(erp.contractors.all()));
    }

    /** Buyers and recipients given as data in a document only. */
    public List<ObjectNode> oneOffContractors() {
        return locked(() -> copies(erp.contractors.oneOffs()));
    }

    /** The orders that exist now, in the order they were issued. */
    public List<ObjectNode> orders() {
        return locked(
                () -> copies(erp.orders.all().stream().map(ErpOrder::document).toList()));
    }

    public Optional<ObjectNode> order(String number) {
        return locked(
                () -> erp.orders.byNumber(number).map(order -> order.document().deepCopy()));
    }

    /** How many orders were ever issued, the deleted ones included. */
    public int ordersIssued() {
        return locked(erp.orders::issued);
    }

    /** Every sales document, with {@code OrderId} and {@code OrderNumber} of its order. */
    public List<ObjectNode> invoices() {
        return locked(() -> copies(erp.sales.all()));
    }

    /** How many sales documents there are. */
    public int invoicesIssued() {
        return locked(() -> erp.sales.all().size());
    }

    public List<ObjectNode> warehouseDocuments() {
        return locked(() -> copies(erp.sales.releases()));
    }

    /** Somebody enters an order in the ERP; the same fields as for {@code POST /api/OrdersIssue/New}. */
    public ObjectNode issueOrder(ObjectNode issue) {
        return locked(() -> erp.orders
                .issue(ErpNames.canonical(issue), true, erp.today())
                .document()
                .deepCopy());
    }

    /** Somebody deletes the order in the ERP. */
    public boolean deleteOrder(long id) {
        return locked(() -> erp.orders.delete(id));
    }

    private static List<ObjectNode> copies(Collection<ObjectNode> nodes) {
        return nodes.stream().map(ObjectNode::deepCopy).toList();
    }

    /** All or nothing of what runs inside is seen by requests. */
    <T> T locked(Supplier<T> work) {
        synchronized (erp) {
            return work.get();
        }
    }

    private void locked(Runnable work) {
        synchronized (erp) {
            work.run();
        }
    }

    private final class Peer implements SimServer.Peer {
        private final ErpControl control = new ErpControl(SymfoniaSim.this);
        private final SimControl common = new SimControl();

        @Override
        public SimAnswer answer(SimRequest request) {
            return api.answer(request);
        }

        @Override
        public SimAnswer answerAfter(Runnable pause, SimRequest request) {
            return api.answer(request, pause);
        }

        @Override
        public SimAnswer control(SimRequest request) {
            return common.answer(request, server).orElseGet(() -> control.answer(request));
        }

        @Override
        public void expireSessions() {
            sessions.expireAll();
        }
    }
}
