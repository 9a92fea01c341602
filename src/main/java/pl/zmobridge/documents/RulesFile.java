package pl.zmobridge.documents;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** The file of rules: {@code config/documents.yaml} of the home directory. What was judged is what runs. */
public final class RulesFile {
    /** Within the home directory, and in messages. */
    public static final String NAME = "config/documents.yaml";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private RulesFile() {}

    /**
     * Reads and judges the rules of a home directory.
     *
     * @return {@link Rules#NONE} when there is no such file, or it holds nothing but comments
     * @throws BadRules with everything that is wrong
     */
    public static Rules read(Path home) throws BadRules {
        Optional<String> text = text(home);
        return text.isEmpty() ? Rules.NONE : parse(text.get());
    }

    /**
     * The text of the file; empty when there is none.
     *
     * @throws BadRules when it cannot be read
     */
    public static Optional<String> text(Path home) throws BadRules {
        try {
            return Optional.of(Files.readString(home.resolve(NAME)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            throw bad(0, "is no UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            throw bad(0, "cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads and judges rules.
     *
     * @return {@link Rules#NONE} for nothing but comments
     * @throws BadRules with everything that is wrong
     */
    public static Rules parse(String text) throws BadRules {
        Optional<Node> root = root(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        if (root.isEmpty()) {
            return Rules.NONE;
        }
        List<RuleProblem> problems = new ArrayList<>();
        Rules rules = new RulesReader(problems).rules(root.get());
        RulesJudge.judge(rules, problems);
        if (!problems.isEmpty()) {
            problems.sort((one, other) -> Integer.compare(one.line(), other.line()));
            throw new BadRules(problems);
        }
        return rules;
    }

    private static Optional<Node> root(String text) throws BadRules {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(NAME).build();
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw bad(line, "is no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw bad(0, "is no YAML: " + e.getMessage());
        }
    }

    private static BadRules bad(int line, String words) {
        return new BadRules(List.of(new RuleProblem(line, words)));
    }
}
