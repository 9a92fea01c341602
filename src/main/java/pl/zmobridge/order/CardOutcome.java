package pl.zmobridge.order;

import java.util.List;

/** What became of a shop's order under the rules: a card, or the reasons why there is none. */
public sealed interface CardOutcome {

    record Built(OrderCard card) implements CardOutcome {}

    /**
     * @param problems sentences in Polish for the person who must act: what is wrong, in which order, what to do
     * @param fault what kind of thing the first of them is
     */
    record Faulty(List<String> problems, Fault fault) implements CardOutcome {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }
}
