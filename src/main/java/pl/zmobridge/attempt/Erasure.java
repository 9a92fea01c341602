package pl.zmobridge.attempt;

import java.util.List;
import pl.zmobridge.camel.SqlParameters;

/** Orders whose personal data is erased, batch after batch: the parameters of {@code erase-due}. It belongs to one exchange. */
public final class Erasure implements SqlParameters {
    private final List<String> shops;
    private final int days;
    private boolean more;

    /** @param days how long personal data is kept; 0 for ever */
    Erasure(List<String> shops, int days) {
        this.shops = List.copyOf(shops);
        this.days = days;
        this.more = days > 0;
    }

    /** Whether there may be another batch. */
    public boolean isMore() {
        return more;
    }

    void found(int orders) {
        more = orders > 0;
    }

    @Override
    public Object parameter(String name) {
        return switch (name) {
            case "shops" -> shops;
            case "retentionDays" -> days;
            default -> NONE;
        };
    }
}
