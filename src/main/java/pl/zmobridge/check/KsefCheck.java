package pl.zmobridge.check;

import java.io.IOException;
import pl.zmobridge.failure.WaitsFor;
import pl.zmobridge.ksef.KsefApi;
import pl.zmobridge.ksef.KsefFailure;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.words.Language;

/** KSeF lets the token in. No question about invoices is asked: KSeF's limit of them is the running bridge's. */
final class KsefCheck {
    private final ShopSettings shop;
    private final Wires wires;
    private final Findings findings;

    KsefCheck(ShopSettings shop, Wires wires, Findings findings) {
        this.shop = shop;
        this.wires = wires;
        this.findings = findings;
    }

    /** Asks nobody unless {@code ksef.enabled}. */
    void run() throws InterruptedException {
        if (shop.ksef().isPresent()) {
            run(shop.ksef().get());
        }
    }

    private void run(ShopSettings.Ksef ksef) throws InterruptedException {
        try {
            wires.ksef(shop.id(), KsefApi.endSession()); // after a login
            findings.good("ksef.token", ksef.url() + " lets it in for the NIP " + ksef.nip());
        } catch (Wires.NotAsked e) {
            findings.bad("ksef.enabled", "KSeF cannot be asked: " + e.getMessage(), RoutesCheck.ADVICE);
        } catch (IOException e) {
            findings.bad(
                    "ksef.url",
                    ksef.url() + " does not answer: " + Failures.words(e),
                    "correct the address, or let this machine reach it (firewall)");
        } catch (KsefFailure e) {
            boolean token = e.failure().waitsFor() == WaitsFor.PERSON;
            findings.bad(
                    token ? "ksef.token" : "ksef.url",
                    e.failure().text(Language.EN),
                    e.failure().hint(Language.EN));
        }
    }
}
