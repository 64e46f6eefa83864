package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What speaks for and against a choice for a slot: how well the words name it, where they stand, what was chosen before. For
 * one question by one thread.
 */
final class SlotFeatures {
    private static final List<Slot.Kind> KINDS = List.of(Slot.Kind.values());
    private static final List<Sketch.Measure> MEASURES = List.of(Sketch.Measure.values());
    private static final Linking.Link NOWHERE = new Linking.Link(-1, -1, 0);

    private final Linking linking;
    private final Chart chart;
    private final Knowledge knowledge;
    private final Map<List<TableName>, Integer> distances = new HashMap<>();
    private final Map<ColumnName, Integer> rivals = new HashMap<>();

    SlotFeatures(Linking linking, Knowledge knowledge) {
        this.linking = linking;
        this.chart = linking.chart();
        this.knowledge = knowledge;
    }

    /**
     * @param slots all slots of the sketch
     * @param chosen what fills those before this one
     */
    float[] of(List<Slot> slots, List<Choice> chosen, Choice choice) {
        Slot slot = slots.get(chosen.size());
        FeatureRow row = new FeatureRow();
        addSlot(row, slot, slots);
        Linking.Link anchor = anchor(choice, chosen);
        addAnchor(row, slot, anchor, chosen);
        addTable(row, slot, choice, anchor, slots, chosen);
        addColumn(row, choice);
        addBefore(row, slot, choice, slots, chosen);
        addValue(row, slot, choice, anchor, chosen);
        return row.values();
    }

    private static void addSlot(FeatureRow row, Slot slot, List<Slot> slots) {
        row.add(KINDS.indexOf(slot.kind()))
                .add(MEASURES.indexOf(slot.measure()))
                .add(slot.index());
        row.add(slot.select() > 0).add(slot.partner() >= 0);
        row.add(slots.size());
        row.add(slots.stream()
                .filter(other -> other.kind() == slot.kind() && other.select() == slot.select())
                .count());
        row.add(operatorCode(slot));
        row.add(slots.stream().anyMatch(other -> other.kind() == Slot.Kind.ROWS));
    }

    private static int operatorCode(Slot slot) {
        return switch (slot.operator()) {
            case "EQUAL" -> 1;
            case "NOT_EQUAL" -> 2;
            case "LESS", "LESS_OR_EQUAL" -> 3;
            case "GREATER", "GREATER_OR_EQUAL" -> 4;
            case "UP" -> 5;
            case "DOWN" -> 6;
            case "" -> 0;
            default -> 7;
        };
    }

    /** The words that name what was chosen, rather those not used yet. */
    private Linking.Link anchor(Choice choice, List<Choice> chosen) {
        List<Linking.Link> own = links(choice);
        if (own.isEmpty()) {
            return NOWHERE;
        }
        Set<Linking.Link> used = new HashSet<>();
        for (Choice other : chosen) {
            if (!other.equals(choice)) {
                used.addAll(links(other));
            }
        }
        Linking.Link best = NOWHERE;
        double most = -1;
        for (Linking.Link link : own) {
            boolean ownValue = choice.start() >= 0 && link.overlaps(choice.start(), choice.end());
            double weight = link.score()
                    - (used.contains(link) ? 0.4 : 0)
                    - (ownValue ? 0.3 : 0)
                    + 0.02 * (link.end() - link.start());
            if (weight > most) {
                most = weight;
                best = link;
            }
        }
        return best;
    }

    private List<Linking.Link> links(Choice choice) {
        if (choice.isColumn()) {
            return linking.of(new ColumnName(choice.table(), choice.column()));
        }
        return choice.place().map(linking::of).orElse(List.of());
    }

