package dev.sayql.jdbc;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnDetail;
import dev.sayql.core.schema.ColumnDetail.Filling;
import dev.sayql.core.schema.Constraint;
import dev.sayql.core.schema.Counting;
import dev.sayql.core.schema.InspectionProgress.Step;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.TableDetail;
import dev.sayql.core.schema.TableDetail.Index;
import dev.sayql.core.schema.TableDetail.Sequence;
import dev.sayql.core.schema.TableDetail.Volume;
import dev.sayql.sql.Catalog;
import dev.sayql.sql.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what people want to know of tables beside what {@link TableReading} has read in the same session. Used once. */
final class DetailReading {
    private final Map<Long, Table> tables;
    private final Map<Long, Map<String, Told>> columns = new HashMap<>();
    private final Map<Long, List<Constraint>> constraints = new HashMap<>();
    private final Map<Long, List<Index>> indexes = new HashMap<>();
    private final Map<Long, List<Sequence>> sequences = new HashMap<>();
    private final Map<Long, Volume> volumes = new HashMap<>();
    private final FormReading forms;

    /** What there is to tell of a column. */
    private record Told(Filling filling, Optional<String> collation, Optional<String> extension) {
        static final Told NOTHING = new Told(new Filling.Nothing(), Optional.empty(), Optional.empty());
    }

    private DetailReading(Map<Long, Table> tables, FormReading forms) {
        this.tables = tables;
        this.forms = forms;
    }

    static DetailReading read(Map<Long, Table> tables, CatalogRows rows) throws SQLException {
        DetailReading reading = new DetailReading(tables, FormReading.read(rows));
        rows.each(DetailQueries.FILLINGS, Step.COLUMNS, reading::addFilling);
        rows.each(DetailQueries.CONSTRAINTS, Step.CONSTRAINTS, reading::addConstraint);
        rows.each(DetailQueries.INDEXES, Step.INDEXES, reading::addIndex);
        rows.each(DetailQueries.SEQUENCES, Step.INDEXES, reading::addSequence);
        rows.each(DetailQueries.VOLUMES, Step.SIZES, reading::addVolume);
        return reading;
    }

    private void addFilling(ResultSet row) throws SQLException {
        long table = row.getLong(1);
        if (tables.containsKey(table)) {
            columns.computeIfAbsent(table, key -> new HashMap<>())
                    .put(row.getString(2), new Told(filling(row), CatalogRows.text(row, 6), CatalogRows.text(row, 7)));
        }
    }

    private static Filling filling(ResultSet row) throws SQLException {
        String identity = row.getString(3);
        String generated = row.getString(4);
        Optional<String> expression = CatalogRows.text(row, 5);
        if (!identity.isEmpty()) {
            return new Filling.Identity(identity.equals("a"), counting(row, 8));
        }
        if (expression.isEmpty()) {
            return new Filling.Nothing();
        }
        return generated.isEmpty()
                ? new Filling.Default(expression.get())
                : new Filling.Generated(expression.get(), generated.equals("s"));
    }

    private static Counting counting(ResultSet row, int first) throws SQLException {
        return new Counting(
                row.getLong(first),
                row.getLong(first + 1),
                row.getLong(first + 2),
                row.getLong(first + 3),
                row.getLong(first + 4),
                row.getBoolean(first + 5));
    }

    /** A constraint over columns that the role may not read is not shown: it would name them. */
    private void addConstraint(ResultSet row) throws SQLException {
        Table table = tables.get(row.getLong(1));
        if (table == null) {
            return;
        }
        List<String> over = CatalogRows.texts(row, 5);
        Set<String> readable = table.columns().stream().map(Column::name).collect(Collectors.toSet());
        if (readable.containsAll(over)) {
            constraints
                    .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                    .add(constraint(row, over));
        }
    }

    private static Constraint constraint(ResultSet row, List<String> over) throws SQLException {
        String name = row.getString(2);
        String definition = row.getString(4);
        return switch (row.getString(3)) {
            case "p" -> new Constraint.PrimaryKey(name, over, definition);
            case "u" -> new Constraint.UniqueKey(name, over, definition);
            case "c" -> new Constraint.Check(name, over, definition);
            case "x" -> new Constraint.Exclusion(name, over, definition);
            case "f" ->
                new Constraint.Foreign(
                        name,
                        over,
                        new TableName(row.getString(6), row.getString(7)),
                        CatalogRows.texts(row, 8),
                        action(row.getString(9)),
                        action(row.getString(10)),
                        definition);
            default -> throw new IllegalStateException("the catalogue query gives no constraint " + row.getString(3));
        };
    }

    private static Constraint.Action action(String letter) {
        return switch (letter) {
            case "r" -> Constraint.Action.RESTRICT;
            case "c" -> Constraint.Action.CASCADE;
            case "n" -> Constraint.Action.SET_NULL;
            case "d" -> Constraint.Action.SET_DEFAULT;
            default -> Constraint.Action.NO_ACTION;
        };
    }

    private void addIndex(ResultSet row) throws SQLException {
        Table table = tables.get(row.getLong(1));
        if (table != null) {
            boolean unique = row.getBoolean(3);
            String start = "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + row.getString(5) + " ON ";
            indexes.computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                    .add(new Index(row.getString(2), unique, withPartitions(row.getString(4), start)));
        }
    }

    /** The server prints the index of a partitioned table as if it left the partitions out; they have it too. */
    private static String withPartitions(String definition, String start) {
        return definition.startsWith(start + "ONLY ")
                ? start + definition.substring((start + "ONLY ").length())
                : definition;
    }

    private void addSequence(ResultSet row) throws SQLException {
        if (tables.containsKey(row.getLong(1))) {
            sequences
                    .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                    .add(new Sequence(
                            new TableName(row.getString(2), row.getString(3)),
                            row.getString(4),
                            counting(row, 5),
                            CatalogRows.text(row, 11)));
        }
    }

    private void addVolume(ResultSet row) throws SQLException {
        Table table = tables.get(row.getLong(1));
        if (table != null) {
            volumes.put(row.getLong(1), new Volume(table.estimatedRows(), row.getLong(2), row.getInt(3)));
        }
    }

    /** Every table with its details; foreign tables are left out. The completed ones have inferred keys too. */
    List<TableDetail> tables(Map<TableName, Table> completed) {
        List<TableDetail> made = new ArrayList<>();
        tables.forEach((number, table) -> {
            if (table.kind() != Catalog.Kind.FOREIGN_TABLE) {
                made.add(detail(number, completed.getOrDefault(table.name(), table)));
            }
        });
        return made;
    }

    private TableDetail detail(long number, Table table) {
        Map<String, Told> told = columns.getOrDefault(number, Map.of());
        List<ColumnDetail> details = new ArrayList<>();
        for (Column column : table.columns()) {
            Told its = told.getOrDefault(column.name(), Told.NOTHING);
            details.add(new ColumnDetail(column, its.filling(), its.collation(), its.extension()));
        }
        return new TableDetail(
                table,
                details,
                constraints.getOrDefault(number, List.of()),
                indexes.getOrDefault(number, List.of()),
                sequences.getOrDefault(number, List.of()),
                forms.of(number),
                volumes.getOrDefault(number, new Volume(table.estimatedRows(), 0, 0)));
    }
}
