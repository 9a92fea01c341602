package pl.zmobridge.notify;

/** Texts of others as messages may hold them: they add no line, no header, no link, no markup and call nobody. */
final class Plain {
    private static final int LONGEST = 80;

    private Plain() {}

    /** Without anything that a terminal, a mail's head or a reader's direction of writing would obey. */
    static String text(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    }

    /** Of the shop or the ERP: such as {@code <!channel>} of Slack or {@code @all}. */
    static String foreign(String text) {
        String plain = text(text).replaceAll("[<>&@`*~|\\[\\]{}\\\\]", "·").replace("://", ":··");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
