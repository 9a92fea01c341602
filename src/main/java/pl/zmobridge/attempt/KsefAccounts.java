package pl.zmobridge.attempt;

import java.util.List;
import java.util.Optional;

/** The sellers whose invoices KSeF is asked about; none while {@code ksef.enabled} is false. */
public record KsefAccounts(List<KsefAccount> all) {
    /** The one that a shop sells for; empty when KSeF is not asked for it. */
    public Optional<KsefAccount> of(String shop) {
        return all.stream().filter(account -> account.shops().contains(shop)).findFirst();
    }
}
