package dev.sayql.core.answering;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.schema.EditDistance;
import dev.sayql.core.schema.Table;
import dev.sayql.sql.Rules;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The tables that a question may read: all of the source's, or those that were selected. */
sealed interface Selection {

    record Tables(Rules rules, SourceContext context) implements Selection {}

    record Unknown(List<String> names, List<String> nearest) implements Selection {}

    static Selection of(Optional<List<String>> selected, SourceContext context) {
        if (selected.isEmpty()) {
            return new Tables(context.rules(), context);
        }
        Set<TableName> tables = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String name : selected.get()) {
            List<Table> named = context.schema().named(name);
            named.forEach(table -> tables.add(table.name()));
            if (named.isEmpty()) {
                unknown.add(name);
            }
        }
        if (!unknown.isEmpty()) {
            return new Unknown(unknown, nearest(unknown, context));
        }
        SourceContext narrowed = context.narrowedTo(tables);
        return new Tables(narrowed.rules(), narrowed);
    }

    private static List<String> nearest(List<String> unknown, SourceContext context) {
        Comparator<String> byDistance = Comparator.comparingInt(name -> unknown.stream()
                .mapToInt(word -> EditDistance.between(word.toLowerCase(Locale.ROOT), name))
                .min()
                .orElse(Integer.MAX_VALUE));
        return context.schema().tables().stream()
                .map(table -> table.name().name())
                .sorted(byDistance.thenComparing(Comparator.naturalOrder()))
                .limit(5)
                .toList();
    }
}
