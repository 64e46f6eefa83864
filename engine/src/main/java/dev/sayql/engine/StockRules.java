package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What there is of a thing against what there should be: "parts below the reorder level". */
final class StockRules {
    private static final Set<String> LEVELS = Set.of("reorder", "minimum", "min", "safety");

    // spotless:off
    private static final String[] LEADS = {
        "that are", "which are", "are", "with stock", "with a stock", "whose stock is", "whose stock level is", "whose stock fell",
        "whose stock has fallen", "whose stock has dropped", "where stock is", "where the stock is", "where the stock level is",
        "that fell", "that have fallen", "have fallen", "which have fallen", "that have dropped", "have dropped"
    };
    // spotless:on

    private StockRules() {}

    static void levels(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.after(at, LEADS);
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

    /** "with nothing on hand", "with nothing left in stock". */
    private static void nothing(Chart chart, int at, Consumer<Piece> pieces) {
        int end = chart.after(
                at,
                "with nothing left in stock",
                "with nothing left on hand",
                "with nothing on hand",
                "with nothing in stock",
                "with none left in stock",
                "with none left on hand",
                "with none in stock",
                "with none on hand");
        List<ColumnName> stock = end > 0 ? stockBefore(chart, at) : List.of();
        if (stock.size() == 1) {
            pieces.accept(new Piece.Compare(
                    Rule.span(at, end, 1.03),
                    Optional.of(new Piece.Target.OfColumn(
                            new Mention.OfColumn(at, end, List.of(new Mention.Option<>(stock.getFirst(), 1))))),
                    Operator.EQUAL,
                    BigDecimal.ZERO,
                    Optional.empty(),
                    Piece.Unit.NONE));
        }
    }

    /** What there is of the things that are mentioned before. */
    private static List<ColumnName> stockBefore(Chart chart, int at) {
        return chart.facts().tableNames().stream()
                .filter(table -> IntStream.range(0, at)
                        .anyMatch(noun -> chart.tables(noun).stream()
                                .anyMatch(named -> !named.link() && named.best().equals(table))))
                .flatMap(table -> chart.facts().stockOf(table).stream())
                .toList();
    }

    /** "with fewer than 30 units", "fewer than 10 units left": of what there is in stock. */
    static void amounts(Chart chart, int at, Consumer<Piece> pieces) {
        nothing(chart, at, pieces);
        int lead = chart.skip(at, Set.of("with", "that", "have", "has", "having", "which", "there", "are"));
        Comparators.withNumber(chart, lead).ifPresent(found -> {
            int units = chart.skip(found.end(), Set.of("units", "unit", "pieces", "items", "of"));
            int left = chart.after(
                    units,
                    "left in stock",
                    "still in stock",
                    "left",
                    "in stock",
                    "remaining",
                    "on hand",
                    "on stock",
                    "available");
            List<ColumnName> stock = stockBefore(chart, at);
            boolean plain = lead > at && chart.is(lead - 1, "with") && units > found.end();
            if (stock.size() == 1 && !found.value().number().money() && (left > 0 || plain)) {
                int end = Math.max(units, left);
                pieces.accept(NumberRules.compare(
                        Rule.span(at, end, 1.02),
                        Optional.of(new Piece.Target.OfColumn(
                                new Mention.OfColumn(at, end, List.of(new Mention.Option<>(stock.getFirst(), 1))))),
                        found.value().operator(),
                        found.value().number()));
            }
        });
    }

    /** Whether the column holds how many pieces there are, and not how many there should be. */
    static boolean isStock(Column column) {
        List<String> words = NamePhrases.wordsOf(column.name(), Set.of());
        return column.dataType().isNumber()
                && (words.contains("stock") || (words.contains("on") && words.contains("hand")))
                && words.stream().noneMatch(StockWords.OTHER::contains);
    }
}
