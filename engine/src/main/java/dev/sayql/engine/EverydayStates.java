package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.Table;
import java.util.List;
import java.util.Set;

/** What people say of whoever is active no more: "closed their account". */
final class EverydayStates {
    private EverydayStates() {}

    static void of(Table table, Column column, ColumnName name, EventWords.Sink sink) {
        boolean active = column.dataType() == DataType.BOOLEAN
                && NamePhrases.wordsOf(column.name(), Set.of()).contains("active");
        if (!active || !Persons.are(table)) {
            return;
        }
        Lexicon.Meaning gone = new Lexicon.Meaning.OfFlag(name, false);
        for (List<String> phrase : List.of(
                List.of("closed", "account"),
                List.of("close", "their", "account"),
                List.of("close", "the", "account"),
                List.of("account", "closed"),
                List.of("account", "is", "closed"),
                List.of("account", "are", "closed"),
                List.of("account", "was", "closed"),
                List.of("deactivated"),
                List.of("deactivated", "account"),
                List.of("closed", "their", "accounts"))) {
            sink.add(phrase, gone, 0.95);
        }
    }
}
