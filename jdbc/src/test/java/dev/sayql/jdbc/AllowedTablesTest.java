package dev.sayql.jdbc;

import static dev.sayql.jdbc.Databases.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.question.SourcePolicy;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.sql.Rules;
import dev.sayql.sql.TableName;
import dev.sayql.testkit.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Policies that name the only tables that may be read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllowedTablesTest {
    private static final TableName PEOPLE = new TableName("public", "people");
    private static final TableName VISITS = new TableName("public", "visits");
    private static final TableName NAMES = new TableName("public", "names");

    private final TestDatabase test = TestDatabase.create("allowed", """
            CREATE SCHEMA other;
            CREATE TABLE people (id integer, name text);
            CREATE TABLE visits (id integer);
            CREATE TABLE other.wages (id integer);
            CREATE VIEW names AS SELECT name FROM people;
            """);
    private final SourcePools pools = Databases.pools(test.reader());
    private final Schema schema = new CatalogReader(pools).read(SOURCE);

    @AfterAll
    void close() {
        pools.close();
        test.close();
    }

    private Rules rules(Set<TableName> tables, Set<TableName> views) {
        SourcePolicy policy = new SourcePolicy(tables, views, Set.of(), List.of(), Set.of(), Map.of(), Map.of());
        return new PolicyReader(pools, source -> policy).of(SOURCE, schema, policy);
    }

    @Test
    void aTableIsNamedAloneOrWithAllOfItsSchema() {
        assertThat(rules(Set.of(PEOPLE), Set.of()).allowedTables()).contains(Set.of(PEOPLE));
        assertThat(rules(Set.of(new TableName("public", "*")), Set.of()).allowedTables())
                .contains(Set.of(PEOPLE, VISITS));
        assertThat(rules(Set.of(), Set.of()).allowedTables()).isEmpty();
    }

    @Test
    void viewsThatAreOpenedAreAllowedAndOthersAreNotMeant() {
        assertThat(rules(Set.of(VISITS), Set.of(NAMES)).allowedTables()).contains(Set.of(VISITS, NAMES));
        assertThatThrownBy(() -> rules(Set.of(NAMES), Set.of()))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("there is no table public.names");
    }

    @Test
    void whatNamesNothingIsAProblem() {
        assertThatThrownBy(
                        () -> rules(Set.of(new TableName("nowhere", "*"), new TableName("public", "gone")), Set.of()))
                .isInstanceOf(SourceUnavailableException.class)
                .hasMessageContaining("there is no table nowhere.*")
                .hasMessageContaining("there is no table public.gone");
    }
}
