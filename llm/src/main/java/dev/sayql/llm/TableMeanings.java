package dev.sayql.llm;

import dev.sayql.core.generation.EmbedderUnavailableException;
import dev.sayql.core.generation.TextEmbedder;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * How near the meaning of a question is to that of each table, by name and columns: "wages" is near a table of salaries that
 * shares no word with it. Tables are read once, in the background; until then, and where nothing can be read on this machine,
 * all are equally far. Thread-safe.
 */
public final class TableMeanings {

    /** Texts about different things are this near one another. */
    private static final double UNRELATED = 0.1;

    private final TextEmbedder embedder;
    private volatile Map<TableName, float[]> tables = Map.of();

    /** @param background reads the tables, some milliseconds for each */
    TableMeanings(List<Table> tables, TextEmbedder embedder, Executor background) {
        this.embedder = embedder;
        background.execute(() -> read(tables));
    }

    private void read(List<Table> all) {
        try {
            List<float[]> vectors =
                    embedder.embed(all.stream().map(TableMeanings::text).toList());
            Map<TableName, float[]> read = new HashMap<>();
            for (int index = 0; index < vectors.size(); index++) {
                read.put(all.get(index).name(), vectors.get(index));
            }
            tables = Map.copyOf(read);
        } catch (EmbedderUnavailableException unavailable) {
            // It has said so itself; words alone decide.
        }
    }

    private static String text(Table table) {
        return spaced(table.name().name()) + ": "
                + table.columns().stream()
                        .map(Column::name)
                        .map(TableMeanings::spaced)
                        .collect(Collectors.joining(", "));
    }

    private static String spaced(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** Of the tables that have to do with the question how much, above 0 and below 1. */
    Map<TableName, Double> near(String question) {
        Map<TableName, float[]> known = tables;
        if (known.isEmpty()) {
            return Map.of();
        }
        return vector(question).map(asked -> near(asked, known)).orElse(Map.of());
    }

    private static Map<TableName, Double> near(float[] asked, Map<TableName, float[]> known) {
        Map<TableName, Double> near = new HashMap<>();
        known.forEach((table, vector) -> {
            double nearness = cosine(asked, vector) - UNRELATED;
            if (nearness > 0) {
                near.put(table, nearness);
            }
        });
        return near;
    }

    private Optional<float[]> vector(String question) {
        try {
            return embedder.embed(List.of(question)).stream().findFirst();
        } catch (EmbedderUnavailableException unavailable) {
            return Optional.empty();
        }
    }

    /** Of vectors of length one. */
    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int index = 0; index < one.length; index++) {
            sum += one[index] * other[index];
        }
        return sum;
    }
}
