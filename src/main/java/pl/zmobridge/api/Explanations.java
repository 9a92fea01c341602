package pl.zmobridge.api;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import pl.zmobridge.attempt.Attempt;
import pl.zmobridge.attempt.Shop;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.attempt.Step;
import pl.zmobridge.documents.BadRules;
import pl.zmobridge.documents.Rules;
import pl.zmobridge.documents.RulesFile;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.shoper.FetchedOrder;
import pl.zmobridge.shoper.JudgedOrder;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Request;
import pl.zmobridge.words.Language;

/**
 * D2: why an order becomes what it becomes, by the rules of now or by others that are tried. An order that the register does not hold is
 * read in the shop for the question; nothing of it is kept.
 */
public final class Explanations {
    private final Shops shops;
    private final Supplier<Rules> running;
    private final Erp erp;

    /** Questions to a shop's ERP that need not be answered. */
    public interface Erp {
        /** Empty when the ERP does not answer. */
        <T> Optional<T> ask(String shop, Request<T> question);
    }

    /** @param running the rules that run */
    public Explanations(Shops shops, Supplier<Rules> running, Erp erp) {
        this.shops = shops;
        this.running = running;
        this.erp = erp;
    }

    /**
     * The register has been asked; whether the shop must be, too. {@code ?fetch=false} forbids it.
     *
     * @throws ApiProblem 404 when it must be and may not; 409 when several shops have the order; 422 when the rules to be tried are wrong
     */
    void begin(Exchange exchange, ApiRequest request, Found found) {
        rules(request);
        boolean isKept = ApiRequests.order(exchange, request, found.rows("order-explain"))
                .filter(row -> row.get("raw") != null)
                .isPresent();
        String shop = exchange.getVariable("shop", String.class);
        if (!isKept && request.text("fetch").equalsIgnoreCase("false")) {
            throw ApiProblem.notFound("The register does not hold what the shop sent of order " + request.orderId());
        }
        if (!isKept || shops.of(shop).source().dictionaries().isMissing()) {
            exchange.setVariable("attempt", Attempt.ofPerson(shop, Step.IMPORT, request.orderId(), false));
            found.readsInShop();
        }
    }

    /** The answer. */
    Map<String, Object> view(Exchange exchange, ApiRequest request, Found found) {
        Shop shop = shops.of(exchange.getVariable("shop", String.class));
        Language language = RequestLanguage.ofOrders(exchange);
        Map<String, Object> row = found.row("order-explain");
        FetchedOrder order =
                found.read().orElseGet(() -> FetchedOrder.of(row.get("raw").toString()));
        Rules rules = rules(request);
        JudgedOrder judged = shop.source().intake().with(rules).judge(order, RegisteredOrder.accepted(row));
        askErp(shop);
        return new Explanation(shop, rules, judged, row, language).view();
    }

    /** For the names of payment forms and rates; what the ERP does not tell, the answer leaves open. */
    private void askErp(Shop shop) {
        Shop.Target target = shop.target();
        if (target.forms().isStale()) {
            erp.ask(shop.id(), SymfoniaApi.paymentForms()).ifPresent(target.forms()::accept);
        }
        if (target.vat().isStale()) {
            erp.ask(shop.id(), SymfoniaApi.vatRates()).ifPresent(target.vat()::accept);
        }
    }

    private Rules rules(ApiRequest request) {
        Optional<String> trial = request.trialRules();
        try {
            return trial.isPresent() ? RulesFile.parse(trial.get()) : running.get();
        } catch (BadRules bad) {
            throw ApiRequest.unprocessable("The rules cannot be tried: "
                    + bad.problems().stream()
                            .map(each -> "line " + each.line() + ": " + each.words())
                            .collect(Collectors.joining("; ")));
        }
    }
}
