package pl.zmobridge.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.PolicyDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.TransactedDefinition;
import org.apache.camel.model.TryDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.yaml.LwModelToYAMLDumper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Camel's own dump stands for any tool that reads the model and writes it anew. What it does not write, whatever a file says, is left out of
 * account: descriptions, options that have their default, blocks of {@code rest:} and {@code routeConfiguration:}, a route's own
 * errorHandler, onWhen, options of an endpoint that begin with a prefix (trigger.). What it writes only when it stands among a step's steps - what a doTry read
 * from YAML catches, what is transacted or timed - is put there for it. Of {@code setHeaders:} and {@code method:} it makes nothing that can
 * be read, so our files do without them.
 */
@DisplayName("A route file that Camel has written anew says what ours said")
class RouteRoundTripTest {
    private static final Set<Object> UNWRITTEN =
            Set.of("description", "rest", "routeConfiguration", "errorHandler", "onWhen", "trigger.timeZone");
    private static final Set<String> DEFAULTS = Set.of("true", "INFO");

    static Stream<Path> files() throws Exception {
        List<Path> files = new ArrayList<>();
        for (String directory : List.of("routes", "src/main/resources/engine", "docs/examples")) {
            try (Stream<Path> found = Files.list(Path.of(directory))) {
                found.filter(file -> file.toString().endsWith(".camel.yaml")).forEach(files::add);
            }
        }
        files.removeIf(file -> !RouteContractTest.text(file).contains("- route")); // a block of rest: alone
        return files.stream().sorted();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void nothingIsLost(Path file) throws Exception {
        String ours = Files.readString(file);
        String dumped = dumped(ours);

        assertThat(dumped(dumped)).describedAs("read again").isEqualTo(dumped);
        List<String> lost = scalars(ours);
        scalars(dumped).forEach(lost::remove);
        lost.removeAll(DEFAULTS);
        assertThat(lost).describedAs("what Camel's dump leaves out").isEmpty();
    }

    private static String dumped(String yaml) throws Exception {
        CamelContext camel = new DefaultCamelContext();
        try {
            camel.getRestConfiguration().setInlineRoutes(false);
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.fromBytes("x.camel.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
            Model model = camel.getCamelContextExtension().getContextPlugin(Model.class);
            List<NamedNode> nodes = new ArrayList<>();
            model.getRouteTemplateDefinitions().forEach(template -> nodes.add(template.getRoute()));
            model.getRouteDefinitions().stream()
                    .filter(route -> !Boolean.TRUE.equals(route.isRest()))
                    .peek(RouteRoundTripTest::show)
                    .forEach(nodes::add);
            model.getRouteTemplateDefinitions().forEach(template -> show(template.getRoute()));
            StringBuilder all = new StringBuilder();
            for (NamedNode node : nodes) {
                all.append(new LwModelToYAMLDumper().dumpModelAsYaml(camel, node, false, false, false, false))
                        .append('\n');
            }
            return all.toString().replace("routePolicyRef:", "routePolicy:"); // it reads another key than it writes
        } finally {
            camel.stop();
        }
    }

    private static void show(RouteDefinition route) {
        route.setErrorHandler(null);
        List<ProcessorDefinition<?>> steps = route.getOutputs();
        steps.removeIf(OnExceptionDefinition.class::isInstance); // they come from the routeConfiguration
        if (steps.get(0) instanceof TransactedDefinition transacted) {
            beside(steps, transacted);
        }
        ProcessorDefinitionHelper.filterTypeInOutputs(steps, PolicyDefinition.class)
                .forEach(policy -> beside(policy.getParent().getOutputs(), policy));
        Set<TryDefinition> shown = Collections.newSetFromMap(new IdentityHashMap<>());
        List<TryDefinition> next = hidden(steps, shown);
        while (!next.isEmpty()) {
            for (TryDefinition each : next) {
                each.getCatchClauses().forEach(one -> {
                    one.setOnWhen(null);
                    show(each, one);
                });
                if (each.getFinallyClause() != null) {
                    show(each, each.getFinallyClause());
                }
            }
            next = hidden(steps, shown);
        }
    }

    private static void beside(List<ProcessorDefinition<?>> steps, ProcessorDefinition<?> holder) {
        steps.addAll(steps.indexOf(holder) + 1, holder.getOutputs());
        holder.getOutputs().clear();
    }

    private static List<TryDefinition> hidden(List<ProcessorDefinition<?>> steps, Set<TryDefinition> shown) {
        return ProcessorDefinitionHelper.filterTypeInOutputs(steps, TryDefinition.class).stream()
                .filter(shown::add)
                .toList();
    }

    private static void show(TryDefinition each, ProcessorDefinition<?> part) {
        if (!each.getOutputs().contains(part)) {
            each.getOutputs().add(part);
        }
    }

    /** All that a text says but for its keys; an address apart from its options. */
    private static List<String> scalars(String yaml) {
        List<String> scalars = new ArrayList<>();
        collect(new Load(LoadSettings.builder().build()).loadFromString(yaml), scalars);
        return scalars;
    }

    private static void collect(Object node, List<String> scalars) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (key.equals("routeTemplate")) {
                    Map<?, ?> template = (Map<?, ?>) value; // its route is written, its parameters are not
                    collect(template.containsKey("route") ? template.get("route") : template.get("from"), scalars);
                } else if (!UNWRITTEN.contains(key)) {
                    collect(value, scalars);
                }
            });
        } else if (node instanceof List<?> list) {
            list.forEach(value -> collect(value, scalars));
        } else if (node != null) {
            String text = node.toString().strip();
            if (text.matches(
                    "(sql:classpath|direct|timer|scheduler|quartz|https?|platform-http|smtp|file):[^?]*\\?.*")) {
                for (String part : text.replaceFirst("\\?", "&").split("&")) {
                    scalars.add(URLDecoder.decode(part.replaceFirst("^\\w+=", ""), StandardCharsets.UTF_8));
                }
            } else {
                scalars.add(text);
            }
        }
    }
}
