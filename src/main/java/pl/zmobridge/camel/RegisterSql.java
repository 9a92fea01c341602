package pl.zmobridge.camel;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.camel.Endpoint;
import org.apache.camel.component.sql.SqlComponent;
import org.apache.camel.component.sql.SqlEndpoint;
import org.apache.camel.component.sql.SqlHelper;

/**
 * Camel's {@code sql:} component on the register. Its endpoints look parameters up by {@link NamedParameters} and know how many
 * there are, so that the driver need not ask the server each time, for which it would prepare every statement anew.
 */
public final class RegisterSql extends SqlComponent {
    private final NamedParameters names;

    public RegisterSql(DataSource database) {
        this(database, Map::of);
    }

    /** @param common parameters that every statement may use */
    public RegisterSql(DataSource database, Supplier<Map<String, Object>> common) {
        setDataSource(database);
        names = new NamedParameters(common);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        SqlEndpoint endpoint = (SqlEndpoint) super.createEndpoint(uri, remaining, parameters);
        if (endpoint.getPrepareStatementStrategy() == null) {
            endpoint.setPrepareStatementStrategy(names);
            if (endpoint.getParametersCount() == 0) {
                endpoint.setParametersCount(names.count(statement(endpoint)));
            }
        }
        return endpoint;
    }

    /** Empty when it cannot be read: the route that needs it will not start and says why. */
    private String statement(SqlEndpoint endpoint) throws Exception {
        try {
            String placeholder = endpoint.isUsePlaceholder() ? endpoint.getPlaceholder() : null;
            return SqlHelper.resolveQuery(getCamelContext(), endpoint.getQuery(), placeholder);
        } catch (IOException e) {
            return "";
        }
    }
}
