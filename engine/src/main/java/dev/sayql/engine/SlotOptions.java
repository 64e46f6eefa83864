package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What could fill a slot, for one question. Immutable. */
final class SlotOptions {
    /** In a schema with more columns, only those that something in the question points to are looked at. */
    private static final int WHOLE_SCHEMA = 150;

    private static final int MOST_TABLES = 12;

    private static final int MOST_CHOICES = 20;

    private final Linking linking;
    private final Knowledge knowledge;
    private final List<Table> tables;

    SlotOptions(Linking linking, Knowledge knowledge) {
        this.linking = linking;
        this.knowledge = knowledge;
        this.tables = considered(linking, knowledge);
    }

    private static List<Table> considered(Linking linking, Knowledge knowledge) {
        List<Table> all = knowledge.context().schema().tables().stream()
                .filter(table -> !table.isView())
                .toList();
        long columns = all.stream().mapToLong(table -> table.columns().size()).sum();
        if (columns <= WHOLE_SCHEMA) {
            return all;
        }
        Set<TableName> linked = linked(linking);
        return all.stream()
                .filter(table -> linked.contains(table.name()))
                .map(table -> new Weighed(table, weight(linking, table)))
                .filter(weighed -> weighed.weight > 0)
                .sorted(Comparator.comparingDouble((Weighed weighed) -> -weighed.weight))
                .limit(MOST_TABLES)
                .map(Weighed::table)
                .toList();
    }

    /** Only these have any weight. */
    private static Set<TableName> linked(Linking linking) {
        Set<TableName> linked = new HashSet<>(linking.linkedTables());
        linking.linkedColumns().forEach(column -> linked.add(column.table()));
        linking.columnsWithValues().forEach(column -> linked.add(column.table()));
        return linked;
    }

    private record Weighed(Table table, double weight) {}

    private static double weight(Linking linking, Table table) {
        double own = 2 * linking.best(table.name());
        double columns = 0;
        for (Column column : table.columns()) {
            ColumnName name = new ColumnName(table.name(), column.name());
            columns += linking.best(name) + (linking.valuesOf(name).isEmpty() ? 0 : 1);
        }
        return own + Math.min(columns, 4);
    }

    /** The choices that something in the question points to before all others, at most a score or so. */
    List<Choice> of(Slot slot) {
        List<Choice> all = all(slot);
        return all.size() <= MOST_CHOICES
                ? all
                : all.stream()
                        .map(choice -> new Promising(choice, promise(choice)))
                        .sorted(Comparator.comparingDouble((Promising one) -> -one.promise))
                        .limit(MOST_CHOICES)
                        .map(Promising::choice)
                        .toList();
    }

    private record Promising(Choice choice, double promise) {}

    private double promise(Choice choice) {
        TableName table = choice.table();
        double named = linking.best(table);
        if (!choice.isColumn()) {
            return named;
        }
        ColumnName column = new ColumnName(table, choice.column());
        boolean label = knowledge.label(table).contains(choice.column());
        boolean key = knowledge.isKey(column);
        return 2 * linking.best(column)
                + named * (label ? 0.9 : key ? 0.7 : 0.3)
                + (label ? 0.3 : key ? 0.2 : 0)
                + (choice.start() < 0 ? 0 : 1.5 * choice.score());
    }

    private List<Choice> all(Slot slot) {
        List<Choice> options = new ArrayList<>();
        if (slot.kind().isNumber()) {
            linking.numbers()
                    .forEach(number -> options.add(Choice.number(number.text(), number.start(), number.end())));
            return options;
        }
        for (Table table : tables) {
            if (slot.kind().isTable()) {
                options.add(Choice.table(table.name()));
            } else {
                table.columns().forEach(column -> addColumn(slot, table, column, options));
            }
        }
        return options;
    }

    private void addColumn(Slot slot, Table table, Column column, List<Choice> options) {
        ColumnName name = new ColumnName(table.name(), column.name());
        DataType type = column.dataType();
        boolean ordered = type.isNumber() || type.isDate() || type.isText();
        switch (slot.kind()) {
            case TEST -> addTest(slot, name, type, options);
            case RANGE -> addRange(name, type, options);
            case TEXT -> {
                if (type.isText()) {
                    addAll(name, linking.texts(), options);
                    addAll(name, linking.valuesOf(name), options);
                }
            }
            case HAVING -> {
                if (slot.measure() == Sketch.Measure.DIFFERENT || type.isNumber()) {
                    addAll(name, linking.numbers(), options);
                }
            }
            default -> {
                boolean adds = slot.measure() == Sketch.Measure.SUM || slot.measure() == Sketch.Measure.AVERAGE;
                if (adds ? type.isNumber() : ordered || type == DataType.BOOLEAN || slot.kind() == Slot.Kind.SHOWN) {
                    options.add(Choice.column(table.name(), column.name()));
                }
            }
        }
    }

    private void addTest(Slot slot, ColumnName name, DataType type, List<Choice> options) {
        boolean equality = Set.of("EQUAL", "NOT_EQUAL").contains(slot.operator());
        if (equality) {
            addAll(name, linking.valuesOf(name), options);
        }
        if (type.isNumber()) {
            addAll(name, linking.numbers(), options);
        } else if (type.isText() && equality) {
            List<Linking.Value> known = linking.valuesOf(name);
            linking.numbers().forEach(number -> options.add(with(name, number, 0.4)));
            linking.texts().stream()
                    .filter(text -> known.stream().noneMatch(value -> value.start() == text.start()))
                    .forEach(text -> options.add(with(name, text, 0.3 * text.score())));
        } else if (type.isText()) {
            linking.numbers().forEach(number -> options.add(with(name, number, 0.3)));
            linking.texts().forEach(text -> options.add(with(name, text, 0.3 * text.score())));
        } else if (type.isDate()) {
            linking.texts().stream()
                    .filter(text -> text.text().matches("\\d{4}-\\d{1,2}-\\d{1,2}.*"))
                    .forEach(text -> options.add(with(name, text, 0.9)));
        }
    }

    private void addRange(ColumnName name, DataType type, List<Choice> options) {
        List<Linking.Value> numbers = linking.numbers();
        for (int first = 0; type.isNumber() && first + 1 < numbers.size(); first++) {
            Linking.Value low = numbers.get(first);
            Linking.Value high = numbers.get(first + 1);
            options.add(new Choice(
                    Optional.of(name.table()),
                    name.column(),
                    List.of(low.text(), high.text()),
                    low.start(),
                    high.end(),
                    1));
        }
    }

    private static void addAll(ColumnName name, List<Linking.Value> values, List<Choice> options) {
        values.forEach(value -> options.add(with(name, value, value.score())));
    }

    private static Choice with(ColumnName name, Linking.Value value, double score) {
        return new Choice(
                Optional.of(name.table()), name.column(), List.of(value.text()), value.start(), value.end(), score);
    }
}
