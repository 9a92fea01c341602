package pl.zmobridge.attempt;

import java.util.List;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.symfonia.ErpDifferences.Difference;

/** What has the order's number, or the id of its ZMO, is another document (S6): neither adopted nor sold; the message names both sides. */
public final class NotOurs extends RuntimeException implements Failing {
    private NotOurs(String words) {
        super(words);
    }

    /** @param id of the document that is not this order's */
    static NotOurs of(String number, int id, List<Difference> differences) {
        return new NotOurs(String.join(
                "\n",
                differences.stream()
                        .map(difference -> "Dokument w ERP o Id " + id + " nie jest ZMO " + number
                                + " tego zamówienia; " + difference.words())
                        .toList()));
    }

    @Override
    public Failure failure() {
        return Failure.of(Cause.ZMO_NOT_OURS).quoting(getMessage());
    }
}
