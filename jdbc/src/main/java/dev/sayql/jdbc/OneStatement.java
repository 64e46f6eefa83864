package dev.sayql.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/**
 * A lock on the driver: it cuts texts at semicolons and would send each part. Asked beforehand with its own parser, it
 * must see exactly one statement and leave its text as it is.
 */
final class OneStatement {

    private OneStatement() {}

    static boolean is(String text) {
        if (text.indexOf('\0') >= 0) {
            return false;
        }
        try {
            List<NativeQuery> seen = Parser.parseJdbcSql(text, true, false, true, false, false);
            return seen.size() == 1
                    && seen.getFirst().nativeSql.equals(text)
                    && seen.getFirst().bindPositions.length == 0;
        } catch (SQLException unreadable) {
            return false;
        }
    }
}
