package pl.zmobridge.order;

import java.util.List;
import java.util.Optional;

/** What became of a shop's order under the rules: a card, or the reasons why there is none. */
public sealed interface CardOutcome {

    record Built(OrderCard card) implements CardOutcome {
        @Override
        public Optional<String> noDocument() {
            return card.decision().noDocument();
        }
    }

    /**
     * @param problems sentences in Polish for the person who must act: what is wrong, in which order, what to do
     * @param fault what kind of thing the first of them is
     * @param noDocument why nobody needs a card: a rule says that the order gets no document (D1)
     * @param difference what a person can accept (L6)
     */
    record Faulty(List<String> problems, Fault fault, Optional<String> noDocument, Optional<OpenDifference> difference)
            implements CardOutcome {
        public Faulty {
            problems = List.copyOf(problems);
        }

        public Faulty(List<String> problems, Fault fault) {
            this(problems, fault, Optional.empty(), Optional.empty());
        }
    }

    /** The reason of a rule that gives the order no document (D1); empty when it gets one. */
    Optional<String> noDocument();
}
