package pl.zmobridge.support;

import java.sql.SQLException;

/**
 * What the test database's server has done so far, as the server itself counts. It serves one test at a time, so the difference
 * of two readings is what happened between them, both readings included in {@code statements}.
 *
 * @param statements questions of clients, commits among them
 * @param writes statements that insert, update or delete
 * @param rows rows inserted, updated or deleted; temporary tables do not count
 */
public record SqlCounters(long statements, long writes, long rows) {
    private static final String READ =
            """
            SELECT CAST(SUM(IF(VARIABLE_NAME = 'QUESTIONS', VARIABLE_VALUE, 0)) AS SIGNED) AS statements,
              CAST(SUM(IF(VARIABLE_NAME LIKE 'COM%', VARIABLE_VALUE, 0)) AS SIGNED) AS writes,
              CAST(SUM(IF(VARIABLE_NAME LIKE 'HANDLER%', VARIABLE_VALUE, 0)) AS SIGNED) AS changed
            FROM information_schema.GLOBAL_STATUS
            WHERE VARIABLE_NAME IN ('QUESTIONS', 'COM_INSERT', 'COM_INSERT_SELECT', 'COM_UPDATE', 'COM_UPDATE_MULTI', 'COM_DELETE',
              'COM_DELETE_MULTI', 'COM_REPLACE', 'HANDLER_WRITE', 'HANDLER_UPDATE', 'HANDLER_DELETE')
            """;

    public static SqlCounters of(Rig rig) throws SQLException {
        var row = rig.row(READ);
        return new SqlCounters(
                ((Number) row.get("statements")).longValue(),
                ((Number) row.get("writes")).longValue(),
                ((Number) row.get("changed")).longValue());
    }

    public SqlCounters since(SqlCounters earlier) {
        return new SqlCounters(statements - earlier.statements, writes - earlier.writes, rows - earlier.rows);
    }
}
