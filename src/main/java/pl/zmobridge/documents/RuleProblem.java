package pl.zmobridge.documents;

/**
 * What is wrong with the file of rules, and where.
 *
 * @param line from 1; 0 when it is not known
 */
public record RuleProblem(int line, String words) {

    /** Where it is, such as {@code config/documents.yaml, line 12}. */
    public String where() {
        return line == 0 ? RulesFile.NAME : RulesFile.NAME + ", line " + line;
    }

    @Override
    public String toString() {
        return where() + ": " + words;
    }
}
