package pl.zmobridge.ksef;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of the list of invoices.
 *
 * @param more whether the next page has more
 * @param truncated whether the list is longer than KSeF gives: what follows its last row must be asked for by date
 * @param completeUntil everything up to then is in the list; empty when KSeF does not say
 * @param lastStored when the last row was stored; empty for a page without rows
 * @param unreadable rows that do not say which invoice they are
 */
public record KsefPage(
        boolean more,
        boolean truncated,
        Optional<Instant> completeUntil,
        Optional<Instant> lastStored,
        List<KsefInvoice> invoices,
        int unreadable) {}
