package pl.zmobridge.attempt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pl.zmobridge.register.ImportState;
import pl.zmobridge.register.RegisteredOrder;
import pl.zmobridge.symfonia.ErpDifferences;
import pl.zmobridge.symfonia.ErpDifferences.Difference;
import pl.zmobridge.symfonia.SalesDocument;
import pl.zmobridge.symfonia.SalesDocument.Kind;
import pl.zmobridge.symfonia.SalesSearch;
import pl.zmobridge.symfonia.Zmo;
import pl.zmobridge.symfonia.ZmoStatus;
import pl.zmobridge.symfonia.ZmoStatus.Progress;

/**
 * What the ERP is asked about a ZMO before it is sold, one question after another: whose number its id has (S6), and whether it was
 * sold already, by hand (S9) or by an attempt that had no answer (Z9). It ends with documents, with the buyer's sales to search (Z12), or
 * with the certainty that nothing was sold; what only a person can settle is an exception. What the bridge has released itself is no work
 * of somebody else's.
 */
final class ZmoInquiry {
    enum Question {
        STATUS,
        /** Sales documents. */
        DOCUMENTS,
        /** Warehouse documents. */
        RELEASES,
        ZMO,
        SALES
    }

    private final RegisteredOrder registered;
    private final Realisation realisation;
    private final boolean numberProves;
    private final Set<Question> asked = EnumSet.noneOf(Question.class);
    private Optional<Question> next;
    private Optional<UntoldWork> untold = Optional.empty();
    private boolean gone;
    private String called = "";
    private Optional<ZmoStatus> status = Optional.empty();
    private List<SalesDocument> documents = List.of();
    private Optional<JsonNode> sales = Optional.empty();

    /** @param numberProves whether ZMO have numbers that only the bridge gives (N1); the ERP uses its own again after a restore */
    ZmoInquiry(RegisteredOrder registered, boolean numberProves) {
        this.registered = registered;
        this.realisation = Realisation.of(registered);
        this.numberProves = numberProves;
        this.next = Optional.of(first());
    }

