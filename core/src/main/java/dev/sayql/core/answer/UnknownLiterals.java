package dev.sayql.core.answer;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.QueryShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds text that a statement compares with a column in which no such value is stored. */
final class UnknownLiterals {
    private static final Set<String> EXACT = Set.of("=", "<>", "in", "not in");

    private UnknownLiterals() {}

    /** Whether the values are known of every column that is compared with text; of those with many they are not read. */
    static boolean canTell(QueryShape.Select select, SourceContext context) {
        return select.comparisons().stream()
                .filter(comparison -> EXACT.contains(comparison.operator().toLowerCase(Locale.ROOT)))
                .allMatch(comparison -> comparison
                        .column()
                        .table()
                        .flatMap(table -> context.values()
                                .of(new ColumnName(table, comparison.column().column())))
                        .isPresent());
    }

    static List<Caveat> in(QueryShape.Select select, SourceContext context) {
        List<Caveat> caveats = new ArrayList<>();
        for (QueryShape.Comparison comparison : select.comparisons()) {
            if (!EXACT.contains(comparison.operator().toLowerCase(Locale.ROOT))) {
                continue;
            }
            comparison.column().table().ifPresent(table -> {
                ColumnName column = new ColumnName(table, comparison.column().column());
                comparison
                        .literals()
                        .forEach(literal -> check(column, literal, context).ifPresent(caveats::add));
            });
        }
        return caveats;
    }

    private static Optional<Caveat> check(ColumnName column, String literal, SourceContext context) {
        return context.values()
                .of(column)
                .filter(stored -> stored.stream().noneMatch(value -> value.equalsIgnoreCase(literal)))
                .map(stored -> new Caveat(
                        Check.UNKNOWN_LITERAL,
                        "No row of " + column + " holds '" + literal + "'."
                                + nearest(context.values().nearest(column, literal, 3))));
    }

    private static String nearest(List<String> values) {
        return values.isEmpty() ? "" : " The nearest stored values are: " + String.join(", ", values) + ".";
    }
}
