package pl.zmobridge.reload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What route files name and where: ids, where messages come from and go to, beans, files of SQL, schedules. Camel finds out
 * some of it only when a message comes by, and seldom knows the line.
 */
final class RouteFacts {
    private static final Pattern LOCAL = Pattern.compile("((?:direct|seda):[\\w./-]+)(?:\\?.*)?");
    private static final Pattern BEAN_IN_TEXT = Pattern.compile("\\$\\{bean:([\\w-]+)(?:\\?method=(\\w+)|\\.(\\w+))?");
    private static final Pattern BEAN_URI = Pattern.compile("bean:([\\w-]+)(?:\\?(?:.*&)?method=(\\w+).*)?");
    private static final Pattern SQL_FILE = Pattern.compile("sql:((?:classpath|file):[^?{$]+)(?:\\?.*)?");

    /** Something that stands in a file. */
    record Named(String name, String file, int line) {
        boolean isEngine() {
            return RouteFiles.isEngine(file);
        }

        String where() {
            return new RouteProblem(file, line, "").where();
        }
    }

    /**
     * @param method empty when the bean has but one
     * @param parameters how many are given in the text; -1 when Camel is left to find them
     */
    record Call(Named bean, String method, int parameters) {
        static Call of(Named bean, String text) {
            int open = text.indexOf('(');
            return open < 0
                    ? new Call(bean, text, -1)
                    : new Call(
                            bean, text.substring(0, open), parameters(text.substring(open + 1, text.lastIndexOf(')'))));
        }

        /** Commas that stand neither in quotes nor in brackets part them. */
        private static int parameters(String text) {
            int parameters = text.isBlank() ? 0 : 1;
            int depth = 0;
            boolean quoted = false;
            for (char c : text.toCharArray()) {
                quoted ^= c == '\'';
                depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
                parameters += c == ',' && depth == 0 && !quoted ? 1 : 0;
            }
            return parameters;
        }
    }

    final List<Named> routes = new ArrayList<>();
    final List<Named> ids = new ArrayList<>();
    final List<Named> sources = new ArrayList<>();
    final List<Named> targets = new ArrayList<>();
    final List<Call> calls = new ArrayList<>();
    final List<Named> sqlFiles = new ArrayList<>();
    final List<Named> schedules = new ArrayList<>();

    private RouteFacts() {}

    /**
     * The facts of the bridge's own routes, and of these files after them.
     *
     * @throws BadRoutes with each file that is no YAML
     */
    static RouteFacts of(RouteFiles files) throws BadRoutes {
        RouteFacts facts = new RouteFacts();
        List<RouteProblem> problems = new ArrayList<>();
        RouteFiles.engine().texts().forEach((file, text) -> facts.read(file, text)
                .ifPresent(problems::add));
        files.texts().forEach((file, text) -> facts.read(file, text).ifPresent(problems::add));
        if (!problems.isEmpty()) {
            throw new BadRoutes(problems);
        }
        return facts;
    }

    /** Those of one file; nothing when it is no YAML. */
    static Optional<RouteFacts> find(String file, String text) {
        RouteFacts facts = new RouteFacts();
        return facts.read(file, text).isEmpty() ? Optional.of(facts) : Optional.empty();
    }

    /** Whether a route begins with this endpoint. */
    boolean begins(String endpoint) {
        return sources.stream().anyMatch(source -> source.name().equals(endpoint));
    }

    private Optional<RouteProblem> read(String file, String text) {
        try {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
            if (root.isEmpty()) {
                return Optional.of(new RouteProblem(file, 0, "is empty"));
            }
            new Reader(file).visit(root.get(), "", "");
            return Optional.empty();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            String column = e.getProblemMark()
                    .map(mark -> "column " + (mark.getColumn() + 1) + ": ")
                    .orElse("");
            return Optional.of(new RouteProblem(file, line, "is no YAML: " + column + e.getProblem()));
        } catch (YamlEngineException e) {
            return Optional.of(new RouteProblem(file, 0, "is no YAML: " + e.getMessage()));
        }
    }

    private final class Reader {
        private final String file;

        Reader(String file) {
            this.file = file;
        }

        /** @param key under which the node stands; {@code owner}: the key above that */
        void visit(Node node, String key, String owner) {
            if (node instanceof SequenceNode list) {
                list.getValue().forEach(each -> visit(each, key, owner));
            } else if (node instanceof MappingNode map) {
                call(map, key);
                schedule(map);
                map.getValue().forEach(entry -> entry(entry, key, owner));
            } else if (node instanceof ScalarNode scalar) {
                text(scalar, key, owner);
            }
        }

        private void entry(NodeTuple entry, String key, String owner) {
            String name = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            Node value = entry.getValueNode();
            if (name.equals("id") && value instanceof ScalarNode id) {
                (isRoute(key) ? routes : ids).add(named(id.getValue(), id));
            } else if (name.equals("routeId") && value instanceof ScalarNode id) {
                routes.add(named(id.getValue(), id)); // a verb of a rest: block
            } else if (!name.equals("parameters") && !name.equals("description")) {
                visit(value, name, key);
            }
        }

        private static boolean isRoute(String key) {
            return key.equals("route") || key.equals("routeTemplate") || key.equals("routeConfiguration");
        }

        private void call(MappingNode map, String key) {
            if (key.equals("bean") || key.equals("method")) {
                scalar(map, "ref")
                        .ifPresent(ref -> calls.add(Call.of(
                                named(ref.getValue(), ref),
                                scalar(map, "method").map(ScalarNode::getValue).orElse(""))));
            }
        }

        private void schedule(MappingNode map) {
            if (scalar(map, "uri")
                    .filter(uri -> uri.getValue().startsWith("quartz:"))
                    .isPresent()) {
                child(map, "parameters")
                        .filter(MappingNode.class::isInstance)
                        .flatMap(parameters -> scalar((MappingNode) parameters, "cron"))
                        .ifPresent(cron -> schedules.add(named(cron.getValue(), cron)));
            }
        }

        private void text(ScalarNode scalar, String key, String owner) {
            String text = scalar.getValue().strip();
            Matcher local = LOCAL.matcher(text);
            if (local.matches()) {
                boolean source = key.equals("from") || key.equals("uri") && owner.equals("from");
                (source ? sources : targets).add(named(local.group(1), scalar));
            }
            Matcher sql = SQL_FILE.matcher(text);
            if (sql.matches()) {
                sqlFiles.add(named(sql.group(1), scalar));
            }
            Matcher uri = BEAN_URI.matcher(text);
            if (uri.matches()) {
                calls.add(Call.of(named(uri.group(1), scalar), uri.group(2) == null ? "" : uri.group(2)));
            }
            Matcher bean = BEAN_IN_TEXT.matcher(text);
            while (bean.find()) {
                String method = bean.group(2) != null ? bean.group(2) : bean.group(3);
                calls.add(Call.of(named(bean.group(1), scalar), method == null ? "" : method));
            }
        }

        private Named named(String name, Node at) {
            return new Named(
                    name,
                    file,
                    at.getStartMark().map(mark -> mark.getLine() + 1).orElse(0));
        }

        private static Optional<ScalarNode> scalar(MappingNode map, String key) {
            return child(map, key).filter(ScalarNode.class::isInstance).map(ScalarNode.class::cast);
        }

        private static Optional<Node> child(MappingNode map, String key) {
            return map.getValue().stream()
                    .filter(entry -> entry.getKeyNode() instanceof ScalarNode name
                            && name.getValue().equals(key))
                    .map(NodeTuple::getValueNode)
                    .findFirst();
        }
    }
}
