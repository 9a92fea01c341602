package pl.zmobridge.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import pl.zmobridge.check.Finding.Area;
import pl.zmobridge.reload.BadRoutes;
import pl.zmobridge.reload.RouteFiles;
import pl.zmobridge.settings.Settings;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.symfonia.CorrectionTypes;

/** Route files that may be left out, and are, though what they do is switched on. */
public final class MissingParts {
    private final Settings settings;
    private final RouteFiles files;
    private final Findings findings;

    private MissingParts(Settings settings, RouteFiles files, Findings findings) {
        this.settings = settings;
        this.files = files;
        this.findings = findings;
    }

    /** None when the route files cannot be read, which others tell. */
    public static List<Finding> of(Settings settings) {
        List<Finding> found = new ArrayList<>();
        tell(settings, new Findings(Area.ROUTES, found::add));
        return found;
    }

    static void tell(Settings settings, Findings findings) {
        try {
            new MissingParts(settings, RouteFiles.read(settings.home()), findings).run();
        } catch (BadRoutes e) {
            // the check of the routes tells
        }
    }

    private void run() {
        if (isMissing(shop -> shop.stock().isPresent(), "direct:stock-poll")) {
            findings.bad(
                    "stock.enabled",
                    "no route begins with direct:stock-poll, so no stock is compared",
                    "put routes/stock.camel.yaml of this version back, or set stock.enabled=false");
        }
        if (isMissing(ShopSettings::parcels, "direct:parcel-write")) {
            findings.bad(
                    "parcels.enabled",
                    "no route begins with direct:parcel-write, so the shop is told no tracking number",
                    "put routes/parcels.camel.yaml of this version back, or set parcels.enabled=false");
        }
        if (isMissing(shop -> shop.shoper().webhook().isPresent(), "direct:look-hinted")) {
            findings.bad(
                    "shoper.webhook.address",
                    "no route begins with direct:look-hinted, so nothing listens to the shop's messages",
                    "put routes/webhooks.camel.yaml of this version back, or remove shoper.webhook.address and shoper.webhook.secret");
        }
        if (isMissing(shop -> !shop.corrections().equals(CorrectionTypes.NONE), "direct:correct")) {
            findings.bad(
                    "symfonia.correction",
                    "no route begins with direct:correct, so no correction can be issued",
                    "put routes/corrections.camel.yaml of this version back, or remove the keys symfonia.correction.");
        }
        if (isMissing(shop -> shop.documents().isPresent(), "direct:pdf-look")) {
            findings.bad(
                    "documents.pdf",
                    "no route begins with direct:pdf-look, so no PDF is saved or sent",
                    "put routes/documents.camel.yaml of this version back, or set documents.pdf=off");
        }
        if (isMissing(shop -> shop.ksef().isPresent(), "direct:ksef-poll")) {
            findings.bad(
                    "ksef.enabled",
                    "no route begins with direct:ksef-poll, so no KSeF numbers are read",
                    "put routes/ksef.camel.yaml of this version back, or set ksef.enabled=false");
        }
    }

    private boolean isMissing(Predicate<ShopSettings> part, String endpoint) {
        return settings.shops().stream().anyMatch(part)
                && files.passedFrom(List.of(endpoint)).texts().isEmpty();
    }
}
