package dev.sayql.llm;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Metric;
import dev.sayql.core.semantics.Term;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Ranks the tables of a source by how likely a question is about them: by the words of names and comments (rare words count for
 * more, as in BM25), by stored values, by what the team taught, by meaning where there is an encoder; what a likely table is tied to by a key is likely too.
 * Thread-safe; worked out once for a source.
 */
final class SchemaRanking {

    private static final double TABLE_NAME = 3;
    private static final double COLUMN_NAME = 1.5;
    private static final double COMMENT = 0.7;
    private static final double TAUGHT = 4;
    private static final double STORED_VALUE = 3;
    private static final double MEANING = 80;
    private static final double NEIGHBOUR = 0.45;

    private final SourceContext context;
    private final Optional<TableMeanings> meanings;
    private final List<Table> tables;
    private final Map<String, Map<TableName, Double>> weights = new HashMap<>();
    private final Map<TableName, Set<TableName>> neighbours = new HashMap<>();

    /** @param meanings of the tables, where words are not all there is to rank by */
    SchemaRanking(SourceContext context, Optional<TableMeanings> meanings) {
        this.context = context;
        this.meanings = meanings;
        this.tables = context.schema().tables();
        tables.forEach(this::index);
        context.semantics().terms().forEach(this::index);
        context.semantics().metrics().forEach(this::index);
    }

    private void index(Table table) {
        add(table.name(), table.name().name(), TABLE_NAME);
        table.comment().ifPresent(comment -> add(table.name(), comment, COMMENT));
        for (Column column : table.columns()) {
            add(table.name(), column.name(), COLUMN_NAME);
            column.comment().ifPresent(comment -> add(table.name(), comment, COMMENT));
        }
        for (ForeignKey key : table.foreignKeys()) {
            neighbours.computeIfAbsent(table.name(), name -> new HashSet<>()).add(key.target());
            neighbours.computeIfAbsent(key.target(), name -> new HashSet<>()).add(table.name());
        }
    }

    private void index(Term term) {
        add(term.target().table(), term.phrase(), TAUGHT);
    }

    private void index(Metric metric) {
        Stream.concat(Stream.of(metric.name()), metric.synonyms().stream())
                .forEach(name -> metric.forms().forEach(form -> add(form.table(), name, TAUGHT)));
    }

    private void add(TableName table, String text, double weight) {
        for (String word : Words.of(text)) {
            weights.computeIfAbsent(word, key -> new HashMap<>()).merge(table, weight, Math::max);
        }
    }

    /** All tables, the likeliest first; in the schema's order where nothing tells them apart. */
    List<Table> ranked(String question) {
        Map<TableName, Double> scores = new HashMap<>();
        for (String word : new HashSet<>(Words.of(question))) {
            Map<TableName, Double> found = weights.getOrDefault(word, Map.of());
            double rarity = Math.log(1 + (tables.size() - found.size() + 0.5) / (found.size() + 0.5));
            found.forEach((table, weight) -> scores.merge(table, weight * rarity, Double::sum));
        }
        storedValues(question).forEach(hit -> scores.merge(hit.column().table(), STORED_VALUE, Double::sum));
        meanings.ifPresent(known ->
                known.near(question).forEach((table, near) -> scores.merge(table, MEANING * near, Double::sum)));
        Map<TableName, Double> spread = spread(scores);
        List<Table> ranked = new ArrayList<>(tables);
        ranked.sort(Comparator.comparingDouble((Table table) -> -spread.getOrDefault(table.name(), 0.0)));
        return ranked;
    }

    /** A part of each score goes to what is a key away, and a part of that to what is two keys away. */
    private Map<TableName, Double> spread(Map<TableName, Double> scores) {
        Map<TableName, Double> spread = new HashMap<>(scores);
        Map<TableName, Double> reached = scores;
        for (int step = 0; step < 2; step++) {
            Map<TableName, Double> next = new HashMap<>();
            reached.forEach((table, score) -> neighbours
                    .getOrDefault(table, Set.of())
                    .forEach(neighbour -> next.merge(neighbour, score * NEIGHBOUR, Math::max)));
            next.forEach((table, score) -> spread.merge(table, score, Double::sum));
            reached = next;
        }
        return spread;
    }

    /** Values of the source that the question names. */
    List<Values.Hit> storedValues(String question) {
        return ValueHits.of(question, context.values());
    }
}
