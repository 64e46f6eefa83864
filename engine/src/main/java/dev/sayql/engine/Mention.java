package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/** Words of the question that stand for something in the source. {@code start} and {@code end} count tokens. */
sealed interface Mention {
    int start();

    int end();

    /** One thing the words could mean. The score is 1 for its full name, less for a part of it or a looser tie. */
    record Option<T>(T meaning, double score) {}

    /** Columns that the words could name. */
    record OfColumn(int start, int end, List<Option<ColumnName>> options) implements Mention {
        public OfColumn {
            options = options.stream()
                    .sorted(Comparator.comparingDouble((Option<ColumnName> option) -> -option.score())
                            .thenComparing(Option::meaning))
                    .toList();
        }

        double score() {
            return options.getFirst().score();
        }

        /** Those called so in full, where the others only have the words as a part of their names. */
        OfColumn exact() {
            List<Option<ColumnName>> named =
                    options.stream().filter(option -> option.score() >= 0.95).toList();
            boolean parts = options.stream().allMatch(option -> option.score() >= 0.95 || option.score() < 0.8);
            return named.isEmpty() || !parts ? this : new OfColumn(start, end, named);
        }
    }

    /**
     * Tables that the words could name.
     *
     * @param link whether the words only lead through the table ("bought") and list nothing
     */
    record OfTable(int start, int end, List<Option<TableName>> options, boolean link) implements Mention {
        public OfTable {
            options = options.stream()
                    .sorted(Comparator.comparingDouble((Option<TableName> option) -> -option.score())
                            .thenComparing(Option::meaning))
                    .toList();
        }

        TableName best() {
            return options.getFirst().meaning();
        }

        double score() {
            return options.getFirst().score();
        }
    }

    /** A metric that the team defined. */
    record OfMetric(int start, int end, Metric metric) implements Mention {}

    /** A true-or-false column named by an adjective: "active", "inactive". */
    record OfFlag(int start, int end, List<ColumnName> columns, boolean value) implements Mention {}

    /** A condition on a column that the team gave a name: "in stock". */
    record OfTaught(int start, int end, ColumnName column, Taught taught) implements Mention {}

    /** Something that happened on a date, or did not while the date is missing. */
    record OfEvent(int start, int end, ColumnName column, boolean happened) implements Mention {}

    /** Stored values that read like the words. */
    record OfValue(int start, int end, List<Values.Hit> hits, double score) implements Mention {

        /** The same as a value of one table only. */
        OfValue in(TableName table) {
            return new OfValue(
                    start,
                    end,
                    hits.stream()
                            .filter(hit -> hit.column().table().equals(table))
                            .toList(),
                    score);
        }
    }

    /**
     * A number.
     *
     * @param money whether a currency sign or word came with it
     * @param percent whether a percent sign or word came with it
     * @param time the unit of time that came with it; none where none did
     */
    record OfNumber(int start, int end, BigDecimal value, boolean money, boolean percent, Piece.Unit time)
            implements Mention {}
}
