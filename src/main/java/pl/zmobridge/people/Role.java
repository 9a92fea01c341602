package pl.zmobridge.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do. */
public enum Role {
    /** Everything. */
    OPERATOR,
    /** Looks, and changes nothing. */
    VIEWER,
    /** Has not signed in: gets the page to sign in, and nothing else. */
    GUEST;

    /** As it is written in files and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a user that is written so; nobody is made a guest. */
    static Optional<Role> of(String word) {
        return Arrays.stream(values())
                .filter(role -> role != GUEST && role.word().equals(word))
                .findFirst();
    }
}
