package pl.zmobridge.attempt;

import java.util.List;
import java.util.stream.Collectors;
import pl.zmobridge.failure.Cause;
import pl.zmobridge.failure.Failing;
import pl.zmobridge.failure.Failure;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.symfonia.ErpDifferences;
import pl.zmobridge.symfonia.ErpDifferences.Difference;
import pl.zmobridge.symfonia.Zmo;

/** What has the order's number, or the id of its ZMO, is another document (S6): neither adopted nor sold; the message names both sides. */
public final class NotOurs extends RuntimeException implements Failing {
    /** Somebody may have entered the order by hand. */
    private static final String LOOKS_ALIKE =
            "; ma tego samego nabywcę i tę samą wartość, może to być to samo zamówienie wpisane ręcznie: zostaw jeden z tych dwóch dokumentów";

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

    /** Another document has the number that the order's ZMO should get; it may look just like it. */
    static NotOurs hasNumber(RegisteredOrder registered, Zmo other) {
        List<Difference> differences = registered.hasCard()
                ? ErpDifferences.ofFound(
                        other.order(), registered.number(), registered.card().total(), Identity.buyer(registered))
                : List.of();
        return new NotOurs("ZMO " + registered.erpNumber() + " tego zamówienia (Id " + registered.zmoId()
                + ") nie dostało numeru " + registered.number() + ": ma go w ERP dokument o Id " + other.id()
                + (differences.isEmpty() ? LOOKS_ALIKE : "")
                + differences.stream().map(each -> "; " + each.words()).collect(Collectors.joining()));
    }

    @Override
    public Failure failure() {
        return Failure.of(Cause.ZMO_NOT_OURS).quoting(getMessage());
    }
}
