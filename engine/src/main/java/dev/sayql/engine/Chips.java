package dev.sayql.engine;

import dev.sayql.core.generation.Understood;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says for each phrase of a question what it was taken to mean. */
final class Chips {
    private final Chart chart;
    private final Resolver resolver;

    Chips(Chart chart, Resolver resolver) {
        this.chart = chart;
        this.resolver = resolver;
    }

    List<Understood> of(List<Piece> pieces) {
        List<Understood> chips = new ArrayList<>();
        for (Piece piece : pieces) {
            meaning(piece).ifPresent(meaning -> {
                int start = chart.token(piece.span().start()).start();
                int end = chart.token(piece.span().end() - 1).end();
                chips.add(new Understood(
                        chart.text(piece.span().start(), piece.span().end()), start, end, meaning));
            });
        }
        return List.copyOf(chips);
    }

    private Optional<String> meaning(Piece piece) {
        return switch (piece) {
            case Piece.Filler _,
                    Piece.Unknown _,
                    Piece.Quantity _,
                    Piece.Who _,
                    Piece.Fresh _,
                    Piece.Counting _,
                    Piece.OnAverage _,
                    Piece.Sharing _,
                    Piece.InTotal _,
                    Piece.LastTime _,
                    Piece.Echo _ -> Optional.empty();
            case Piece.Pick pick -> Optional.of(target(pick.target()));
            case Piece.Entity entity -> Optional.of(table(entity.table()));
            case Piece.Count count -> Optional.of("number of " + table(count.table()));
            case Piece.CountColumn count -> Optional.of("number of different " + column(count.column()));
            case Piece.Folds folds ->
                Optional.of(folds.aggregations().stream()
                                .map(aggregation -> aggregation.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + " of " + target(folds.target()));
            case Piece.Group group ->
                Optional.of(
                        "for each " + group.targets().stream().map(this::target).collect(Collectors.joining(" and ")));
            case Piece.GroupByTime time -> Optional.of("for each " + time.unit().sql());
            case Piece.Rank rank ->
                Optional.of((rank.ascending() ? "the lowest " : "the highest ")
                        + rank.count()
                        + rank.target()
                                .map(target -> " by " + rankedBy(rank, target))
                                .orElse(""));
            case Piece.Sort sort -> Optional.of("ordered by " + target(sort.target()));
            case Piece.Direction direction -> Optional.of(direction.descending() ? "descending" : "ascending");
            case Piece.Share share -> Optional.of("percentage of " + target(share.target()));
            case Piece.PerEach each ->
                Optional.of(target(each.measure()) + " for each "
                        + each.each()
                                .map(Chips::table)
                                .orElse(each.unit().map(TimeUnit::sql).orElse("")));
            case Piece.Kin kin ->
                Optional.of((kin.children() ? "children" : "parents") + " among " + table(kin.table())
                        + kin.of().stream()
                                .map(value -> " of " + value.hits().getFirst().value())
                                .collect(Collectors.joining()));
            default -> narrowing(piece);
        };
    }

    /** "paid the most" is how much, and not how often. */
    private String rankedBy(Piece.Rank rank, Piece.Target target) {
        return target instanceof Piece.Target.OfCount(Mention.OfTable table)
                        && MoneyRules.isDeed(chart, rank.span(), table)
                ? "what " + table(table) + " add up to"
                : target(target);
    }

    /** What a piece says that narrows the rows. */
    private Optional<String> narrowing(Piece piece) {
        return switch (piece) {
            case Piece.HasValue value -> Optional.of(values(value));
            case Piece.Either either ->
                Optional.of(either.alternatives().stream()
                        .flatMap(one -> narrowing(one).stream())
                        .collect(Collectors.joining(" or ")));
            case Piece.CompareColumns columns ->
                Optional.of(column(columns.left()) + " " + columns.operator().sql() + " " + column(columns.right()));
            case Piece.HasText text ->
                Optional.of(column(text.column()) + (text.negated() ? " does not " : " does ")
                        + text.match().words() + " '" + text.text() + "'");
            case Piece.Flag flag ->
                Optional.of(flag.flag().columns().getFirst().column() + " is "
                        + (flag.flag().value() != flag.negated()));
            case Piece.Compare compare ->
                Optional.of(compare.target().map(this::target).orElse("amount") + " "
                        + compare.upTo()
                                .map(upper ->
                                        "between " + compare.number().toPlainString() + " and " + upper.toPlainString())
                                .orElse(compare.operator().sql() + " "
                                        + compare.number().toPlainString()));
            case Piece.CompareCount count ->
                Optional.of("number of " + table(count.table()) + " "
                        + count.operator().sql() + " " + count.number().toPlainString());
            case Piece.CompareMany many ->
                Optional.of(
                        "number " + many.operator().sql() + " " + many.number().toPlainString());
            case Piece.CompareChildren children ->
                Optional.of("number below it in " + table(children.table()) + " "
                        + children.operator().sql() + " " + children.number().toPlainString());
            case Piece.Parents parents -> Optional.of("something below it in " + table(parents.table()));
            case Piece.Nth nth -> Optional.of("the first " + (nth.place() - 1) + " passed over");
            case Piece.CompareToAverage average ->
                Optional.of(average.target().map(this::target).orElse("amount") + " "
                        + average.operator().sql() + " average");
            case Piece.CompareTimes times ->
                Optional.of("how often " + times.operator().sql() + " "
                        + times.number().toPlainString());
            case Piece.During during -> Optional.of(during.range().words());
            case Piece.NotDuring during -> Optional.of("not " + during.range().words());
            case Piece.Without without -> Optional.of("there are no " + table(without.table()));
            case Piece.HasChildren children ->
                Optional.of((children.negated() ? "nothing" : "something") + " below it in " + table(children.table()));
            case Piece.Missing missing ->
                Optional.of(column(missing.column()) + (missing.negated() ? " is given" : " is not given"));
            default -> Optional.empty();
        };
    }

    private String target(Piece.Target target) {
        return switch (target) {
            case Piece.Target.OfColumn(Mention.OfColumn column) -> column(column);
            case Piece.Target.OfMetric(Mention.OfMetric metric) ->
                "metric " + metric.metric().name();
            case Piece.Target.OfCount(Mention.OfTable table) -> "number of " + table(table);
            case Piece.Target.OfFold(var aggregation, Mention.OfColumn column) ->
                aggregation.name().toLowerCase(Locale.ROOT) + " of " + column(column);
            case Piece.Target.OfTable(Mention.OfTable table) -> table(table);
            case Piece.Target.OfDate(Mention.OfTable table) -> "date of " + table(table);
            case Piece.Target.OfParent(Mention.OfTable table) -> "parent of " + table(table);
            case Piece.Target.OfFrequency() -> "how often it occurs";
            case Piece.Target.OfAdjective(English.Adjective adjective) -> adjective.word();
        };
    }

    private String column(Mention.OfColumn mention) {
        return resolver.column(mention, column -> true)
                .map(Resolver.Choice::value)
                .map(ColumnName::toString)
                .orElse(mention.options().getFirst().meaning().toString());
    }

    private static String table(Mention.OfTable mention) {
        return mention.best().name();
    }

    private String values(Piece.HasValue piece) {
        List<Values.Hit> hits = resolver.values(piece.values())
                .map(Resolver.Choice::value)
                .orElse(piece.values().getFirst().hits());
        String values = hits.stream().map(Values.Hit::value).distinct().limit(5).collect(Collectors.joining(" or "));
        return hits.getFirst().column() + (piece.negated() ? " is not " : " is ") + values;
    }
}
