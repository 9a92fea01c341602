package pl.zmobridge.camel;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;
import org.apache.camel.component.sql.DefaultSqlPrepareStatementStrategy;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.LRUCacheFactory;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;

/**
 * Finds the values of {@code :#name} in a body that is a map, else among the headers, else among the variables, as Camel does; but
 * it reads a statement once, and a body that is no map stays what it is: Camel tries each time to turn it into one, which costs
 * more than the statement and lets an answer of the ERP stand in for a variable. Statements with lists ({@code :#in:name}) and
 * without names are left to Camel.
 */
final class NamedParameters extends DefaultSqlPrepareStatementStrategy {
    private static final Pattern NAME = Pattern.compile(":\\?(\\w+|\\$\\{[^{}]+})");
    private static final int STATEMENTS = 500;

    private final Map<String, Statement> statements = LRUCacheFactory.newLRUCache(STATEMENTS);

    /** @param names in the order of the statement; none for a statement that is left to Camel */
    private record Statement(String sql, List<String> names) {}

    /** How many parameters the statement has; 0 when that is left to Camel. */
    int count(String query) {
        return read(query).names().size();
    }

    @Override
    public String prepareQuery(String query, boolean allowNamedParameters, Exchange exchange) throws SQLException {
        Statement statement = read(query);
        return allowNamedParameters && !statement.names().isEmpty()
                ? statement.sql()
                : super.prepareQuery(query, allowNamedParameters, exchange);
    }

    @Override
    public Iterator<?> createPopulateIterator(
            String query, String preparedQuery, int expectedParams, Exchange exchange, Object value)
            throws SQLException {
        List<String> names = read(query).names();
        if (names.isEmpty()) {
            return super.createPopulateIterator(query, preparedQuery, expectedParams, exchange, value);
        }
        List<Object> values = new ArrayList<>(names.size());
        for (String name : names) {
            values.add(name.startsWith("$") ? evaluated(name, exchange, value) : found(name, exchange, value));
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

    private static Object found(String name, Exchange exchange, Object body) {
        if (body instanceof Map<?, ?> map && map.containsKey(name)) {
            return map.get(name);
        }
        Map<String, Object> headers = exchange.getIn().getHeaders();
        if (headers.containsKey(name)) {
            return headers.get(name);
        }
        if (exchange.getVariables().containsKey(name)) {
            return exchange.getVariables().get(name);
        }
        throw new RuntimeExchangeException("Neither body, headers nor variables hold " + name, exchange);
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
        return statements.computeIfAbsent(query, NamedParameters::parsed);
    }

    private static Statement parsed(String query) {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(query);
        StringBuilder sql = new StringBuilder();
        while (matcher.find()) {
            names.add(matcher.group(1));
            matcher.appendReplacement(sql, "?");
        }
        matcher.appendTail(sql);
        boolean understood = !query.contains(":?in:") && !sql.toString().contains(":?");
        return new Statement(sql.toString(), understood ? List.copyOf(names) : List.of());
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
