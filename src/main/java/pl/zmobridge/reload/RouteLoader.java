package pl.zmobridge.reload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.EndpointAware;
import org.apache.camel.Route;
import org.apache.camel.Service;
import org.apache.camel.model.Model;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Puts route files into a Camel and takes them out again: the same way at the start, in a rehearsal and while the bridge runs. The
 * bridge's own routes, {@code engine/} in the jar, come once and stay.
 */
public final class RouteLoader {

    /** Makes routes of the templates that the files hold; called after every loading. */
    @FunctionalInterface
    public interface Templates {
        void instantiate(CamelContext camel) throws Exception;
    }

    private final Templates templates;
    private final Map<String, RouteDefinition> engine = new HashMap<>();

    public RouteLoader(Templates templates) {
        this.templates = templates;
    }

    /** Loads the bridge's own routes; before all others. */
    public void loadEngine(CamelContext camel) throws Exception {
        List<Resource> resources = new ArrayList<>();
        for (String file : RouteFiles.ENGINE) {
            resources.add(ResourceHelper.resolveMandatoryResource(camel, "classpath:" + file));
        }
        PluginHelper.getRoutesLoader(camel).loadRoutes(resources);
        model(camel).getRouteDefinitions().forEach(route -> engine.put(route.getRouteId(), route));
    }

    /** Whether it is one of the bridge's own routes. */
    boolean isEngine(String route) {
        return engine.containsKey(route);
    }

    /** Loads the files and makes routes of their templates. In a running Camel they begin only if its autoStartup is on. */
    public void load(CamelContext camel, RouteFiles files) throws Exception {
        List<Resource> resources = new ArrayList<>();
        files.texts()
                .forEach((name, text) -> resources.add(ResourceHelper.fromBytes(
                        "file:" + RouteFiles.DIRECTORY + "/" + name, text.getBytes(StandardCharsets.UTF_8))));
        PluginHelper.getRoutesLoader(camel).loadRoutes(resources);
        engineIsWhole(camel);
        templates.instantiate(camel);
    }

    /** A route of a file with the id of one of the bridge's own would take its place, such as one of a file of an earlier version. */
    private void engineIsWhole(CamelContext camel) {
        engine.forEach((id, route) -> {
            if (model(camel).getRouteDefinition(id) != route) {
                throw new IllegalStateException("The route id " + id + " is the bridge's own; take it out of routes/");
            }
        });
    }

    /** Stops and removes all that files of {@code routes/} brought: routes, templates, configurations and the endpoints between them. */
    void unload(CamelContext camel) throws Exception {
        for (Route route : List.copyOf(camel.getRoutes())) {
            if (!isEngine(route.getRouteId())) {
                camel.getRouteController().stopRoute(route.getRouteId());
                camel.removeRoute(route.getRouteId());
            }
        }
        Model model = model(camel);
        model.removeRouteDefinitions(model.getRouteDefinitions().stream()
                .filter(route -> !isEngine(route.getRouteId()))
                .toList());
        model.removeRouteTemplateDefinitions("*");
        for (var configuration : List.copyOf(model.getRouteConfigurationDefinitions())) {
            model.removeRouteConfiguration(configuration);
        }
        Set<Endpoint> used = endpoints(camel);
        for (Endpoint endpoint : List.copyOf(camel.getEndpoints())) {
            if (!used.contains(endpoint)) {
                camel.removeEndpoint(endpoint); // among them queues whose readers are gone
            }
        }
    }

    /** Those of the routes that are left. */
    private static Set<Endpoint> endpoints(CamelContext camel) {
        Set<Endpoint> used = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Route route : camel.getRoutes()) {
            used.add(route.getEndpoint());
            for (Service service : route.getServices()) {
                for (Service each : ServiceHelper.getChildServices(service)) {
                    if (each instanceof EndpointAware aware && aware.getEndpoint() != null) {
                        used.add(aware.getEndpoint());
                    }
                }
            }
        }
        return used;
    }

    private static Model model(CamelContext camel) {
        return camel.getCamelContextExtension().getContextPlugin(Model.class);
    }
}
