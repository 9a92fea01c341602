package pl.zmobridge.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import pl.zmobridge.attempt.Shops;
import pl.zmobridge.mending.Offers;
import pl.zmobridge.mending.Refusal;
import pl.zmobridge.mending.RunningSettings;
import pl.zmobridge.settings.Settable;
import pl.zmobridge.words.Language;

/** What is configured, what a check says of it, and what an operator sets in place of it. */
public final class SettingsCalls {
    private static final String RULES = "the rules for documents";

    private final Shops shops;
    private final RunningSettings settings;
    private final Offers offers;
    private final Checks checks;

    /** Checks of the configuration, one at a time, never on the thread of a request. */
    public interface Checks {
        /** Begins one unless one is under way. */
        void begin();

        /** Begins one if there was none for a long time. */
        void beginIfOld();

        /** Whether one is under way, and what the last one found. */
        Map<String, Object> view(Language language);
    }

    public SettingsCalls(Shops shops, RunningSettings settings, Offers offers, Checks checks) {
        this.shops = shops;
        this.settings = settings;
        this.offers = offers;
        this.checks = checks;
    }

    /**
     * Everything about one shop.
     *
     * @throws ApiProblem 422 when there are several and the request names none
     */
    public Map<String, Object> show(Exchange exchange, @Variable("request") ApiRequest request) {
        String shop = shop(request);
        checks.beginIfOld();
        Map<String, Object> view =
                new SettingsView(shops.of(shop), settings, RequestLanguage.ofOrders(exchange)).view();
        view.put("check", checks.view(RequestLanguage.ofProblems(exchange)));
        return view;
    }

    /** What a setting may be, as the ERP or the shop lists it. */
    public Map<String, Object> offers(@Variable("request") ApiRequest request) {
        return Map.of("offers", offers.of(shops.of(shop(request)), setting(request)));
    }

    /** Begins a check, unless one is under way. */
    public Map<String, Object> check(Exchange exchange) {
        checks.begin();
        return checks.view(RequestLanguage.ofProblems(exchange));
    }

    /**
     * Sets a value.
     *
     * @throws ApiProblem 404 when there is no such setting, 422 when the value cannot be used, 503 when it cannot be checked now
     */
    public Map<String, Object> set(@Variable("request") ApiRequest request) {
        Settable setting = setting(request);
        String shop = setting == Settable.DOCUMENTS ? "" : shop(request);
        String name = setting.key(of(request)).orElse(setting.word());
        String before = settings.value(shop, name).orElse("");
        int goingOn = carriedOut(() -> settings.set(
                shop,
                setting,
                of(request),
                request.whole("value"),
                request.who().name()));
        return told(request, setting, shop, name, before, goingOn);
    }

    /**
     * Undoes what was set last.
     *
     * @throws ApiProblem 404 when there is no such setting, 409 when nothing is set
     */
    public Map<String, Object> undo(@Variable("request") ApiRequest request) {
        Settable setting = setting(request);
        String shop = setting == Settable.DOCUMENTS ? "" : shop(request);
        String name = setting.key(of(request)).orElse(setting.word());
        String before = settings.value(shop, name).orElse("");
        int goingOn = carriedOut(
                () -> settings.undo(shop, setting, of(request), request.who().name()));
        return told(request, setting, shop, name, before, goingOn);
    }

    private Map<String, Object> told(
            ApiRequest request, Settable setting, String shop, String name, String before, int goingOn) {
        String value = settings.value(shop, name).orElse("");
        boolean rules = setting == Settable.DOCUMENTS;
        Audit.set(request.who(), name, rules ? RULES : value, rules ? RULES : before);
        checks.begin();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("setting", setting.word());
        view.put("of", of(request));
        view.put("key", name);
        view.put("value", value);
        view.put("goingOn", goingOn);
        return view;
    }

    private interface Work {
        int run();
    }

    private static int carriedOut(Work work) {
        try {
            return work.run();
        } catch (Refusal refusal) {
            throw switch (refusal.kind()) {
                case WRONG -> ApiRequest.unprocessable(refusal.getMessage());
                case CONFLICT -> new ApiProblem(409, "Conflict", refusal.getMessage());
                case LATER -> new ApiProblem(503, "Service unavailable", refusal.getMessage());
            };
        }
    }

    private static String of(ApiRequest request) {
        return request.text("of");
    }

    private static Settable setting(ApiRequest request) {
        List<String> parts = List.of(request.path().split("/")); // "", api, settings, the word
        return Settable.find(parts.get(3))
                .orElseThrow(() -> ApiProblem.notFound("There is no setting \"" + parts.get(3) + "\""));
    }

    private String shop(ApiRequest request) {
        return request.shop()
                .orElseThrow(() -> ApiRequest.unprocessable(
                        "Say which shop is meant with ?shop=; one of: " + String.join(", ", shops.ids())));
    }
}
