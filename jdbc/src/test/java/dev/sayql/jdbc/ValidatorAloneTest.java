package dev.sayql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.embedded.Endpoint;
import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.Rules;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.SqlValidator;
import dev.sayql.sql.Verdict;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The validator with every other lock taken away: a superuser, a transaction that may write, no limits but a short time-out.
 * Everything it lets through of all fixtures, attacks and mutations of them is run, and the database is as it was. What the
 * other locks stop alone, {@link LocksTest} and {@link GrantScriptTest} show.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValidatorAloneTest {
    private static final int MUTATIONS = Boolean.getBoolean("sayql.long") ? 20_000 : 1_500;
    private static final String FINGERPRINT = """
            SELECT (SELECT string_agg(n, ' ' ORDER BY n) FROM (
                SELECT 'users ' || md5(string_agg(t::text, '' ORDER BY t::text)) AS n FROM public.users t
                UNION ALL SELECT 'orders ' || md5(string_agg(t::text, '' ORDER BY t::text)) FROM public.orders t
                UNION ALL SELECT 'items ' || md5(string_agg(t::text, '' ORDER BY t::text)) FROM public.order_items t
                UNION ALL SELECT 'salaries ' || count(*) FROM hr.salaries) f)
              || (SELECT ' classes ' || count(*) || ' ' || md5(string_agg(c.oid || coalesce(c.relacl::text, ''), ',' ORDER BY c.oid))
                  FROM pg_class c WHERE c.relpersistence <> 't')
              || (SELECT ' functions ' || count(*) FROM pg_proc)
              || (SELECT ' large objects ' || count(*) FROM pg_largeobject_metadata)
              || (SELECT ' namespaces ' || count(*) FROM pg_namespace WHERE nspname !~ '^pg_')
              || (SELECT ' extensions ' || count(*) FROM pg_extension)
              || (SELECT ' settings ' || count(*) FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase
                  WHERE d.datname = current_database())
              || (SELECT ' slots ' || count(*) FROM pg_replication_slots)
            """;
    private static final String SESSION = """
            SELECT current_setting('search_path') || current_setting('statement_timeout') || current_setting('role')
              || current_setting('transaction_read_only') || current_user
              || (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid())
              || (SELECT count(*) FROM pg_prepared_statements WHERE name !~ '^[SC]_') || (SELECT count(*) FROM pg_listening_channels())
            """;

    private final ShopDatabase shop = new ShopDatabase();
    private final SqlValidator validator = new SqlValidator();

    @AfterAll
    void close() {
        validator.close();
        shop.close();
    }

    @Test
    void nothingThatIsLetThroughChangesAnythingForASuperuserEither() throws SQLException {
        List<String> texts = new ArrayList<>(ShopDatabase.fixtures("accepted"));
        texts.addAll(ShopDatabase.fixtures("rejected"));
        Mutations mutations = new Mutations(List.copyOf(texts), 7);
        for (int i = 0; i < MUTATIONS; i++) {
            texts.add(mutations.next());
        }
        Endpoint server = SampleDatabase.server();
        String database = shop.database().owner().database();
        Endpoint superuser = new Endpoint(server.host(), server.port(), database, server.user(), server.password());
        Rules rules = shop.rules();
        int ran = 0;
        try (Connection connection = TestDatabase.connect(superuser);
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET search_path = pg_catalog, pg_temp; SET statement_timeout = '1s'");
            String before = text(statement, FINGERPRINT);
            String session = text(statement, SESSION);
            for (String text : texts) {
                if (validator.validate(new SqlText(text), rules) instanceof Verdict.Allowed(ReadOnlySql sql)) {
                    ran += run(statement, sql) ? 1 : 0;
                    assertThat(text(statement, SESSION)).as(sql.text()).isEqualTo(session);
                }
            }
            assertThat(text(statement, FINGERPRINT)).isEqualTo(before);
        }
        assertThat(ran).isGreaterThan(700);
    }

    /** Whether it ended with rows; errors of data and time are ordinary. */
    private static boolean run(Statement statement, ReadOnlySql sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql.limitedTo(5))) {
            while (rows.next()) {
                assertThat(rows.getRow()).isLessThan(10);
            }
            return true;
        } catch (SQLException failure) {
            assertThat(failure.getSQLState()).as(sql.text()).matches("(22|42|0A|54|21|23|2B).*|57014|53200");
            return false;
        }
    }

    private static String text(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }
}
