package dev.sayql.engine;

import static dev.sayql.engine.Tables.integer;
import static dev.sayql.engine.Tables.key;
import static dev.sayql.engine.Tables.moment;
import static dev.sayql.engine.Tables.name;
import static dev.sayql.engine.Tables.number;
import static dev.sayql.engine.Tables.table;
import static dev.sayql.engine.Tables.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.TableName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hundreds of tables with the same columns and the same stored values: no word may be weighed against them all. */
class LargeSchemaTest {
    private static final List<String> THINGS = List.of("orders", "vehicles", "tickets", "suppliers", "projects");
    private static final int TABLES = 400;

    private static final SourceContext CONTEXT = context(TABLES);

    private final LocalEngine engine = new LocalEngine(EngineModels.none());

    private static SourceContext context(int size) {
        List<Table> tables = new ArrayList<>();
        Map<ColumnName, List<String>> values = new HashMap<>();
        TableName before = name("depots");
        tables.add(table(before, List.of(integer("id"), text("name"), text("country"))));
        values.put(new ColumnName(before, "country"), List.of("Germany", "France"));
        for (int number = 1; number < size; number++) {
            String thing = THINGS.get((number - 1) % THINGS.size());
            int kind = (number - 1) / THINGS.size();
            TableName named = name(kind == 0 ? thing : "kind" + (char) ('a' + kind % 26) + kind + "_" + thing);
            tables.add(table(
                    named,
                    List.of(
                            integer("id"),
                            text("name"),
                            text("status"),
                            number("amount"),
                            moment("created_at"),
                            integer("previous_id")),
                    key("previous_id", before, "id")));
            values.put(new ColumnName(named, "status"), List.of("open", "closed", "Germany"));
            before = named;
        }
        Source source = new Source(new TeamId("demo"), new SourceId("large"), "Large");
        return new SourceContext(
                source, new Schema(tables, List.of("public"), "large"), new Values(values), Semantics.none());
    }

    private Proposal propose(String question) {
        return engine.propose(Library.question(question), CONTEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "how many orders are there? | count(*) AS number_of_orders FROM public.orders AS o",
                "how many open vehicles are there? | FROM public.vehicles AS v WHERE v.status = 'open'",
                "number of tickets by status | FROM public.tickets AS t GROUP BY t.status",
                "what is the total amount of the projects? | sum(p.amount)",
                "show the 5 newest suppliers | FROM public.suppliers AS s ORDER BY s.created_at DESC",
                "orders with status Germany | FROM public.orders AS o WHERE o.status = 'Germany'",
            })
    void aTableThatIsNamedIsFoundAmongHundreds(String question, String part) {
        assertThat(propose(question))
                .isInstanceOfSatisfying(
                        Proposal.Candidates.class,
                        found -> assertThat(
                                        found.ranked().getFirst().sql().text().replaceAll("\\s+", " "))
                                .contains(part));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how many are open?",
                "what is the total amount?",
                "number of names by status",
                "everything in Germany",
                "who is open?",
                "show the newest"
            })
    void whatStandsInHundredsOfTablesIsNotAnsweredFromOneOfThem(String question) {
        assertThat(propose(question)).isNotInstanceOf(Proposal.Candidates.class);
    }

    @Test
    void noWordIsWeighedAgainstAllTables() {
        Knowledge knowledge = engine.knowledgeOf(CONTEXT);
        Chart chart = new Chart(Tokens.of("name of orders in Germany"), knowledge, LocalDate.of(2026, 3, 1));

        Mention.OfColumn named = chart.columns(0).getFirst();
        Mention.OfValue stored = chart.values(4).getFirst();
        assertThat(named.options()).hasSizeBetween(2, Shortlist.MOST + 1);
        assertThat(named.options())
                .extracting(Mention.Option::meaning)
                .contains(new ColumnName(name("orders"), "name"), new ColumnName(name("depots"), "name"));
        assertThat(stored.hits()).hasSizeBetween(2, Shortlist.MOST + 1);
        assertThat(stored.hits())
                .extracting(Values.Hit::column)
                .contains(new ColumnName(name("orders"), "status"), new ColumnName(name("depots"), "country"));
    }

    @Test
    void inAnOrdinarySchemaEverythingIsWeighed() {
        Knowledge knowledge = engine.knowledgeOf(context(Shortlist.MOST));
        Chart chart = new Chart(Tokens.of("name"), knowledge, LocalDate.of(2026, 3, 1));

        assertThat(chart.columns(0).getFirst().options()).hasSize(Shortlist.MOST);
    }

    @Test
    void theShortestWayIsTheSameHoweverMuchWasAskedBefore() {
        Schema schema = context(30).schema();
        Keys asked = new Keys(schema);
        List<TableName> tables = schema.tables().stream().map(Table::name).toList();
        for (TableName from : tables) {
            for (TableName to : tables) {
                assertThat(asked.path(from, to)).isEqualTo(new Keys(schema).path(from, to));
                assertThat(asked.pathToOne(from, to).isPresent())
                        .isEqualTo(!from.equals(to) && asked.reachedToOne(from).contains(to));
            }
        }
        assertThat(asked.path(Set.copyOf(new HashSet<>(tables)), tables.getFirst()))
                .isEmpty();
        assertThat(asked.within(Set.of(tables.get(10)), 2)).hasSize(5);
    }
}
