package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What there is of a thing against what there should be: "parts below the reorder level". */
final class StockRules {
    private static final Set<String> LEVELS = Set.of("reorder", "minimum", "min", "safety");

    private StockRules() {}

    static void levels(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.after(at, "that are", "which are", "are", "with stock", "with a stock");
        int below = chart.after(
                lead > 0 ? lead : at,
                "below the",
                "below their",
                "below its",
                "below",
                "under the",
                "under their",
                "under");
        int above = chart.after(
                lead > 0 ? lead : at, "above the", "above their", "above its", "above", "over the", "over their");
        int level = Math.max(below, above);
        if (level <= 0) {
            return;
        }
        for (Mention.OfColumn column : chart.columns(level)) {
            for (Mention.Option<ColumnName> option : column.options()) {
                boolean least = NamePhrases.wordsOf(option.meaning().column(), Set.of()).stream()
                        .anyMatch(LEVELS::contains);
                List<ColumnName> stock = least && option.score() > 0.75
                        ? chart.facts().stockOf(option.meaning().table())
                        : List.of();
                if (stock.size() == 1) {
                    pieces.accept(new Piece.CompareColumns(
                            Rule.span(at, column.end(), 1.03 * option.score()),
                            new Mention.OfColumn(at, level, List.of(new Mention.Option<>(stock.getFirst(), 1))),
                            below > 0 ? Operator.LESS : Operator.GREATER,
                            new Mention.OfColumn(level, column.end(), List.of(option))));
                }
            }
        }
    }

    /** Whether the column holds how many pieces there are, and not how many there should be. */
    static boolean isStock(Column column) {
        List<String> words = NamePhrases.wordsOf(column.name(), Set.of());
        return column.dataType().isNumber()
                && (words.contains("stock") || (words.contains("on") && words.contains("hand")))
                && words.stream().noneMatch(StockWords.OTHER::contains);
    }
}
