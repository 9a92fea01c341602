package pl.zmobridge.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds the ids of rules that a file cites. An id is a citation where people are spoken to: in comments, in the names and reasons of
 * tests, in descriptions of routes, in a Markdown page's prose, and anywhere behind the word "rule". Code, data and addresses are
 * none of these, so that {@code Map<K1, V1>}, a version such as {@code V1__register.sql} or the path of a picture cite nothing.
 */
final class Citations {
    private static final String ID = "[NPLHMZSVWDKEI][0-9]{1,2}";
    private static final Pattern IN_PROSE = Pattern.compile("(?<![\\w#.=/&+-])" + ID + "\\b(?![=/]|\\.\\w)");
    private static final Pattern BEHIND_THE_WORD =
            Pattern.compile("\\b(?:[Rr]ules?|[Rr]egu[łl]\\p{L}*) (" + ID + ")\\b");
    private static final Pattern C_LIKE = Pattern.compile(
            "(?s)\"\"\".*?\"\"\"|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\"|'[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'"
                    + "|//[^\\n]*|/\\*.*?\\*/");
    private static final Pattern SPOKEN_STRING =
            Pattern.compile("(?s).*(?:@DisplayName\\(|\\bname = |\\bdescribedAs\\()\\s*$");
    private static final Pattern SQL_COMMENT = Pattern.compile("(?ms)--[^\\n]*|/\\*.*?\\*/");
    private static final Pattern HASH_COMMENT = Pattern.compile("(?m)(?:^|\\s)#[^\\n]*|^[\\s-]*description: [^\\n]*");

    static final String[] ENDINGS = {".java", ".js", ".sql", ".yaml", ".yml", ".properties", ".md"};

    private Citations() {}

    static Set<String> of(Path file, String text) {
        Set<String> ids = new TreeSet<>();
        for (String spoken : spoken(file.getFileName().toString(), text)) {
            IN_PROSE.matcher(spoken).results().map(MatchResult::group).forEach(ids::add);
        }
        BEHIND_THE_WORD.matcher(text).results().map(id -> id.group(1)).forEach(ids::add);
        return ids;
    }

    private static List<String> spoken(String name, String text) {
        if (name.endsWith(".md")) {
            return List.of(new Markdown(text).prose());
        }
        if (name.endsWith(".sql")) {
            return all(SQL_COMMENT, text);
        }
        if (name.endsWith(".java") || name.endsWith(".js")) {
            return C_LIKE.matcher(text)
                    .results()
                    .filter(token -> isComment(token) || isSpokenString(token, text))
                    .map(MatchResult::group)
                    .toList();
        }
        return all(HASH_COMMENT, text);
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static boolean isComment(MatchResult token) {
        return token.group().startsWith("/");
    }

    private static boolean isSpokenString(MatchResult token, String text) {
        String before = text.substring(Math.max(0, token.start() - 40), token.start());
        return SPOKEN_STRING.matcher(before).matches();
    }
}
