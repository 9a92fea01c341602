package pl.zmobridge.symfonia;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import pl.zmobridge.order.PaymentForm;
import pl.zmobridge.stock.ErpStock;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;

/**
 * What is asked of the WebAPI and what its answers say (wire-symfonia): the only place that knows its paths. Readers throw
 * {@link ErpRefused} when the ERP says no and {@link ErpUnavailable} when its answer says nothing; after a write the latter means that
 * the work may have been done.
 */
public final class SymfoniaApi {
    private static final String PING = "Ping";

    private SymfoniaApi() {}

    // Sessions

    /** Opens a session, authorised by the application's key. */
    public static Request<String> openSession(String deviceName) {
        return Request.get("Sessions/OpenNewSession", "deviceName=" + Request.encode(deviceName), ErpAnswers::session);
    }

    /** Ends the session that authorises it. */
    public static Request<JsonNode> closeSession() {
        return Request.get("Sessions/CloseSession", "", ErpAnswers::question);
    }

    /** Whether the session that authorises it still lives. */
    public static Request<Boolean> sessionLives() {
        return Request.get("Sessions/SessionInformation", "", ErpAnswers::isInSession);
    }

    /** Open to all: whether a WebAPI answers here. */
    public static Request<JsonNode> ping() {
        return Request.get(PING, "", ErpAnswers::question);
    }

    /** Whether the ERP answers it without a session. */
    public static boolean isOpenToAll(Request<?> request) {
        return request.path().equals(PING);
    }

    // Orders

    public static Request<Optional<Zmo>> findById(int id) {
        return Request.get("Orders", "id=" + id, SymfoniaApi::zmo);
    }

    /** By the document's number (N1). */
    public static Request<Optional<Zmo>> findByNumber(String number) {
        return Request.get("Orders", "buffer=false&number=" + Request.encode(number), SymfoniaApi::zmo);
    }

    /** By the marker in its description, among the orders of some days. */
    public static Request<Optional<Zmo>> findMarked(String number, Span days) {
        return Request.get("Orders/Filter", days.query(), answer -> Zmo.marked(ErpAnswers.question(answer), number));
    }

    /** Writes a ZMO and issues it, or leaves it in the buffer. */
    public static Request<Issued> issue(String order, boolean buffer) {
        return new Request<>(
                "POST",
                "OrdersIssue/New",
                "issue=" + !buffer,
                order,
                answer -> Issued.read(ErpAnswers.written(answer)));
    }

    /** Whose id it is, and whether anything was done to it; empty when the ERP has no such ZMO (S6). */
    public static Request<Optional<ZmoStatus>> status(int id) {
        return Request.get("Orders/Status", "orderId=" + id, answer -> ZmoStatus.read(ErpAnswers.question(answer)));
    }

    /** A ZMO with its positions. */
    public static Request<Optional<StoredZmo>> stored(int id) {
        return Request.get("Orders", "id=" + id, answer -> StoredZmo.read(ErpAnswers.question(answer)));
    }

    /** Changes a ZMO in place (S4). */
    public static Request<Issued> edit(String order) {
        return new Request<>("PUT", "OrdersIssue/Edit", "", order, answer -> Issued.read(ErpAnswers.written(answer)));
    }

    /** Deletes a ZMO; one that is gone already is deleted (E1). */
    public static Request<JsonNode> delete(int id) {
        return new Request<>("DELETE", "OrdersIssue/Delete", "id=" + id, "", ErpAnswers::question);
    }

    /** Gives a ZMO its number; doing it twice does no harm. */
    public static Request<JsonNode> rename(int id, String number) {
        return new Request<>(
                "PATCH",
                "OrdersIssue/DocumentNumber",
                "id=" + id + "&number=" + Request.encode(number),
                "",
                ErpAnswers::write);
    }

    // Sales

    /** Issues the documents of a ZMO; the ERP must name them. */
    public static Request<List<SalesDocument>> sell(int zmoId, SalesDocument.Kind kind) {
        return new Request<>(
                "PUT",
                "OrdersIssue/" + kind,
                "orderId=" + zmoId,
                "",
                answer -> SalesDocument.issued(ErpAnswers.write(answer), kind));
    }