    /** An unclear write is asked about first, whatever the order's rule says now (Z9). */
    private Question first() {
        if (isUnclear()) {
            return registered.releasing() ? Question.RELEASES : Question.DOCUMENTS;
        }
        boolean releasedAlready = isRelease() && !realisation.released().isEmpty();
        return releasedAlready ? Question.RELEASES : Question.STATUS;
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

    /** The ZMO's number, as far as it was asked for. */
    String zmoCalled() {
        return called;
    }

    /** The buyer's sales, when they must tell. */
    Optional<JsonNode> sales() {
        return sales;
    }

    /**
     * @throws NotOurs when the id is another document's
     * @throws HandledByHand when somebody realised a part of it, or closed it
     */
    void status(Optional<ZmoStatus> answer) {
        asked.add(Question.STATUS);
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

    /**
     * @throws NotOurs when the id is another document's
     * @throws ZmoInBuffer when nobody has issued it yet
     */
    void zmo(Optional<Zmo> answer) {
        gone = answer.isEmpty();
        called = answer.map(Zmo::number).orElse("");
        answer.ifPresent(zmo -> {
            mustBe(numberOf(zmo.order()));
            mustBe(Identity.differences(registered, zmo));
            if (zmo.isInBuffer() && documents.isEmpty()) {
                throw new ZmoInBuffer(registered.number());
            }
        });
        if (!gone && status.isPresent()) {
            judge();
        } else if (!gone) {
            look(); // an old WebAPI, which does not tell its state
        } else if (isUnclear() && !registered.releasing()) {
            next = Optional.of(salesOfBuyer()); // Z12
        } else {
            next = asked.contains(Question.DOCUMENTS) ? Optional.empty() : Optional.of(Question.DOCUMENTS);
        }
    }

    /** @throws HandledByHand when the ERP says that it was realised, or has it no more, and there is no document */
    void documents(List<SalesDocument> answer) {
        asked.add(Question.DOCUMENTS);
        if (untold.isPresent()) {
            documents = untold.get().sold(answer);
            next = Optional.empty();
            return;
        }
        documents = both(documents, answer);
        if (isUnclear() && !asked.contains(Question.STATUS)) {
            next = Optional.of(Question.STATUS);
            return;
        }
        next = Optional.empty();
        if (answer.isEmpty() && gone) {
            throw HandledByHand.deleted(registered.erpNumber());
        }
        if (answer.isEmpty() && status.isPresent() && !realisation.isHalfDone()) {
            throw HandledByHand.withoutDocument(registered.erpNumber());
        }
    }

    /** @throws HandledByHand when the bridge has released its part, and somebody else another one (S9) */
    void releases(List<SalesDocument> answer) {
        asked.add(Question.RELEASES);
        if (untold.isPresent()) {
            documents = untold.get().released(answer);
            next = documents.isEmpty() ? Optional.of(Question.DOCUMENTS) : Optional.empty();
        } else if (!asked.contains(Question.STATUS) && (isUnclear() || answer.isEmpty())) {
            documents = answer;
            next = Optional.of(Question.STATUS);
        } else if (isRelease()) {
            documents = answer;
            boolean byHand = !isUnclear() && realisation.released().isEmpty();
            boolean saleMissing = answer.isEmpty() ? isRealised() : byHand && realisation.goesOnAfter(answer);
            next = saleMissing && status.isPresent() ? Optional.of(Question.DOCUMENTS) : Optional.empty();
        } else {
            if (answer.stream().anyMatch(release -> !realisation.released().contains(release.id()))) {
                throw HandledByHand.partly(registered.erpNumber());
            }
            next = Optional.of(Question.DOCUMENTS);
        }
    }

    void sales(JsonNode answer) {
        sales = Optional.of(answer);
        next = Optional.empty();
    }

    /**
     * @throws SalesSearch.Unsettled for a buyer without a card (K3): nothing would tell his document from another's of the same amount
     */
    private Question salesOfBuyer() {
        if (registered.isOneOff()) {
            throw SalesSearch.unsettled(registered.number(), registered.card().total());
        }
        return Question.SALES;
    }

    private boolean isUnclear() {
        return registered.importState() == ImportState.SELLING;
    }

    /** Whether the next document is a warehouse document. */
    private boolean isRelease() {
        return realisation.next() == Kind.WZ;
    }

    private boolean isRealised() {
        return status.filter(now -> now.progress() == Progress.REALISED).isPresent();
    }

    private void judge() {
        next = Optional.empty();
        if (!documents.isEmpty()) {
            return;
        }
        boolean half = realisation.isHalfDone();
        switch (status.orElseThrow().progress()) {
            case PARTLY -> {
                if (!half) {
                    throw HandledByHand.partly(registered.erpNumber());
                }
                next = Optional.of(Question.RELEASES);
            }
            case CLOSED -> throw HandledByHand.closed(registered.erpNumber());
            case REALISED -> next = Optional.of(half || isRelease() ? Question.RELEASES : Question.DOCUMENTS);
            case OPEN -> {
                if (isWorkUntold(status.get(), half)) {
                    look();
                }
            }
        }
    }

    /** The bridge's own warehouse document explains that goods went out (D1). */
    private static boolean isWorkUntold(ZmoStatus now, boolean half) {
        return half ? !now.isNew() || now.isSettledByHand() : !now.isUntouched();
    }

    /** S9: the state does not say what was made of it, so the documents must. */
    private void look() {
        untold = Optional.of(new UntoldWork(registered, realisation, status));
        next = Optional.of(Question.RELEASES);
    }

    static List<SalesDocument> both(List<SalesDocument> released, List<SalesDocument> sold) {
        List<SalesDocument> both = new ArrayList<>(released);
        both.addAll(sold);
        return List.copyOf(both);
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
