package pl.zmobridge.check;

import java.io.IOException;
import pl.zmobridge.settings.ShopSettings;
import pl.zmobridge.shoper.ParcelsInShop;
import pl.zmobridge.shoper.ShopFailure;

/** The shop tells its parcels, so that a tracking number is not added twice. Nothing is written. */
final class ParcelsCheck {
    private static final String KEY = "parcels.enabled";

    private ParcelsCheck() {}

    /** Asks nothing unless {@code parcels.enabled}. */
    static void run(ShopSettings settings, ShopQuestions shop, Findings findings)
            throws IOException, InterruptedException {
        if (!settings.parcels()) {
            return;
        }
        try {
            if (shop.ask(ParcelsInShop.question(1)) instanceof ParcelsInShop.Told) {
                findings.note(
                        KEY,
                        "whether „przesyłki” may be edited cannot be tried without writing",
                        "parcels.enabled needs it: grant editing in the shop's panel");
            } else {
                findings.note(
                        KEY,
                        "the shop does not list the parcels of an order",
                        "after a lost answer a person must look whether the shop has a tracking number");
            }
        } catch (ShopFailure.MissingArea e) {
            findings.bad(
                    KEY,
                    "the area „" + e.area() + "” is not granted",
                    "grant the integration „" + e.area() + "” (reading and editing) in the shop's panel");
        }
    }
}
