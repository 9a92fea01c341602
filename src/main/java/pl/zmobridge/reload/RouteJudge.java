package pl.zmobridge.reload;

import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;
import org.quartz.CronExpression;
import pl.zmobridge.reload.RouteFacts.Call;
import pl.zmobridge.reload.RouteFacts.Named;

/**
 * Says whether a set of route files may run. It is judged as a whole: YAML, Camel's own reading of it, endpoints, properties,
 * beans and their methods, where messages go, ids. Nothing is started for it and no other system is asked.
 */
public final class RouteJudge {

    /** Targets that no file names: the bridge sends messages there itself. */
    static final List<String> NEEDED = List.of(
            "direct:work",
            "direct:claim-next",
            "direct:poll-quietly",
            "direct:import-order",
            "direct:realise-order",
            "direct:feedback-order",
            "direct:erp-session",
            "direct:nbp-call");

    private static final String ALWAYS = "* * * * * ?";

    private final Rehearsal rehearsal;

    public RouteJudge(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** What is wrong with the route files of a home directory; none when they may run. */
    public List<RouteProblem> problems(Path home) throws InterruptedException {
        try {
            return problems(RouteFiles.read(home));
        } catch (BadRoutes bad) {
            return bad.problems();
        }
    }

    List<RouteProblem> problems(RouteFiles files) throws InterruptedException {
        RouteFacts facts;
        try {
            facts = RouteFacts.of(files);
        } catch (BadRoutes bad) {
            return bad.problems();
        }
        List<RouteProblem> problems = new ArrayList<>();
        ids(facts, problems);
        ways(facts, problems);
        try {
            rehearsal.build(files, camel -> {
                beans(camel, facts, problems);
                files(camel, facts, problems);
                schedules(camel, facts, problems);
                if (!problems.isEmpty()) {
                    throw new BadRoutes(problems);
                }
            });
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | Error e) { // I11: an operator's class that cannot be linked
            if (problems.isEmpty()) {
                problems.add(RouteFailure.explain(e, facts.routes));
            }
        }
        if (problems.isEmpty()) {
            needed(facts, problems);
        }
        return problems;
    }

    private static void ids(RouteFacts facts, List<RouteProblem> problems) {
        Map<String, Named> known = new HashMap<>();
        List<Named> all = new ArrayList<>(facts.routes);
        all.addAll(facts.ids);
        for (Named id : all) {
            Named first = known.putIfAbsent(id.name(), id);
            if (first != null) {
                String where = first.isEngine() ? "by " : "in ";
                problems.add(problem(
                        id,
                        "the id " + id.name() + " is taken already " + where + first.where() + "; choose another one"));
            }
        }
    }

    private static void ways(RouteFacts facts, List<RouteProblem> problems) {
        Map<String, Named> sources = new HashMap<>();
        for (Named source : facts.sources) {
            Named first = sources.putIfAbsent(source.name(), source);
            if (first != null) {
                problems.add(problem(
                        source, "another route begins with " + source.name() + " already, in " + first.where()));
            }
        }
        facts.targets.stream()
                .filter(target -> !target.isEngine())
                .filter(target -> !sources.containsKey(target.name()) && !Hooks.isHook(target.name()))
                .forEach(target -> problems.add(problem(target, "no route begins with " + target.name())));
        hooks(facts, problems);
    }

    /** A route that looks like a hook and is none would wait for ever. */
    private static void hooks(RouteFacts facts, List<RouteProblem> problems) {
        Set<String> called = facts.targets.stream().map(Named::name).collect(Collectors.toSet());
        called.addAll(NEEDED);
        facts.sources.stream()
                .filter(source -> !called.contains(source.name()) && !Hooks.isHook(source.name()))
                .forEach(source -> Hooks.meant(source.name())
                        .ifPresent(hook -> problems.add(problem(
                                source,
                                "nobody calls " + source.name() + "; did you mean " + hook + "? The hooks are "
                                        + String.join(", ", Hooks.NAMES)))));
    }

    /** Told last: what was mistyped where, says more. */
    private static void needed(RouteFacts facts, List<RouteProblem> problems) {
        Set<String> sources = facts.sources.stream().map(Named::name).collect(Collectors.toSet());
        Stream<String> ofEngine = facts.targets.stream().filter(Named::isEngine).map(Named::name);
        Stream.concat(NEEDED.stream(), ofEngine)
                .distinct()
                .filter(needed -> !sources.contains(needed) && !Hooks.isHook(needed))
                .forEach(needed -> problems.add(
                        RouteProblem.ofAll("no route begins with " + needed + ", which the bridge needs")));
    }

    private static void beans(CamelContext camel, RouteFacts facts, List<RouteProblem> problems) {
        Set<String> told = new HashSet<>();
        for (Call call : facts.calls) {
            String name = call.bean().name();
            Object bean = camel.getRegistry().lookupByName(name);
            if (bean == null) {
                problems.add(problem(call.bean(), "there is no bean " + name));
            } else if (!call.method().isEmpty() && !hasMethod(bean, call) && told.add(call.bean() + call.method())) {
                problems.add(problem(call.bean(), "the bean " + name + " has no method " + call.method() + with(call)));
            }
        }
    }

    private static boolean hasMethod(Object bean, Call call) {
        return Arrays.stream(bean.getClass().getMethods())
                .filter(method -> method.getName().equals(call.method()))
                .anyMatch(method -> call.parameters() < 0 || method.getParameterCount() >= call.parameters());
    }

    private static String with(Call call) {
        return call.parameters() < 0 ? "" : " with " + call.parameters() + " parameters";
    }

    private static void files(CamelContext camel, RouteFacts facts, List<RouteProblem> problems) {
        for (Named file : facts.sqlFiles) {
            if (!ResourceHelper.resolveResource(camel, file.name()).exists()) {
                problems.add(problem(file, "there is no file " + file.name()));
            }
        }
    }

    private static void schedules(CamelContext camel, RouteFacts facts, List<RouteProblem> problems) {
        for (Named schedule : facts.schedules) {
            try {
                CronExpression.validateExpression(resolved(camel, schedule.name()));
            } catch (ParseException e) {
                problems.add(problem(schedule, "cron " + schedule.name() + " cannot be used: " + e.getMessage()));
            }
        }
    }

    private static String resolved(CamelContext camel, String cron) {
        try {
            return camel.resolvePropertyPlaceholders(cron);
        } catch (IllegalArgumentException e) {
            return ALWAYS; // a template's parameter, or a property that Camel will miss in a moment
        }
    }

    private static RouteProblem problem(Named at, String words) {
        return new RouteProblem(at.file(), at.line(), words);
    }
}
