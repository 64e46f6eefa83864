package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whose a number is, said before its name: "volunteer hours" are the hours of signups, each of which has a volunteer. Not where
 * those whose it is have such a number themselves.
 */
final class OwnerNames {
    private static final double SCORE = 0.85;

    private OwnerNames() {}

    static void of(Schema schema, Set<String> known, EventWords.Sink sink) {
        for (Table table : schema.tables()) {
            for (ForeignKey pointer : table.foreignKeys()) {
                schema.table(pointer.target())
                        .filter(owner -> !table.isView() && !owner.name().equals(table.name()))
                        .ifPresent(owner -> numbers(table).forEach(number -> add(table, number, owner, known, sink)));
            }
        }
    }

    private static List<Column> numbers(Table table) {
        return table.columns().stream()
                .filter(column -> column.dataType().isNumber())
                .filter(column -> !table.primaryKey().contains(column.name()))
                .filter(column -> table.foreignKeys().stream()
                        .noneMatch(key -> key.columns().contains(column.name())))
                .toList();
    }

    private static void add(Table table, Column number, Table owner, Set<String> known, EventWords.Sink sink) {
        List<String> own = NamePhrases.withoutTable(
                NamePhrases.wordsOf(number.name(), known),
                NamePhrases.wordsOf(table.name().name(), known));
        String whose = NamePhrases.wordsOf(owner.name().name(), known).getLast();
        boolean itsOwn = owner.columns().stream()
                .anyMatch(column -> NamePhrases.stemsOf(column.name()).contains(Stem.of(own.getLast())));
        if (!itsOwn && !Stem.of(whose).equals(Stem.of(own.getFirst()))) {
            List<String> said = new ArrayList<>(List.of(whose));
            said.addAll(own);
            sink.add(said, new Lexicon.Meaning.OfColumn(new ColumnName(table.name(), number.name())), SCORE);
        }
    }
}
