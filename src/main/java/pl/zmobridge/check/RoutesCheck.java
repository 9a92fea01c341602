package pl.zmobridge.check;

import java.util.List;
import java.util.function.Predicate;
import pl.zmobridge.reload.BadRoutes;
import pl.zmobridge.reload.RouteFiles;
import pl.zmobridge.reload.RouteProblem;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.symfonia.CorrectionTypes;

/** Route files: what a running bridge would say of them before it used them. */
final class RoutesCheck {
    static final String ADVICE = "correct the file, or take the one that came with the bridge";

    private final Settings settings;
    private final Engine engine;
    private final Findings findings;

    RoutesCheck(Settings settings, Engine engine, Findings findings) {
        this.settings = settings;
        this.engine = engine;
        this.findings = findings;
    }

    void run() throws InterruptedException {
        List<RouteProblem> problems = engine.tryRoutes(settings);
        if (problems.isEmpty()) {
            findings.good("routes", "every route can be built");
        }
        problems.forEach(problem -> findings.bad(problem.where(), problem.words(), ADVICE));
        try {
            missing(RouteFiles.read(settings.home()));
        } catch (BadRoutes e) {
            return; // told above
        }
    }

    /** Files that may be left out, and are, though what they do is switched on. */
    private void missing(RouteFiles files) {
        if (isWanted(shop -> shop.stock().isPresent()) && !begins(files, "direct:stock-poll")) {
            findings.bad(
                    "stock.enabled",
                    "no route begins with direct:stock-poll, so no stock is compared",
                    "put routes/stock.camel.yaml of this version back, or set stock.enabled=false");
        }
        if (isWanted(ShopSettings::parcels) && !begins(files, "direct:parcel-write")) {
            findings.bad(
                    "parcels.enabled",
                    "no route begins with direct:parcel-write, so the shop is told no tracking number",
                    "put routes/parcels.camel.yaml of this version back, or set parcels.enabled=false");
        }
        if (isWanted(shop -> shop.shoper().webhook().isPresent()) && !begins(files, "direct:look-hinted")) {
            findings.bad(
                    "shoper.webhook.address",
                    "no route begins with direct:look-hinted, so nothing listens to the shop's messages",
                    "put routes/webhooks.camel.yaml of this version back, or remove shoper.webhook.address and shoper.webhook.secret");
        }
        if (isWanted(shop -> !shop.corrections().equals(CorrectionTypes.NONE)) && !begins(files, "direct:correct")) {
            findings.bad(
                    "symfonia.correction",
                    "no route begins with direct:correct, so no correction can be issued",
                    "put routes/corrections.camel.yaml of this version back, or remove the keys symfonia.correction.");
        }
    }

    private boolean isWanted(Predicate<ShopSettings> part) {
        return settings.shops().stream().anyMatch(part);
    }

    private static boolean begins(RouteFiles files, String endpoint) {
        return !files.passedFrom(List.of(endpoint)).texts().isEmpty();
    }
}
