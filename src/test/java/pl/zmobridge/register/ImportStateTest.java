package pl.zmobridge.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import pl.zmobridge.register.ImportState.Event;
import pl.zmobridge.register.ImportState.Question;

/**
 * The state machine against a model of the ERP that does its work and loses answers, and a process that dies at any point:
 * whatever happens, in whatever order, there is one ZMO and one set of sales documents.
 */
@Label("The import's state machine")
class ImportStateTest {

    /** What goes wrong in one attempt, and where. */
    record Mishap(Point point, Kind kind) {}

    /** One attempt: at the import and the sale, or at a change of the ZMO (S4, E1) that goes first. */
    record Try(Work work, Mishap mishap) {}

    enum Work {
        SELL,
        EDIT,
        WITHDRAW
    }

    enum Point {
        NONE,
        ISSUE_INTENT,
        ISSUE,
        ZMO_NOTED,
        RENAME,
        ISSUED,
        SELL_INTENT,
        SELL,
        SOLD,
        EDIT_INTENT,
        EDIT,
        EDITED,
        WITHDRAW_INTENT,
        WITHDRAW,
        WITHDRAWN
    }

    enum Kind {
        DIES_BEFORE,
        DIES_AFTER,
        ANSWER_LOST,
        REFUSED
    }

    @Property(tries = 2000)
    @Label("I2, Z9 keeps one ZMO and one set of documents through any sequence of mishaps")
    void keepsOneOfEach(@ForAll("mishaps") List<Mishap> mishaps, @ForAll boolean renames) {
        Model model = new Model(renames);
        for (Mishap mishap : mishaps) {
            model.attempt(mishap);
            assertThat(model.zmos).describedAs("ZMO after %s", mishaps).hasSizeLessThanOrEqualTo(1);
            assertThat(model.documents)
                    .describedAs("documents after %s", mishaps)
                    .isLessThanOrEqualTo(1);
        }

        model.attempt(new Mishap(Point.NONE, Kind.DIES_BEFORE));

        assertThat(model.step).isEqualTo(ImportState.SOLD);
        assertThat(model.zmos).hasSize(1);
        assertThat(model.documents).isEqualTo(1);
    }

    @Property(tries = 2000)
    @Label(
            "S4, E1 sells no ZMO that is not what the order is, and none that is withdrawn, through any sequence of changes and mishaps")
    void sellsWhatTheOrderIs(@ForAll("tries") List<Try> tries, @ForAll boolean renames) {
        Model model = new Model(renames);
        for (Try each : tries) {
            model.attempt(each);
            assertThat(model.zmos).describedAs("ZMO after %s", tries).hasSizeLessThanOrEqualTo(1);
            assertThat(model.wronglySold)
                    .describedAs("sold as it was, after %s", tries)
                    .isFalse();
        }

        model.attempt(new Try(Work.SELL, NONE));
        model.attempt(new Try(Work.SELL, NONE));

        assertThat(model.step).isEqualTo(ImportState.SOLD);
        assertThat(model.zmos).hasSize(1);
        assertThat(model.documents).isEqualTo(1);
        assertThat(model.wronglySold).isFalse();
    }

    @Property(tries = 200)
    @Label("doubles when a question is left out: the model can fail")
    void doublesWithoutQuestions(@ForAll boolean renames) {
        Model model = new Model(renames);
        model.asking = false;

        model.attempt(new Mishap(Point.ISSUE, Kind.ANSWER_LOST));
        model.attempt(new Mishap(Point.SELL, Kind.ANSWER_LOST));
        model.attempt(new Mishap(Point.NONE, Kind.DIES_BEFORE));

        assertThat(model.zmos).hasSizeGreaterThan(1);
        assertThat(model.documents).isGreaterThan(1);
    }

    private static final Mishap NONE = new Mishap(Point.NONE, Kind.DIES_BEFORE);

