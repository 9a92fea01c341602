package pl.zmobridge.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import pl.zmobridge.documents.Rules;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.settings.Network;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.symfonia.ErpRefused;
import pl.zmobridge.symfonia.ErpUnavailable;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.symfonia.VatSettings;
import pl.zmobridge.symfonia.Wire;

/** The ERP: reachable, its key valid, a session opened and closed, and what the configuration names in its dictionaries. */
final class ErpCheck {
    private final ShopSettings settings;
    private final Rules rules;
    private final Wires wires;
    private final InstantSource clock;
    private final ErpQuestions erp;
    private final List<JsonNode> taxes;
    private final Map<Long, String> payments;
    private final CurrencyCheck currencies;
    private final Findings findings;

    /**
     * @param rules those of the home directory
     * @param shop what the shop has that the ERP must have a counterpart of
     * @param currencies runs while the session is open
     */
    ErpCheck(
            ShopSettings settings,
            Rules rules,
            Wires wires,
            ShopCheck shop,
            CurrencyCheck currencies,
            InstantSource clock,
            Findings findings) {
        this.clock = clock;
        this.settings = settings;
        this.rules = rules;
        this.wires = wires;
        this.erp = new ErpQuestions(wires, settings.id());
        this.taxes = shop.taxes();
        this.payments = shop.payments();
        this.currencies = currencies;
        this.findings = findings;
    }

    void run() throws InterruptedException {
        try {
            way();
            tryAll();
        } catch (Wires.NotAsked e) {
            findings.bad("symfonia.url", "the ERP cannot be asked: " + e.getMessage(), RoutesCheck.ADVICE);
        }
    }

    private void tryAll() throws InterruptedException {
        if (reached() && opened()) {
            try {
                new ErpDictionaryCheck(settings, payments, erp, findings).run();
                new RuleTypeCheck(rules, settings.symfonia().documents(), erp, findings).run();
                new RuleCodesCheck(rules, erp, findings).run();
                vatRates();
                currencies.run();
            } catch (ErpRefused | ErpUnavailable e) {
                findings.bad("symfonia.url", "the ERP stopped answering: " + e.getMessage(), "check again");
            } catch (IOException e) {
                findings.bad("symfonia.url", "the ERP stopped answering: " + Failures.words(e), "check again");
            } finally {
                close();
            }
        }
    }

    /** Who can listen between here and the ERP, and who vouches for it. */
    private void way() {
        ShopSettings.Erp target = settings.symfonia();
        Tls.look(target.ca(), "symfonia.tls.ca", clock, findings);
        if (target.url().regionMatches(true, 0, "https:", 0, 6)) {
            return;
        }
        String words =
                switch (Network.of(target.url())) {
                    case LOOPBACK -> "";
                    case PRIVATE -> "http in a private network: whoever listens there reads orders, buyers and the key";
                    case OPEN -> "http through the open network, as symfonia.allow-http says: is the way protected?";
                    case UNKNOWN ->
                        "http, and its host cannot be looked up now: whether it is in a private network is not known";
                };
        if (!words.isEmpty()) {
            findings.note("symfonia.url", words, "https is safer; symfonia.tls.ca is for a CA of your own");
        }
    }

    private boolean reached() throws InterruptedException {
        String url = settings.symfonia().url();
        try {
            JsonNode ping = erp.ask(SymfoniaApi.ping());
            String sessions = Wire.text(ping, "OpenSessionsNumber");
            if (sessions.isEmpty()) {
                findings.bad("symfonia.url", "what answers at " + url + " is no WebAPI", "correct the address");
                return false;
            }
            findings.good("symfonia.url", url + " answers; sessions open: " + sessions);
            return true;
        } catch (IOException e) {
            findings.bad(
                    "symfonia.url",
                    url + " does not answer: " + Failures.words(e),
                    Tls.isFault(e)
                            ? Tls.advice(
                                    e,
                                    "symfonia.tls.ca",
                                    settings.symfonia().ca().isPresent())
                            : "start the WebAPI service, correct the address, or let this machine reach it (firewall)");
        } catch (ErpRefused | ErpUnavailable e) {
            findings.bad(
                    "symfonia.url",
                    "what answers at " + url + " is no WebAPI: " + e.getMessage(),
                    "correct the address; it ends before /api");
        }
        return false;
    }

    private boolean opened() throws InterruptedException {
        try {
            wires.openSession(settings.id());
            return true;
        } catch (ErpUnavailable e) {
            if (e.failure().cause() == Cause.ERP_KEY_UNKNOWN) {
                findings.bad(
                        "symfonia.application-guid",
                        e.getMessage(),
                        "copy the application's GUID from the settings of the WebAPI");
            } else {
                findings.bad(
                        "symfonia session",
                        "the ERP opens none: " + e.getMessage(),
                        e.failure().arguments().containsValue("NO_SESSION")
                                ? "close sessions that nobody needs, or add licences"
                                : "check again");
            }
        } catch (IOException e) {
            findings.bad("symfonia session", "the ERP opens none: " + Failures.words(e), "check again");
        }
        return false;
    }

    private void vatRates() throws IOException, InterruptedException {
        VatSettings vat = settings.symfonia().documents().vat();
        if (vat.ofShop()) {
            new VatCheck(vat, taxes, findings).run(erp.ask(SymfoniaApi.vatRates()));
        } else {
            findings.good("symfonia.vat", "card: the products' cards in the ERP decide");
        }
    }

    private void close() throws InterruptedException {
        try {
            if (wires.endSession(settings.id())) {
                findings.good("symfonia.application-guid", "accepted; a session was opened and closed");
            }
        } catch (IOException | ErpRefused | ErpUnavailable | Wires.NotAsked e) {
            findings.note(
                    "symfonia session", "could not be closed: " + Failures.words(e), "it ends by itself after a while");
        }
    }
}
