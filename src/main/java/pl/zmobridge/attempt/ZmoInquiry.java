package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import pl.zmobridge.register.ImportState;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.symfonia.ErpDifferences;
import pl.zmobridge.symfonia.ErpDifferences.Difference;
import pl.zmobridge.symfonia.SalesDocument;
import pl.zmobridge.symfonia.Zmo;
import pl.zmobridge.symfonia.ZmoStatus;

/**
 * What the ERP is asked about a ZMO before it is sold, one question after another: whose number its id has (S6), and whether it was
 * sold already, by hand (S9) or by an attempt that had no answer (Z9). It ends with documents, with the buyer's sales to search (Z12), or
 * with the certainty that nothing was sold; what only a person can settle is an exception.
 */
final class ZmoInquiry {
    enum Question {
        STATUS,
        DOCUMENTS,
        ZMO,
        SALES
    }

    private final RegisteredOrder registered;
    private final boolean numberProves;
    private Optional<Question> next;
    private boolean documentsAsked;
    private boolean gone;
    private Optional<ZmoStatus> status = Optional.empty();
    private List<SalesDocument> documents = List.of();
    private Optional<JsonNode> sales = Optional.empty();

    /** @param numberProves whether ZMO have numbers that only the bridge gives (N1); the ERP uses its own again after a restore */
    ZmoInquiry(RegisteredOrder registered, boolean numberProves) {
        this.registered = registered;
        this.numberProves = numberProves;
        this.next = Optional.of(isUnclear() ? Question.DOCUMENTS : Question.STATUS);
    }

    /** Whether the ERP must be asked something more. */
    boolean isAsking() {
        return next.isPresent();
    }

    Question next() {
        return next.orElseThrow(() -> new IllegalStateException("Everything was asked"));
    }

    /** The documents of the ZMO; none when nothing was sold, or it is gone. */
    List<SalesDocument> documents() {
        return documents;
    }

    /** The buyer's sales, when they must tell. */
    Optional<JsonNode> sales() {
        return sales;
    }

    /** @throws NotOurs when the id is another document's */
    void status(Optional<ZmoStatus> answer) {
        status = answer;
        if (answer.isEmpty()) { // gone; or an old WebAPI does not know the question
            next = documents.isEmpty() ? Optional.of(Question.ZMO) : Optional.empty();
            return;
        }
        mustBe(numberOf(answer.get().answer()));
        if (!numberProves || answer.get().number().isEmpty()) {
            next = Optional.of(Question.ZMO);
        } else {
            judge();
        }
    }

    /** @throws NotOurs when the id is another document's */
    void zmo(Optional<Zmo> answer) {
        gone = answer.isEmpty();
        answer.ifPresent(zmo -> {
            mustBe(numberOf(zmo.order()));
            mustBe(Identity.differences(registered, zmo));
        });
        if (!gone && status.isPresent()) {
            judge();
        } else if (gone && isUnclear()) {
            next = Optional.of(Question.SALES); // Z12
        } else {
            next = documentsAsked ? Optional.empty() : Optional.of(Question.DOCUMENTS);
        }
    }

    /** @throws HandledByHand when the ERP says that it was realised, or has it no more, and there is no document */
    void documents(List<SalesDocument> answer) {
        documents = answer;
        documentsAsked = true;
        if (isUnclear() && status.isEmpty()) {
            next = Optional.of(Question.STATUS);
            return;
        }
        next = Optional.empty();
        if (answer.isEmpty() && gone) {
            throw HandledByHand.deleted(registered.erpNumber());
        }
        if (answer.isEmpty() && status.isPresent()) {
            throw HandledByHand.withoutDocument(registered.erpNumber());
        }
    }

    void sales(JsonNode answer) {
        sales = Optional.of(answer);
        next = Optional.empty();
    }

    private boolean isUnclear() {
        return registered.importState() == ImportState.SELLING;
    }

    private void judge() {
        next = Optional.empty();
        if (!documents.isEmpty()) {
            return;
        }
        switch (status.orElseThrow().progress()) {
            case PARTLY -> throw HandledByHand.partly(registered.erpNumber());
            case CLOSED -> throw HandledByHand.closed(registered.erpNumber());
            case REALISED -> next = Optional.of(Question.DOCUMENTS);
            case OPEN -> {}
        }
    }

    private List<Difference> numberOf(JsonNode answer) {
        return ErpDifferences.ofRemembered(answer, registered.erpNumber()).stream()
                .toList();
    }

    private void mustBe(List<Difference> differences) {
        if (!differences.isEmpty()) {
            throw NotOurs.of(registered.erpNumber(), registered.zmoId(), differences);
        }
    }
}