    private void addAnchor(FeatureRow row, Slot slot, Linking.Link anchor, List<Choice> chosen) {
        row.add(anchor.score()).add(anchor.end() - anchor.start());
        if (anchor.start() < 0) {
            row.unknown(9);
            return;
        }
        row.add((double) anchor.start() / chart.size());
        row.add(chosen.stream().anyMatch(other -> other.start() >= 0 && anchor.overlaps(other.start(), other.end())));
        row.add(chosen.stream().anyMatch(other -> links(other).stream().anyMatch(link -> link.equals(anchor))));
        double last = chosen.isEmpty()
                ? -1
                : links(chosen.getLast()).stream()
                        .mapToInt(Linking.Link::start)
                        .min()
                        .orElse(-1);
        row.add(last < 0 ? Double.NaN : anchor.start() - last);
        Set<String> own = Cues.of(slot.measure());
        row.add(Cues.before(chart, anchor.start(), own, 4));
        row.add(Cues.before(chart, anchor.start(), Cues.EACH, 3));
        row.add(Cues.before(chart, anchor.start(), Cues.ORDER, 5));
        row.add(Cues.before(chart, anchor.start(), Cues.RELATIVE, 2));
        row.add(Math.min(
                Cues.before(chart, anchor.start(), superlatives(slot), 3),
                Cues.after(chart, anchor.end(), superlatives(slot), 3)));
    }

    private static Set<String> superlatives(Slot slot) {
        return slot.operator().equals("UP") ? Cues.LEAST : Cues.MOST;
    }

    private void addTable(
            FeatureRow row, Slot slot, Choice choice, Linking.Link anchor, List<Slot> slots, List<Choice> chosen) {
        if (choice.place().isEmpty()) {
            row.unknown(11);
            return;
        }
        TableName name = choice.table();
        Table table = knowledge.table(name).orElseThrow();
        List<Linking.Link> mentions = linking.of(name);
        row.add(linking.best(name)).add(mentions.size());
        row.add(mentions.stream()
                .mapToInt(link -> Math.abs(link.start() - anchor.start()))
                .min()
                .orElse(99));
        row.add(mentions.stream().mapToInt(Linking.Link::start).min().orElse(-1));
        row.add(mentions.stream()
                .mapToInt(link -> Cues.before(chart, link.start(), Cues.COUNT, 3))
                .min()
                .orElse(9));
        row.add(table.columns().size()).add(table.foreignKeys().size());
        row.add(table.columns().size() - table.foreignKeys().size() <= 1);
        List<TableName> inside = new ArrayList<>();
        List<TableName> outside = new ArrayList<>();
        for (int index = 0; index < chosen.size(); index++) {
            boolean same = slots.get(index).select() == slot.select();
            chosen.get(index).place().ifPresent((same ? inside : outside)::add);
        }
        row.add(distance(name, inside)).add(distance(name, outside));
        row.add(inside.stream()
                .anyMatch(other -> knowledge.keys().from(name).stream()
                        .anyMatch(edge -> edge.to().equals(other) && !edge.toMany())));
    }

    /** The number of steps to the nearest of the tables; 0 when it is one of them, 9 when there is none. */
    private int distance(TableName table, List<TableName> others) {
        int nearest = 9;
        for (TableName other : others) {
            int steps = table.equals(other)
                    ? 0
                    : distances.computeIfAbsent(
                            List.of(table, other),
                            pair -> knowledge
                                    .keys()
                                    .path(pair.getFirst(), pair.getLast())
                                    .map(path -> path.steps().size())
                                    .orElse(8));
            nearest = Math.min(nearest, steps);
        }
        return nearest;
    }

    private void addColumn(FeatureRow row, Choice choice) {
        if (!choice.isColumn()) {
            row.unknown(10);
            return;
        }
        ColumnName name = new ColumnName(choice.table(), choice.column());
        Table table = knowledge.table(choice.table()).orElseThrow();
        Column column = knowledge.column(name).orElseThrow();
        DataType type = column.dataType();
        row.add(type.isText()).add(type.isNumber()).add(type.isDate());
        row.add(table.primaryKey().contains(column.name()));
        row.add(knowledge.pointedTo(name).isPresent());
        row.add(knowledge.label(choice.table()).contains(column.name()));
        row.add(table.columns().indexOf(column));
        String lower = column.name().toLowerCase(Locale.ROOT);
        row.add(lower.endsWith("id") || lower.endsWith("code"));
        row.add(lower.contains("year") || lower.contains("date"));
        row.add(rivals.computeIfAbsent(name, this::countRivals));
    }

