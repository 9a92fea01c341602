package pl.zmobridge.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Validates the ways to the shop and the ERP: who can listen there, and who vouches for the other end. */
final class PeerValidator {
    private final SettingsValues values;
    private final Path home;

    PeerValidator(SettingsValues values, Path home) {
        this.values = values;
        this.home = home;
    }

    /** The ERP's address; not through the open network in the clear, unless the operator says so. */
    String erp() {
        String url = values.get(SymfoniaKeys.SYMFONIA_URL);
        boolean allowed = values.get(SymfoniaKeys.ALLOW_HTTP);
        if (values.has(SymfoniaKeys.SYMFONIA_URL) && isHttp(url) && !allowed && Network.of(url) == Network.OPEN) {
            values.problem(
                    SymfoniaKeys.SYMFONIA_URL.name(),
                    "is http and no private address: whoever listens on the way would read orders, buyers and the key;"
                            + " make it https, or set symfonia.allow-http=true if something else protects the way (VPN)",
                    "https://symfonia.example.pl");
        }
        return url;
    }

    /**
     * The certificates of a key's file.
     *
     * @param address the key of the system for which they vouch
     */
    Optional<Authorities> authorities(Key<String> key, Key<String> address) {
        Optional<String> file = values.find(key);
        if (file.isPresent() && isHttp(values.get(address))) {
            values.problem(
                    key.name(), "is set although " + address.name() + " is http; write https, or leave it out", "");
        }
        try {
            return file.map(name -> Authorities.read(home, name));
        } catch (Kind.BadValue e) {
            values.problem(key, e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isHttp(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("http:");
    }
}
