package dev.sayql.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.generation.EmbedderUnavailableException;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.generation.TextEmbedder;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.semantics.Term;
import dev.sayql.core.team.ModelPolicy.Sharing;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchemaContextTest {

    private static final int BUDGET = 1_000;
    private static final TableName SHIPS = new TableName("public", "harbour_ships");
    private static final TableName CREWS = new TableName("public", "zz_x17");
    private static final TableName PORTS = new TableName("public", "zz_x18");

    private final SchemaContext context = within(BUDGET, Optional.empty());

    private static SchemaContext within(int budget, Optional<TextEmbedder> embedder) {
        return new SchemaContext(wide(), Sharing.VALUES, budget, embedder, Runnable::run);
    }

    /** Knows one thing: that vessels are ships. */
    private static List<float[]> vessels(List<String> texts) {
        return texts.stream()
                .map(text ->
                        text.contains("vessel") || text.contains("ships: ") ? new float[] {1, 0} : new float[] {0, 1})
                .toList();
    }

    /** Six hundred tables that mean nothing, and three that do. */
    private static SourceContext wide() {
        List<Table> tables = new ArrayList<>();
        IntStream.range(0, 600)
                .forEach(number -> tables.add(Bookshop.table(
                        new TableName("public", "filler_%03d".formatted(number)),
                        Optional.empty(),
                        List.of(),
                        number("filler_id"),
                        text("lorem"),
                        text("ipsum"))));
        tables.add(Bookshop.table(
                CREWS,
                Optional.empty(),
                List.of(new ForeignKey(List.of("ship"), SHIPS, List.of("ship_id"), false)),
                number("a"),
                number("ship")));
        tables.add(Bookshop.table(PORTS, Optional.empty(), List.of(), number("b"), text("name")));
        tables.add(Bookshop.table(SHIPS, Optional.of("What sails"), List.of(), number("ship_id"), text("name")));
        return new SourceContext(
                new Source(Bookshop.TEAM, new SourceId("wide"), "wide"),
                new Schema(tables, List.of("public"), "wide"),
                new Values(Map.of(new ColumnName(PORTS, "name"), List.of("Rotterdam", "Le Havre"))),
                new Semantics(
                        1,
                        List.of(new Term("filling", new Term.Target.OfTable(new TableName("public", "filler_123")))),
                        List.of(),
                        Map.of(),
                        Map.of()));
    }

    private static Column number(String name) {
        return Bookshop.column(name, "int8", DataType.INTEGER, Optional.empty());
    }

    private static Column text(String name) {
        return Bookshop.column(name, "text", DataType.TEXT, Optional.empty());
    }

    @Test
    void neverTakesMoreThanItMay() {
        for (String question : List.of("How many ships?", "lorem ipsum filler", "?")) {
            assertThat(TokenEstimate.of(context.of(question).text())).isLessThanOrEqualTo(BUDGET);
            assertThat(context.of(question).whole()).isFalse();
        }
    }

    @Test
    void findsTablesByNameAndByTheirKeyToThose() {
        assertThat(context.of("Which ship has the most hands?").tables()).contains(SHIPS, CREWS);
    }

    @Test
    void findsTablesByCommentByStoredValueAndByWhatWasTaught() {
        assertThat(context.of("what sails fastest").tables()).contains(SHIPS);
        assertThat(context.of("who lives in le havre").tables()).contains(PORTS);
        assertThat(context.of("how much filling").tables()).contains(new TableName("public", "filler_123"));
    }

    @Test
    void findsTablesByWhatTheyMeanWhereThereIsAnEncoder() {
        String question = "which vessel is the fastest";

        assertThat(context.of(question).tables()).doesNotContain(SHIPS);
        assertThat(within(BUDGET, Optional.of(SchemaContextTest::vessels))
                        .of(question)
                        .tables())
                .contains(SHIPS, CREWS);
    }

    @Test
    void ranksByWordsUntilTheTablesAreRead() {
        List<Runnable> waiting = new ArrayList<>();
        SchemaContext slow = new SchemaContext(
                wide(), Sharing.VALUES, BUDGET, Optional.of(SchemaContextTest::vessels), waiting::add);

        assertThat(slow.of("which vessel").tables()).doesNotContain(SHIPS);
        waiting.forEach(Runnable::run);
        assertThat(slow.of("which vessel").tables()).contains(SHIPS);
    }

    @Test
    void doesWithoutAnEncoderThatCannotBeUsed() {
        TextEmbedder broken = texts -> {
            throw new EmbedderUnavailableException("no native library", new IllegalStateException());
        };

        assertThat(within(BUDGET, Optional.of(broken)).of("Which ship?")).isEqualTo(context.of("Which ship?"));
    }

    @Test
    void readsNoTablesWhereAllAreShown() {
        TextEmbedder unwanted = texts -> {
            throw new AssertionError("nothing is to be read");
        };

        assertThat(within(100_000, Optional.of(unwanted)).of("vessel").whole()).isTrue();
    }

    @Test
    void readsTheSameForTheSameQuestion() {
        assertThat(context.of("Which ship?")).isEqualTo(context.of("Which ship?"));
    }

    @Test
    void showsEverythingWhereItFits() {
        SchemaContext all = within(100_000, Optional.empty());

        assertThat(all.of("anything").whole()).isTrue();
        assertThat(all.of("anything").tables()).hasSize(603);
    }

    @Test
    void cutsNamesAndSentencesIntoTheSameWords() {
        assertThat(Words.of("OrderItems order_item the ORDER-ITEMS"))
                .containsExactly("order", "item", "order", "item", "order", "item");
        assertThat(Words.of("cities classes boxes addresses status"))
                .containsExactly("city", "class", "box", "address", "statu");
    }
}
