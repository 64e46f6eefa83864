package dev.sayql.jdbc;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.Catalog;
import dev.sayql.sql.SqlQuoting;
import dev.sayql.sql.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the distinct values of text columns, many columns in one statement, small tables first, until the time is up. A
 * column with too many or too long values, or one that cannot be read in time, is left out as a whole. Used once.
 */
final class ValueReading {
    static final int MOST_VALUES = 2_000;
    private static final int LONGEST_VALUE = 100;
    private static final int LONGEST_MEAN_WIDTH = 60;
    private static final long MOST_ROWS = 500_000;
    private static final int MOST_COLUMNS_AT_ONCE = 48;
    private static final long MOST_ROWS_AT_ONCE = 200_000;
    private static final Duration BUDGET = Duration.ofSeconds(2);
    private static final Duration ONE_STATEMENT = Duration.ofSeconds(1);
    private static final Pattern SECRET = Pattern.compile(
            "passw|passwd|pwd|secret|token|hash|salt|api_?key|private_?key|credential|signature|session_?id",
            Pattern.CASE_INSENSITIVE);

    private final SourcePool pool;
    private final long start = System.nanoTime();
    private final Map<ColumnName, List<String>> values = new HashMap<>();

    /**
     * A column that may be read.
     *
     * @param rows estimated, of its table
     */
    private record Candidate(ColumnName name, long rows) {}

    /** What the planner knows of a column; a negative number of distinct values is a share of the rows. */
    private record Statistic(int meanWidth, double distinct) {}

    ValueReading(SourcePool pool) {
        this.pool = pool;
    }

    /** Endings: {@link dev.sayql.core.schema.SourceUnavailableException}; a column that fails is no failure. */
    Map<ColumnName, List<String>> read(Schema schema) {
        List<Candidate> candidates = candidates(schema);
        if (!candidates.isEmpty()) {
            batches(promising(candidates)).forEach(this::readOrSplit);
        }
        return Map.copyOf(values);
    }

    private static List<Candidate> candidates(Schema schema) {
        List<Candidate> candidates = new ArrayList<>();
        for (Table table : schema.tables()) {
            boolean held = table.kind() == Catalog.Kind.TABLE || table.kind() == Catalog.Kind.PARTITIONED_TABLE;
            if (!held || table.estimatedRows() > MOST_ROWS) {
                continue;
            }
            for (Column column : table.columns()) {
                if (column.dataType().isText() && !SECRET.matcher(column.name()).find()) {
                    candidates.add(new Candidate(
                            new ColumnName(table.name(), column.name()), Math.max(0, table.estimatedRows())));
                }
            }
        }
        candidates.sort(Comparator.comparingLong(Candidate::rows));
        return candidates;
    }

    /** Without the columns of which the planner knows that they are too long or too varied. */
    private List<Candidate> promising(List<Candidate> candidates) {
        Map<ColumnName, Statistic> statistics = statistics();
        return candidates.stream()
                .filter(candidate -> {
                    Statistic known = statistics.get(candidate.name());
                    return known == null
                            || (known.meanWidth() <= LONGEST_MEAN_WIDTH
                                    && distinctValues(known, candidate) <= 2 * MOST_VALUES);
                })
                .toList();
    }

    private static double distinctValues(Statistic statistic, Candidate candidate) {
        return statistic.distinct() >= 0 ? statistic.distinct() : -statistic.distinct() * candidate.rows();
    }

    private Map<ColumnName, Statistic> statistics() {
        Map<ColumnName, Statistic> statistics = new HashMap<>();
        try (ReadOnlySession session = ReadOnlySession.open(pool, ONE_STATEMENT);
                Statement statement = session.statement(1_000);
                ResultSet rows = statement.executeQuery(CatalogQueries.STATISTICS)) {
            while (rows.next()) {
                statistics.put(
                        new ColumnName(new TableName(rows.getString(1), rows.getString(2)), rows.getString(3)),
                        new Statistic(rows.getInt(4), rows.getDouble(5)));
            }
        } catch (SQLException unknown) {
            // Without statistics every column is tried; the time limits hold.
            return Map.of();
        }
        return statistics;
    }

    private static List<List<Candidate>> batches(List<Candidate> candidates) {
        List<List<Candidate>> batches = new ArrayList<>();
        List<Candidate> batch = new ArrayList<>();
        long rows = 0;
        for (Candidate candidate : candidates) {
            boolean full = batch.size() == MOST_COLUMNS_AT_ONCE || rows + candidate.rows() > MOST_ROWS_AT_ONCE;
            if (full && !batch.isEmpty()) {
                batches.add(batch);
                batch = new ArrayList<>();
                rows = 0;
            }
            batch.add(candidate);
            rows += candidate.rows();
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    /** When a batch fails, one of its columns is at fault: halves are tried, down to that one. */
    private void readOrSplit(List<Candidate> batch) {
        Duration left = BUDGET.minusNanos(System.nanoTime() - start);
        if (left.toMillis() < 1 || readBatch(batch, left.compareTo(ONE_STATEMENT) < 0 ? left : ONE_STATEMENT)) {
            return;
        }
        if (batch.size() > 1) {
            readOrSplit(batch.subList(0, batch.size() / 2));
            readOrSplit(batch.subList(batch.size() / 2, batch.size()));
        }
    }

    private boolean readBatch(List<Candidate> batch, Duration timeout) {
        Map<Integer, List<String>> found = new HashMap<>();
        try (ReadOnlySession session = ReadOnlySession.open(pool, timeout);
                Statement statement = session.statement(2_000);
                ResultSet rows = statement.executeQuery(query(batch))) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getInt(1), key -> new ArrayList<>()).add(rows.getString(2));
            }
        } catch (SQLException failure) {
            return false;
        }
        found.forEach((index, column) -> {
            boolean whole =
                    column.size() <= MOST_VALUES && column.stream().allMatch(value -> value.length() <= LONGEST_VALUE);
            if (whole) {
                column.sort(Comparator.naturalOrder());
                values.put(batch.get(index).name(), column);
            }
        });
        return true;
    }

    /** One more than the limits is asked for, of values and of characters, to see what exceeds them. */
    private static String query(List<Candidate> batch) {
        List<String> parts = new ArrayList<>();
        for (int index = 0; index < batch.size(); index++) {
            ColumnName name = batch.get(index).name();
            String column = SqlQuoting.identifier(name.column());
            parts.add("(SELECT " + index + " AS k, d.v FROM (SELECT DISTINCT pg_catalog.left(t." + column + "::text, "
                    + (LONGEST_VALUE + 1) + ") AS v FROM " + name.table().quoted() + " AS t WHERE t." + column
                    + " IS NOT NULL LIMIT " + (MOST_VALUES + 1) + ") AS d)");
        }
        return parts.stream().collect(Collectors.joining("\nUNION ALL\n"));
    }
}
