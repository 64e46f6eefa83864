package dev.sayql.jdbc;

import static dev.sayql.jdbc.Databases.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.question.SourcePolicy;
import dev.sayql.core.schema.Schema;
import dev.sayql.sql.Rules;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.SqlValidator;
import dev.sayql.sql.TableName;
import dev.sayql.sql.Verdict;
import dev.sayql.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A column that is kept back is kept back in every table whose rows are those of another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InheritedColumnsTest {

    private final TestDatabase test = TestDatabase.create("inherited", """
            CREATE TABLE people (id integer, email text);
            CREATE TABLE staff (grade integer) INHERITS (people);
            CREATE TABLE doctors (field text) INHERITS (staff);
            CREATE TABLE named (email text, nick text);
            CREATE TABLE guests (room text) INHERITS (people, named);
            CREATE TABLE other (id integer, email text);
            CREATE TABLE logins (id integer, email text) PARTITION BY LIST (id);
            CREATE TABLE logins_1 PARTITION OF logins FOR VALUES IN (1);
            CREATE VIEW first_logins AS SELECT email FROM logins_1;
            CREATE VIEW grades AS SELECT grade FROM doctors;
            """);
    private final SourcePools pools = Databases.pools(test.reader());
    private final Schema schema = new CatalogReader(pools).read(SOURCE);
    private final SqlValidator validator = new SqlValidator();

    @AfterAll
    void close() {
        validator.close();
        pools.close();
        test.close();
    }

    private static TableName name(String table) {
        return new TableName("public", table);
    }

    private boolean isAllowed(String sql, Map<TableName, Set<String>> denied, Map<TableName, Set<String>> masked) {
        SourcePolicy policy = new SourcePolicy(
                Set.of(), Set.of(name("first_logins"), name("grades")), Set.of(), List.of(), Set.of(), denied, masked);
        Rules rules = new PolicyReader(pools, source -> policy).of(SOURCE, schema, policy);
        return validator.validate(new SqlText(sql), rules) instanceof Verdict.Allowed;
    }

    @Test
    void inTablesThatInheritIt() {
        Map<TableName, Set<String>> denied = Map.of(name("people"), Set.of("email"));
        for (String table : List.of("people", "staff", "doctors", "guests", "named")) {
            assertThat(isAllowed("SELECT email FROM " + table, denied, Map.of()))
                    .as(table)
                    .isFalse();
        }
        assertThat(isAllowed("SELECT email FROM other", denied, Map.of())).isTrue();
        assertThat(isAllowed("SELECT nick FROM named", denied, Map.of())).isTrue();
    }

    @Test
    void inTablesThatShowTheRowsOfThoseWhichInherit() {
        Map<TableName, Set<String>> denied = Map.of(name("doctors"), Set.of("email"));
        assertThat(isAllowed("SELECT email FROM people", denied, Map.of())).isFalse();
        assertThat(isAllowed("SELECT email FROM staff", denied, Map.of())).isFalse();
        assertThat(isAllowed("SELECT email FROM named", denied, Map.of())).isTrue();
        Map<TableName, Set<String>> masked = Map.of(name("people"), Set.of("email"));
        assertThat(isAllowed("SELECT count(*) FROM doctors WHERE email = '***'", Map.of(), masked))
                .isTrue();
    }

    @Test
    void inViewsOfThem() {
        Map<TableName, Set<String>> denied = Map.of(name("logins"), Set.of("email"));
        assertThat(isAllowed("SELECT email FROM first_logins", Map.of(), Map.of()))
                .isTrue();
        assertThat(isAllowed("SELECT email FROM first_logins", denied, Map.of()))
                .isFalse();
        assertThat(isAllowed("SELECT grade FROM grades", denied, Map.of())).isTrue();
        assertThat(isAllowed("SELECT grade FROM grades", Map.of(name("people"), Set.of("email")), Map.of()))
                .isFalse();
    }
}
