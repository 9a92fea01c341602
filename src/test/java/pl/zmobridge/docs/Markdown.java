package pl.zmobridge.docs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A Markdown page, as far as its prose, its links and its anchors go. */
final class Markdown {
    private static final Pattern FENCED = Pattern.compile("(?ms)^[ \\t]*(```+|~~~+)[^\\n]*\\n.*?^[ \\t]*\\1[ \\t]*$");
    private static final Pattern INLINE_CODE = Pattern.compile("(`+)(?!`)[^`]*\\1");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}[ \\t]+(.+?)[ \\t]*#*$");
    private static final Pattern NAMED_ANCHOR = Pattern.compile("<a\\s+(?:id|name)=\"([^\"]+)\"");
    private static final Pattern INLINE_LINK = Pattern.compile("\\]\\(\\s*<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\s*\\)");
    private static final Pattern REFERENCE = Pattern.compile("(?m)^[ ]{0,3}\\[[^\\]]+\\]:\\s*(\\S+)");
    private static final Pattern HTML_LINK = Pattern.compile("(?:src|srcset|href)=\"([^\"]+)\"");

    private final String text;

    Markdown(String text) {
        this.text = FENCED.matcher(text.replace("\r\n", "\n")).replaceAll("");
    }

    /** What is said in words: no code blocks, no code within a line, no comments. */
    String prose() {
        return INLINE_CODE.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("");
    }

    /** The headings' texts, without the marks of Markdown. */
    List<String> headings() {
        return HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1)
                        .replaceAll("<[^>]+>", "")
                        .replaceAll("!?\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                        .replaceAll("[`*]", "")
                        .strip())
                .toList();
    }

    /** What a link to this page can name behind {@code #}, as GitHub makes it of the headings. */
    Set<String> anchors() {
        Set<String> anchors = new LinkedHashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String heading : headings()) {
            String slug = slug(heading);
            int before = seen.merge(slug, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? slug : slug + "-" + before);
        }
        NAMED_ANCHOR.matcher(text).results().map(anchor -> anchor.group(1)).forEach(anchors::add);
        return anchors;
    }

    /** Every target that a link or a picture of this page names, word for word. */
    List<String> links() {
        String prose = prose();
        List<String> links = new ArrayList<>();
        for (Pattern kind : List.of(INLINE_LINK, REFERENCE, HTML_LINK)) {
            kind.matcher(prose).results().forEach(link -> links.add(link.group(1)));
        }
        return links;
    }

    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }
}
