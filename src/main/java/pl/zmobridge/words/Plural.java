package pl.zmobridge.words;

/** Which form of a noun stands beside a number. */
public final class Plural {
    private Plural() {}

    /** {@code ONE}, {@code FEW} or {@code MANY}; English has no few. */
    public static String form(Language language, long count) {
        if (count == 1) {
            return "ONE";
        }
        long tens = count % 100;
        boolean few = count % 10 >= 2 && count % 10 <= 4 && (tens < 12 || tens > 14);
        return language == Language.PL && few ? "FEW" : "MANY";
    }
}
