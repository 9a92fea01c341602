package pl.zmobridge.documents;

import java.util.Optional;
import pl.zmobridge.order.Decision;
import pl.zmobridge.order.DocumentRules;
import pl.zmobridge.order.OrderFacts;

/**
 * The rules of a running bridge: those that an operator has set in place of the file's, else the file's. They are replaced as a whole, so
 * that an order is judged by the old ones or by the new ones.
 */
public final class RunningRules implements DocumentRules {
    private volatile Rules ofFile = Rules.NONE;
    private volatile Optional<Rules> set = Optional.empty();

    public Rules now() {
        return set.orElse(ofFile);
    }

    public Rules ofFile() {
        return ofFile;
    }

    /** Whether others than the file's decide. */
    public boolean areSet() {
        return set.isPresent();
    }

    /** The file holds others. */
    public void replace(Rules next) {
        ofFile = next;
    }

    /** These decide in place of the file's; empty for the file's. */
    public void set(Optional<Rules> next) {
        set = next;
    }

    @Override
    public Optional<Decision> decide(OrderFacts facts) {
        return now().decide(facts);
    }
}