    /** The documents of a ZMO; empty when none exists. */
    public static Request<List<SalesDocument>> documents(int zmoId, SalesDocument.Kind kind) {
        return Request.get(
                "Orders/" + kind, "orderId=" + zmoId, answer -> SalesDocument.read(ErpAnswers.question(answer), kind));
    }

    /** A buyer's sales documents of some days, for {@link SalesSearch}. */
    public static Request<JsonNode> sales(Optional<Integer> buyerId, Span days) {
        return Request.get(
                "Sales/Filter",
                "buyerId=" + buyerId.map(String::valueOf).orElse("") + "&" + days.query(),
                ErpAnswers::question);
    }

    /** A sales document as it is printed. */
    public static Request<SalePdf> pdf(int documentId) {
        return Request.get(
                "Sales/PDF", "documentId=" + documentId, answer -> SalePdf.read(ErpAnswers.question(answer)));
    }

    // Contractors

    /** @param query of {@link ContractorSearch} */
    public static Request<JsonNode> contractors(String query) {
        return Request.get("Contractors", query, ErpAnswers::question);
    }

    public static Request<Contractor> createContractor(String contractor) {
        return new Request<>(
                "POST",
                "Contractors/Create",
                "syncFk=false",
                contractor,
                answer -> Contractor.created(ErpAnswers.written(answer)));
    }

    /**
     * Writes a card anew; doing it twice does no harm.
     *
     * @param contractor a card that exists, as it shall be
     * @return the contractor that it is of: the ERP answers nothing
     */
    public static Request<Contractor> updateContractor(String contractor, Contractor known) {
        return new Request<>("PUT", "Contractors/Update", "syncFk=false", contractor, answer -> {
            ErpAnswers.write(answer);
            return known;
        });
    }

    // Dictionaries

    public static Request<List<PaymentForm>> paymentForms() {
        return Request.get("PaymentForms", "", answer -> PaymentDictionary.read(ErpAnswers.question(answer)));
    }

    /** For {@link VatDictionary}. */
    public static Request<JsonNode> vatRates() {
        return list("VatRates", "");
    }

    /** For {@link RateDictionary}. */
    public static Request<RateDictionary.Currencies> currencies() {
        return Request.get("Currencies", "", answer -> RateDictionary.currencies(ErpAnswers.question(answer)));
    }

    /** The rates of that day, for {@link RateDictionary}. */
    public static Request<RateDictionary.Rates> currencyRates(int currencyId, String currency, LocalDate day) {
        return Request.get(
                "CurrencyRates",
                "currencyId=" + currencyId + "&date=" + day,
                answer -> RateDictionary.rates(ErpAnswers.question(answer), currencyId, currency, day));
    }

    /** Those that belong to one payment registry. */
    public static Request<List<PaymentForm>> paymentFormsOf(int registryId) {
        return Request.get(
                "PaymentForms",
                "registryId=" + registryId,
                answer -> PaymentDictionary.read(ErpAnswers.question(answer)));
    }

    public static Request<JsonNode> zmoTypes() {
        return list("Orders/ZMODocumentTypes", "");
    }

    /** A type of document with its {@code Character} and JPK markers; a missing node when there is none of that id. */
    public static Request<JsonNode> documentType(String id) {
        return list("DocumentTypes", "id=" + Request.encode(id));
    }

    public static Request<JsonNode> seriesOf(int documentTypeId) {
        return list("Orders/DocumentSeries", "documentTypeId=" + documentTypeId);
    }

    public static Request<JsonNode> departments() {
        return list("Departments", "");
    }

    public static Request<JsonNode> paymentRegistries() {
        return list("PaymentRegistries", "");
    }

    public static Request<JsonNode> warehouses() {
        return list("Warehouses", "");
    }

    /** What is left of every product in every warehouse. */
    public static Request<List<ErpStock>> inventory() {
        return Request.get("InventoryStates", "", InventoryStates::read);
    }

    /** A missing node when there is no product of that code. */
    public static Request<JsonNode> product(String code) {
        return list("Products", "code=" + Request.encode(code));
    }

    private static Request<JsonNode> list(String path, String query) {
        return Request.get(path, query, ErpAnswers::question);
    }

    private static Optional<Zmo> zmo(Answer answer) {
        return Zmo.read(ErpAnswers.question(answer));
    }
}
