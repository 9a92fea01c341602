package pl.zmobridge.documents;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The words of a list, and what they stand for.
 *
 * @param written as the operator wrote them
 * @param meant folded; a group of countries is all of its countries
 */
record WordList(List<String> written, Set<String> meant) {
    WordList {
        written = List.copyOf(written);
        meant = Set.copyOf(meant);
    }

    boolean hasAnyOf(Set<String> names) {
        return !Collections.disjoint(meant, names);
    }

    String told() {
        return String.join(", ", written);
    }
}