    @Provide
    Arbitrary<List<Mishap>> mishaps() {
        return mishap().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Try>> tries() {
        return Combinators.combine(Arbitraries.of(Work.values()), mishap())
                .as(Try::new)
                .list()
                .ofMaxSize(12);
    }

    private static Arbitrary<Mishap> mishap() {
        return Combinators.combine(Arbitraries.of(Point.values()), Arbitraries.of(Kind.values()))
                .as(Mishap::new);
    }

    /** The register, the ERP, and a worker that follows the routes. */
    private static final class Model {
        private final boolean renames;
        private final List<String> zmos = new ArrayList<>();
        private ImportState step = ImportState.NEW;
        private boolean keyLeft;
        private int documents;
        /** Which version of the order the shop has, the ERP's ZMO holds, and the register knows to be in it. */
        private int ordered;

        private int held;
        private int madeFrom;
        private boolean wronglySold;
        private boolean asking = true;

        private static final class Died extends RuntimeException {}

        private static final class Failed extends RuntimeException {}

        Model(boolean renames) {
            this.renames = renames;
        }

        /** A change that is due goes first; a withdrawn ZMO is made anew by the next attempt (S4). */
        void attempt(Try each) {
            Mishap mishap = each.mishap();
            try {
                if (step == ImportState.SOLD || !step.hasZmo() || step == ImportState.RENAMING) {
                    attempt(mishap);
                    return;
                }
                if (each.work() == Work.EDIT) {
                    ordered++;
                }
                if (step == ImportState.SELLING && documents > 0) {
                    sell(mishap);
                    return;
                }
                if (step == ImportState.SELLING) { // asked: nothing was sold
                    step = step.on(Event.SALE_REFUSED).orElseThrow();
                }
                if (each.work() == Work.WITHDRAW || step == ImportState.WITHDRAWING) {
                    withdraw(mishap);
                    return;
                }
                if (step == ImportState.EDITING || madeFrom != ordered) {
                    edit(mishap);
                }
            } catch (Failed | Died e) {
                return;
            }
            attempt(mishap);
        }

        private void edit(Mishap mishap) {
            boolean certain = step == ImportState.ISSUED;
            note(mishap, Point.EDIT_INTENT, Event.EDIT_BEGUN);
            erp(mishap, Point.EDIT, () -> held = ordered, certain ? Event.EDIT_REFUSED : null);
            note(mishap, Point.EDITED, Event.EDITED);
            madeFrom = ordered;
        }

        private void withdraw(Mishap mishap) {
            boolean certain = step == ImportState.ISSUED;
            if (!zmos.isEmpty()) {
                note(mishap, Point.WITHDRAW_INTENT, Event.WITHDRAWAL_BEGUN);
                try {
                    erp(mishap, Point.WITHDRAW, zmos::clear, Event.WITHDRAWAL_REFUSED);
                } finally {
                    if (step == ImportState.ISSUED && !certain) {
                        step = ImportState.EDITING;
                    }
                }
            }
            note(mishap, Point.WITHDRAWN, Event.WITHDRAWN);
        }

        void attempt(Mishap mishap) {
            boolean begunBefore = keyLeft;
            try {
                if (!step.hasZmo() || step == ImportState.RENAMING) {
                    keyLeft = true;
                    issue(mishap, begunBefore);
                }
                sell(mishap);
            } catch (Failed e) {
                keyLeft = false; // the idempotent consumer takes the key back
            } catch (Died e) {
                // the key stays
            }
        }

        private void issue(Mishap mishap, boolean begunBefore) {
            Set<Question> questions = step.questions(begunBefore, renames);
            if (!found(questions)) {
                note(mishap, Point.ISSUE_INTENT, Event.ISSUE_BEGUN);
                erp(mishap, Point.ISSUE, this::make, Event.ISSUE_REFUSED);
            }
            note(mishap, Point.ZMO_NOTED, Event.ZMO_KNOWN);
            if (renames) {
                erp(mishap, Point.RENAME, () -> zmos.set(0, "SH/1"), null);
            }
            note(mishap, Point.ISSUED, Event.NAMED);
        }

        private void make() {
            zmos.add("ZMO/1");
            held = ordered;
            madeFrom = ordered;
        }

        private void sell(Mishap mishap) {
            if (step == ImportState.SOLD) {
                return;
            }
            boolean sold = asking && step.questions(false, renames).contains(Question.DOCUMENTS) && documents > 0;
            if (!sold) {
                note(mishap, Point.SELL_INTENT, Event.SALE_BEGUN);
                erp(mishap, Point.SELL, this::document, Event.SALE_REFUSED);
            }
            note(mishap, Point.SOLD, Event.SOLD);
        }

        private void document() {
            documents++;
            wronglySold |= zmos.isEmpty() || held != ordered;
        }

        private boolean found(Set<Question> questions) {
            if (!asking || zmos.isEmpty()) {
                return false;
            }
            return questions.contains(Question.ZMO_BY_ID)
                    || questions.contains(Question.ZMO_BY_MARKER)
                    || questions.contains(Question.ZMO_BY_NUMBER) && zmos.contains("SH/1");
        }

        /** A statement of the register; the process can die on either side of it. */
        private void note(Mishap mishap, Point point, Event event) {
            if (mishap.point() == point && mishap.kind() == Kind.DIES_BEFORE) {
                throw new Died();
            }
            Optional<ImportState> next = step.on(event);
            assertThat(next).describedAs("%s in %s", event, step).isPresent();
            step = next.get() == ImportState.WITHDRAWN
                    ? ImportState.NEW
                    : next.get(); // of the next import, in one transaction
            if (mishap.point() == point && mishap.kind() != Kind.DIES_BEFORE) {
                throw new Died();
            }
        }

        /** A write to the ERP. */
        private void erp(Mishap mishap, Point point, Runnable work, Event refused) {
            boolean here = mishap.point() == point;
            if (here && mishap.kind() == Kind.REFUSED) {
                if (refused != null) {
                    step = step.on(refused).orElseThrow();
                }
                throw new Failed();
            }
            if (here && mishap.kind() == Kind.DIES_BEFORE) {
                throw new Died();
            }
            work.run();
            if (here && mishap.kind() == Kind.DIES_AFTER) {
                throw new Died();
            }
            if (here) {
                throw new Failed();
            }
        }
    }
}
