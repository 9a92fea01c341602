package pl.zmobridge.reload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.model.Model;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Puts route files into a Camel and takes them out again: the same way at the start, in a rehearsal and while the bridge runs. */
public final class RouteLoader {

    /** Makes routes of the templates that the files hold; called after every loading. */
    @FunctionalInterface
    public interface Templates {
        void instantiate(CamelContext camel) throws Exception;
    }

    private final Templates templates;

    public RouteLoader(Templates templates) {
        this.templates = templates;
    }

    /** Loads the files and makes routes of their templates. In a running Camel they begin only if its autoStartup is on. */
    public void load(CamelContext camel, RouteFiles files) throws Exception {
        List<Resource> resources = new ArrayList<>();
        files.texts()
                .forEach((name, text) -> resources.add(ResourceHelper.fromBytes(
                        "file:" + RouteFiles.DIRECTORY + "/" + name, text.getBytes(StandardCharsets.UTF_8))));
        PluginHelper.getRoutesLoader(camel).loadRoutes(resources);
        templates.instantiate(camel);
    }

    /** Stops all routes and removes all that files brought: routes, templates, configurations and the endpoints between them. */
    void unload(CamelContext camel) throws Exception {
        Model model = camel.getCamelContextExtension().getContextPlugin(Model.class);
        camel.getRouteController().removeAllRoutes();
        model.removeRouteDefinitions(List.copyOf(model.getRouteDefinitions()));
        model.removeRouteTemplateDefinitions("*");
        for (var configuration : List.copyOf(model.getRouteConfigurationDefinitions())) {
            model.removeRouteConfiguration(configuration);
        }
        camel.removeEndpoints("*"); // among them queues whose readers are gone
    }
}
