package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import pl.zmobridge.order.OrderCard;
import pl.zmobridge.order.PaymentForms;
import pl.zmobridge.order.PaymentForms.Match;
import pl.zmobridge.register.ImportStep.Question;
import pl.zmobridge.register.Rows;
import pl.zmobridge.register.Work;
import pl.zmobridge.symfonia.Contractor;
import pl.zmobridge.symfonia.ContractorCodes;
import pl.zmobridge.symfonia.ContractorSearch;
import pl.zmobridge.symfonia.Contractors;
import pl.zmobridge.symfonia.OrderIssues;
import pl.zmobridge.symfonia.SalesDocument;
import pl.zmobridge.symfonia.SalesSearch;
import pl.zmobridge.symfonia.Span;
import pl.zmobridge.symfonia.Wire;
import pl.zmobridge.symfonia.Zmo;

/** The steps that routes take with the ERP's answers. */
public final class ErpSteps {
    private final Shops shops;
    private final InstantSource clock;

    public ErpSteps(Shops shops, InstantSource clock) {
        this.shops = shops;
        this.clock = clock;
    }

    /** The query of {@code GET Orders} by the order's number (N1). */
    public String numberQuery(@Variable("work") Work work) {
        return "buffer=false&number=" + Wire.encode(work.number());
    }

    /** The query of {@code PATCH OrdersIssue/DocumentNumber}. */
    public String renameQuery(@Variable("work") Work work, @Variable("zmo") Zmo zmo) {
        return "id=" + zmo.id() + "&number=" + Wire.encode(work.number());
    }

    /** Whether a question must be asked before the next write (I2). */
    public boolean asks(
            Question question,
            @Variable("shop") String shop,
            @Variable("work") Work work,
            @ExchangeProperty("CamelDuplicateMessage") Boolean begunBefore) {
        return work.step()
                .questions(Boolean.TRUE.equals(begunBefore), of(shop).settings().rename())
                .contains(question);
    }

    /** The same, unless an earlier question has found the ZMO. */
    public boolean asksAlso(
            Question question,
            @Variable("shop") String shop,
            @Variable("work") Work work,
            @ExchangeProperty("CamelDuplicateMessage") Boolean begunBefore,
            @Variable("zmo") Zmo zmo) {
        return zmo == null && asks(question, shop, work, begunBefore);
    }

    /** The answer of {@code GET Orders} or {@code POST OrdersIssue/New}; null when there is no such order. */
    public Zmo zmo(@Body JsonNode order) {
        return Zmo.read(order).orElse(null);
    }

    /** The query of {@code GET Orders/Filter} over the days on which an earlier attempt can have written the ZMO. */
    public String markerSpan(@Variable("work") Work work) {
        return span(work).query();
    }

    /** The ZMO whose description starts with the order's number; null when there is none. */
    public Zmo marked(@Variable("work") Work work, @Body JsonNode list) {
        return Zmo.marked(list, work.number()).orElse(null);
    }

    public ContractorSearch beginSearch(@Variable("shop") String shop, @Variable("work") Work work) {
        ContractorCodes codes = of(shop).codes();
        OrderCard card = work.card();
        String code = codes.code(work.userId(), card.contractor().email(), work.orderId());
        return ContractorSearch.begin(
                work.contractorId(), work.nips(), card.contractor().nip(), code, codes);
    }

    /** The search after the answer of {@code GET Contractors}. */
    public ContractorSearch answered(@Variable("search") ContractorSearch search, @Body JsonNode answer) {
        return search.answered(answer);
    }

    /** The body of {@code POST Contractors/Create}. */
    public String newContractor(
            Exchange exchange, @Variable("work") Work work, @Variable("contractorCode") String code) {
        List<String> cuts = new ArrayList<>();
        String body = Contractors.create(code, work.card().contractor(), cuts);
        exchange.setVariable("cuts", cuts);
        return body;
    }

    /**
     * After a refusal to create the contractor: another worker, for another order of the same person, or somebody in the ERP was
     * faster, and the contractor exists.
     *
     * @throws RuntimeException the refusal, when it does not
     */
    public void foundAfterAll(
            Exchange exchange,
            @Variable("search") ContractorSearch search,
            @Variable("refusal") RuntimeException refusal) {
        exchange.setVariable("contractor", search.hit().orElseThrow(() -> refusal));
    }

    public Contractor created(@Body JsonNode contractor) {
        return Contractor.created(contractor);
    }

    /** Whether the register does not know this contractor as the buyer's yet. */
    public boolean isNewToUs(@Variable("work") Work work, @Variable("contractor") Contractor contractor) {
        return !work.contractorId().equals(Optional.of(contractor.id()));
    }

    public boolean isFormsStale(@Variable("shop") String shop) {
        return of(shop).forms().isStale();
    }