    /** How many columns the same words name as well. */
    private int countRivals(ColumnName name) {
        double own = linking.best(name);
        List<Linking.Link> links = linking.of(name);
        return (int) linking.linkedColumns().stream()
                .filter(other -> linking.best(other) >= own)
                .filter(other -> linking.of(other).stream().anyMatch(links::contains))
                .count();
    }

    private void addBefore(FeatureRow row, Slot slot, Choice choice, List<Slot> slots, List<Choice> chosen) {
        boolean sameKind = false;
        boolean otherKind = false;
        boolean outer = false;
        for (int index = 0; index < chosen.size(); index++) {
            Choice other = chosen.get(index);
            boolean same =
                    other.place().equals(choice.place()) && other.column().equals(choice.column()) && choice.isColumn();
            boolean select = slots.get(index).select() == slot.select();
            sameKind |= same && select && slots.get(index).kind() == slot.kind();
            otherKind |= same && select && slots.get(index).kind() != slot.kind();
            outer |= same && !select;
        }
        row.add(sameKind).add(otherKind).add(outer);
        Optional<Choice> partner = Optional.of(slot.partner())
                .filter(at -> at >= 0 && at < chosen.size())
                .map(chosen::get)
                .filter(Choice::isColumn);
        if (partner.isEmpty() || !choice.isColumn()) {
            row.unknown(4);
            return;
        }
        Choice other = partner.get();
        row.add(other.column().equals(choice.column()));
        row.add(other.table().equals(choice.table()));
        row.add(pointsTo(choice, other));
        row.add(pointsTo(other, choice));
    }

    private boolean pointsTo(Choice from, Choice to) {
        return knowledge.keys().from(from.table()).stream()
                .anyMatch(edge -> edge.to().equals(to.table())
                        && edge.fromColumns().equals(List.of(from.column()))
                        && edge.toColumns().equals(List.of(to.column())));
    }

    private void addValue(FeatureRow row, Slot slot, Choice choice, Linking.Link anchor, List<Choice> chosen) {
        if (choice.start() < 0) {
            row.unknown(11);
            return;
        }
        row.add(choice.score()).add(choice.end() - choice.start());
        row.add(chart.token(choice.start()).quoted());
        row.add(chosen.stream()
                .filter(other -> other.start() >= 0)
                .anyMatch(other -> other.start() < choice.end() && choice.start() < other.end()));
        row.add(anchor.start() < 0 ? Double.NaN : choice.start() - anchor.end());
        row.add(choice.start() - chosen.stream().mapToInt(Choice::end).max().orElse(0));
        row.add(linking.columnsWithValues().stream()
                .filter(column -> linking.valuesOf(column).stream()
                        .anyMatch(value -> value.start() == choice.start() && value.end() == choice.end()))
                .count());
        row.add(choice.values().getFirst().matches("(18|19|20)\\d\\d"));
        Set<String> wanted = operatorCode(slot) == 3 ? Cues.BELOW : operatorCode(slot) == 4 ? Cues.ABOVE : Cues.NOT;
        row.add(Cues.before(chart, choice.start(), wanted, 4));
        row.add(Cues.before(chart, choice.start(), Set.of("top", "first", "limit"), 2));
        row.add(linking.linkedTables().stream()
                .flatMap(table -> linking.of(table).stream())
                .filter(link -> link.overlaps(choice.start(), choice.end()))
                .mapToDouble(Linking.Link::score)
                .max()
                .orElse(0));
    }
}
