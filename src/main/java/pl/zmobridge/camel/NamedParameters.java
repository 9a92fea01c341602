package pl.zmobridge.camel;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;
import org.apache.camel.component.sql.DefaultSqlPrepareStatementStrategy;
import org.apache.camel.support.ExchangeHelper;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;

/**
 * Finds the values of {@code :#name}: in the body when that is a map or has {@link SqlParameters}, else among the headers, else in the
 * variables: one of that name, or one that has such a parameter, else among those that every statement may use. A list, {@code :#in:name}, becomes as many question marks as it
 * has values. It reads a statement once, and a body that is neither stays what it is: Camel tries each time to turn it into a map, which
 * costs more than the statement and lets an answer of the ERP stand in for a variable. Statements without names are left to Camel.
 */
final class NamedParameters extends DefaultSqlPrepareStatementStrategy {
    private static final Pattern NAME = Pattern.compile(":\\?(in:)?(\\w+|\\$\\{[^{}]+})");
    private static final int STATEMENTS = 500;

    private final Map<String, Statement> statements = new ConcurrentHashMap<>();
    private final Supplier<Map<String, Object>> common;

    /** @param common what every statement may use, looked for last */
    NamedParameters(Supplier<Map<String, Object>> common) {
        this.common = common;
    }

    /** @param list whether it stands for a list of values */
    private record Name(String name, boolean list) {}

    /**
     * @param parts the statement's text between its parameters, one more than there are names
     * @param names none for a statement that is left to Camel
     * @param marked the statement with a question mark for each parameter; always the same text, by which the driver finds what it has prepared
     */
    private record Statement(List<String> parts, List<Name> names, String marked) {
        Statement(List<String> parts, List<Name> names) {
            this(parts, names, String.join("?", parts));
        }

        boolean hasLists() {
            return names.stream().anyMatch(Name::list);
        }
    }

    /** How many parameters the statement has; 0 when that is left to Camel or differs from call to call. */
    int count(String query) {
        Statement statement = read(query);
        return statement.hasLists() ? 0 : statement.names().size();
    }

    @Override
    public String prepareQuery(String query, boolean allowNamedParameters, Exchange exchange) throws SQLException {
        Statement statement = read(query);
        if (!allowNamedParameters || statement.names().isEmpty()) {
            return super.prepareQuery(query, allowNamedParameters, exchange);
        }
        if (!statement.hasLists()) {
            return statement.marked();
        }
        StringBuilder sql = new StringBuilder(statement.parts().get(0));
        for (int i = 0; i < statement.names().size(); i++) {
            Name name = statement.names().get(i);
            sql.append(name.list() ? marks(name, exchange) : "?");
            sql.append(statement.parts().get(i + 1));
        }
        return sql.toString();
    }

    /** An empty list fits nothing: {@code IN (NULL)}. */
    private String marks(Name name, Exchange exchange) {
        int size = list(value(name, exchange, exchange.getMessage().getBody())).size();
        return String.join(",", Collections.nCopies(Math.max(1, size), "?"));
    }

    @Override
    public Iterator<?> createPopulateIterator(
            String query, String preparedQuery, int expectedParams, Exchange exchange, Object value)
            throws SQLException {
        List<Name> names = read(query).names();
        if (names.isEmpty()) {
            return super.createPopulateIterator(query, preparedQuery, expectedParams, exchange, value);
        }
        List<Object> values = new ArrayList<>(names.size());
        for (Name name : names) {
            Object found = value(name, exchange, value);
            if (name.list()) {
                values.addAll(list(found).isEmpty() ? Collections.singletonList(null) : list(found));
            } else {
                values.add(found);
            }
        }
        return new Values(values.iterator());
    }

    @Override
    public void populateStatement(PreparedStatement ps, Iterator<?> iterator, int expectedParams) throws SQLException {
        if (!(iterator instanceof Values)) {
            super.populateStatement(ps, iterator, expectedParams);
            return;
        }
        for (int i = 1; iterator.hasNext(); i++) {
            Object value = iterator.next();
            if (value == null) {
                ps.setNull(i, Types.NULL); // Spring would ask the server for the type
            } else {
                StatementCreatorUtils.setParameterValue(ps, i, SqlTypeValue.TYPE_UNKNOWN, value);
            }
        }
    }

    private static Collection<?> list(Object value) {
        return value instanceof Collection<?> many ? many : List.of(value);
    }

    private Object value(Name name, Exchange exchange, Object body) {
        return name.name().startsWith("$")
                ? evaluated(name.name(), exchange, body)
                : found(name.name(), exchange, body);
    }

    private Object found(String name, Exchange exchange, Object body) {
        if (body instanceof Map<?, ?> map && map.containsKey(name)) {
            return map.get(name);
        }
        Object ofBody = of(body, name);
        if (ofBody != SqlParameters.NONE) {
            return ofBody;
        }
        Map<String, Object> headers = exchange.getIn().getHeaders();
        if (headers.containsKey(name)) {
            return headers.get(name);
        }
        Map<String, Object> variables = exchange.getVariables();
        if (variables.containsKey(name)) {
            return variables.get(name);
        }
        for (Object variable : variables.values()) {
            Object ofVariable = of(variable, name);
            if (ofVariable != SqlParameters.NONE) {
                return ofVariable;
            }
        }
        Map<String, Object> ofAll = common.get();
        if (ofAll.containsKey(name)) {
            return ofAll.get(name);
        }
        throw new RuntimeExchangeException("Neither body, headers nor variables hold " + name, exchange);
    }

    private static Object of(Object holder, String name) {
        return holder instanceof SqlParameters parameters ? parameters.parameter(name) : SqlParameters.NONE;
    }

    private static Object evaluated(String simple, Exchange exchange, Object body) {
        Exchange seen = exchange;
        if (body != exchange.getMessage().getBody()) { // one of a batch
            seen = ExchangeHelper.createCopy(exchange, true);
            seen.getMessage().setBody(body);
        }
        return exchange.getContext()
                .resolveLanguage("simple")
                .createExpression(simple)
                .evaluate(seen, Object.class);
    }

    private Statement read(String query) {
        Statement known = statements.get(query);
        if (known != null) {
            return known;
        }
        if (statements.size() >= STATEMENTS) { // an operator's route may make a text of its own for each order
            statements.clear();
        }
        return statements.computeIfAbsent(query, NamedParameters::parsed);
    }

    private static Statement parsed(String query) {
        List<String> parts = new ArrayList<>();
        List<Name> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(query);
        int end = 0;
        while (matcher.find()) {
            parts.add(query.substring(end, matcher.start()));
            names.add(new Name(matcher.group(2), matcher.group(1) != null));
            end = matcher.end();
        }
        parts.add(query.substring(end));
        boolean understood = parts.stream().noneMatch(part -> part.contains(":?"));
        return new Statement(List.copyOf(parts), understood ? List.copyOf(names) : List.of());
    }

    private record Values(Iterator<Object> of) implements Iterator<Object> {
        @Override
        public boolean hasNext() {
            return of.hasNext();
        }

        @Override
        public Object next() {
            return of.next();
        }
    }
}