    /** Takes over {@code GET PaymentForms}. */
    public void acceptForms(@Variable("shop") String shop, @Body JsonNode answer) {
        of(shop).forms().accept(answer);
    }

    /** M1 to M4. */
    public Match match(
            @Variable("shop") String shop, @Variable("work") Work work, @Variable("contractor") Contractor contractor) {
        return of(shop).forms().match(work.card().paymentForm(), contractor.defaultForm());
    }

    public LocalDate dueDate(@Variable("work") Work work, @Variable("match") Match match) {
        return PaymentForms.dueDate(work.card().placedAt().toLocalDate(), match.form());
    }

    /** The body of {@code POST OrdersIssue/New}. */
    public String issue(
            Exchange exchange,
            @Variable("shop") String shop,
            @Variable("work") Work work,
            @Variable("contractor") Contractor contractor,
            @Variable("match") Match match,
            @Variable("cuts") List<String> before) {
        List<String> cuts = new ArrayList<>(before == null ? List.of() : before);
        String body = new OrderIssues(of(shop).settings())
                .issue(work.card(), work.number(), contractor.id(), match.form(), cuts);
        exchange.setVariable("cuts", cuts);
        return body;
    }

    /** N1, unless the operator wants the ERP's own numbers. */
    public boolean needsName(@Variable("shop") String shop, @Variable("work") Work work, @Variable("zmo") Zmo zmo) {
        return of(shop).settings().rename() && !zmo.number().equals(work.number());
    }

    public List<SalesDocument> noDocuments() {
        return List.of();
    }

    public List<SalesDocument> documents(@Body JsonNode answer) {
        return SalesDocument.read(answer);
    }

    /** The answer of {@code PUT OrdersIssue/FV}; the ERP must name what it issued. */
    public List<SalesDocument> issuedDocuments(@Body JsonNode answer) {
        return SalesDocument.issued(answer);
    }

    public boolean isGone(@Body JsonNode order) {
        return Zmo.read(order).isEmpty();
    }

    /** The query of {@code GET Sales/Filter} for the documents of a ZMO that is gone (Z12). */
    public String salesSpan(@Variable("work") Work work) {
        return "buyerId=" + work.buyerId().map(String::valueOf).orElse("") + "&"
                + span(work).query();
    }

    /** The one document that can only be this order's, or a person is asked (Z12). */
    public List<SalesDocument> soldTo(
            @Variable("work") Work work,
            @Variable("sales") JsonNode sales,
            @Variable("knownDocuments") List<Map<String, Object>> others) {
        Set<Integer> known = others.stream()
                .map(row -> ((Number) row.get("document_id")).intValue())
                .collect(Collectors.toSet());
        return SalesSearch.theOne(sales, known, work.card().total(), work.number());
    }

    /** Parameters of {@code event-insert}: the ERP has the ZMO already. */
    public Map<String, Object> foundEvent(@Variable("work") Work work, @Variable("zmo") Zmo zmo) {
        return Rows.event(work.orderId(), "FOUND", "W ERP jest już ZMO " + zmo.number() + " tego zamówienia");
    }

    /** Parameters of {@code event-insert}: the ZMO, and each text that did not fit the ERP. */
    public List<Map<String, Object>> issuedEvents(
            @Variable("work") Work work, @Variable("erpNumber") String erpNumber, @Variable("cuts") List<String> cuts) {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(Rows.event(work.orderId(), "ISSUED", "Wystawiono ZMO " + erpNumber));
        if (cuts != null) {
            cuts.forEach(cut -> rows.add(Rows.event(work.orderId(), "WARNING", cut)));
        }
        return rows;
    }

    /** Parameters of {@code sales-document-insert}, one map a document. */
    public List<Map<String, Object>> documentRows(
            @Variable("work") Work work, @Variable("documents") List<SalesDocument> documents) {
        return documents.stream()
                .<Map<String, Object>>map(document -> Map.of(
                        "importId", work.importId(), "documentId", document.id(), "documentNumber", document.number()))
                .toList();
    }

    /** Parameters of {@code event-insert}. */
    public Map<String, Object> soldEvent(
            @Variable("work") Work work, @Variable("documents") List<SalesDocument> documents) {
        return Rows.event(work.orderId(), "REALISED", "Wystawiono " + numbers(documents));
    }

    /** The documents' numbers, for people. */
    public String numbers(@Variable("documents") List<SalesDocument> documents) {
        return documents.stream().map(SalesDocument::number).collect(Collectors.joining(", "));
    }

    private Shop.Target of(String shop) {
        return shops.of(shop).target();
    }

    private Span span(Work work) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate ordered = work.card().placedAt().toLocalDate();
        LocalDate begun = work.intentAt().map(LocalDateTime::toLocalDate).orElse(today);
        return Span.around(ordered, begun, today);
    }
}
