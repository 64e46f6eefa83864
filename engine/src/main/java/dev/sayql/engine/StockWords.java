package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** "in stock", "sold out": what everybody says of a column that holds how many pieces there are. */
final class StockWords {
    static final Set<String> OTHER = Set.of(
            "value", "cost", "price", "minimum", "maximum", "min", "max", "reorder", "level", "target", "safety",
            "date", "code");

    private StockWords() {}

    static void of(Column column, ColumnName name, EventWords.Sink sink) {
        if (!StockRules.isStock(column)) {
            return;
        }
        Lexicon.Meaning some =
                new Lexicon.Meaning.OfTaught(name, new Taught.Compared(Operator.GREATER, BigDecimal.ZERO), "");
        Lexicon.Meaning none =
                new Lexicon.Meaning.OfTaught(name, new Taught.Compared(Operator.EQUAL, BigDecimal.ZERO), "");
        sink.add(List.of("in", "stock"), some, 0.95);
        sink.add(List.of("out", "of", "stock"), none, 0.95);
        sink.add(List.of("sold", "out"), none, 0.95);
        sink.add(List.of("run", "out", "of"), none, 0.95);
        sink.add(List.of("ran", "out", "of"), none, 0.95);
        sink.add(List.of("run", "out"), none, 0.9);
    }
}
