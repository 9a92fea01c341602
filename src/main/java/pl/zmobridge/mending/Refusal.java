package pl.zmobridge.mending;

import pl.zmobridge.settings.BadSettings;

/** Something is not set as it was asked for; its message says why and what to do, in English as the words of the API have it. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;

    /** Whose turn it is. */
    public enum Kind {
        /** The value cannot be used. */
        WRONG,
        /** It stands otherwise by now. */
        CONFLICT,
        /** Another system must be asked and does not answer, or the files cannot be read. */
        LATER
    }

    Refusal(Kind kind, String words) {
        super(words);
        this.kind = kind;
    }

    static Refusal wrong(String words) {
        return new Refusal(Kind.WRONG, words);
    }

    static Refusal unreadable(BadSettings files) {
        return new Refusal(
                Kind.LATER,
                "The files of the configuration cannot be read now, so what is in force stays so; try again later: "
                        + String.join("; ", files.problems()));
    }

    public Kind kind() {
        return kind;
    }
}
