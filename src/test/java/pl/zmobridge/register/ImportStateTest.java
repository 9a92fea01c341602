package pl.zmobridge.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
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

    enum Point {
        NONE,
        ISSUE_INTENT,
        ISSUE,
        ZMO_NOTED,
        RENAME,
        ISSUED,
        SELL_INTENT,
        SELL,
        SOLD
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

    @Provide
    Arbitrary<List<Mishap>> mishaps() {
        return net.jqwik.api.Combinators.combine(Arbitraries.of(Point.values()), Arbitraries.of(Kind.values()))
                .as(Mishap::new)
                .list()
                .ofMaxSize(12);
    }

    /** The register, the ERP, and a worker that follows the routes. */
    private static final class Model {
        private final boolean renames;
        private final List<String> zmos = new ArrayList<>();
        private ImportState step = ImportState.NEW;
        private boolean keyLeft;
        private int documents;
        private boolean asking = true;

        private static final class Died extends RuntimeException {}

        private static final class Failed extends RuntimeException {}

        Model(boolean renames) {
            this.renames = renames;
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
                erp(mishap, Point.ISSUE, () -> zmos.add("ZMO/1"), Event.ISSUE_REFUSED);
            }
            note(mishap, Point.ZMO_NOTED, Event.ZMO_KNOWN);
            if (renames) {
                erp(mishap, Point.RENAME, () -> zmos.set(0, "SH/1"), null);
            }
            note(mishap, Point.ISSUED, Event.NAMED);
        }

        private void sell(Mishap mishap) {
            if (step == ImportState.SOLD) {
                return;
            }
            boolean sold = asking && step.questions(false, renames).contains(Question.DOCUMENTS) && documents > 0;
            if (!sold) {
                note(mishap, Point.SELL_INTENT, Event.SALE_BEGUN);
                erp(mishap, Point.SELL, () -> documents++, Event.SALE_REFUSED);
            }
            note(mishap, Point.SOLD, Event.SOLD);
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
            step = next.get();
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
