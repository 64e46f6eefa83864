package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Settles what is counted: "how many", "the most frequent", "more than five times". Changes the row of pieces that it was given. For one use by one thread. */
final class CountSettling {
    private final Knowledge knowledge;
    private final List<Piece> pieces;
    private final Chart chart;
    private final Bearing bearing;

    CountSettling(List<Piece> pieces, Chart chart, Knowledge knowledge) {
        this.pieces = pieces;
        this.chart = chart;
        this.knowledge = knowledge;
        this.bearing = new Bearing(knowledge);
    }

    /** "how many" counts the thing named next; adjectives and values may stand between. */
    void settleCounts() {
        for (int index = 0; index < pieces.size(); index++) {
            if (!(pieces.get(index) instanceof Piece.Counting counting)) {
                continue;
            }
            if (chart.is(counting.span().end() - 1, "times", "often")) {
                settleOften(index, counting);
                continue;
            }
            if (onlyGroupsFollow(index) && countsWhatWasNamed(index, counting)) {
                continue;
            }
            int noun = index + 1;
            while (noun < pieces.size() && Normalisation.isBetween(pieces.get(noun)) && !endsNoun(index, noun)) {
                noun++;
            }
            Piece named = noun < pieces.size() ? pieces.get(noun) : counting;
            if (worth(counting, named).isPresent()) {
                // "amount of failed payments": how much, not how many.
                pieces.set(noun, worth(counting, named).get());
                pieces.set(index, Normalisation.filler(counting.span()));
                continue;
            }
            countNamed(index, counting, noun, named);
        }
    }

    private void countNamed(int index, Piece.Counting counting, int noun, Piece named) {
        if (named instanceof Piece.Entity entity && !entity.table().link()) {
            pieces.set(noun, new Piece.Count(entity.span(), entity.table(), false));
            pieces.set(index, Normalisation.filler(counting.span()));
        } else if (named instanceof Piece.Pick pick
                && pick.target() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                && knowledge.addsUp(column)) {
            pieces.set(noun, new Piece.Folds(pick.span(), List.of(Aggregation.SUM), pick.target()));
            pieces.set(index, Normalisation.filler(counting.span()));
        } else if (named instanceof Piece.Pick pick
                && pick.target() instanceof Piece.Target.OfMetric(Mention.OfMetric metric)
                && MoneyRules.isThing(chart, metric.start(), metric)) {
            // How much the fines were is not how many there were.
            pieces.set(index, new Piece.Unknown(counting.span()));
        } else if (named instanceof Piece.Kin kin) {
            pieces.set(index, new Piece.Count(counting.span(), kin.table(), false));
        } else if (!(chart.is(0, "of", "out", "from") && countsWhatWasNamed(index, counting))) {
            // "of the tickets sold last month, how many were refunded".
            pieces.set(index, countOfValues(index, noun).orElse(new Piece.Quantity(counting.span(), false)));
        }
    }

    private boolean onlyGroupsFollow(int index) {
        return pieces.stream()
                .skip(index + 1L)
                .filter(piece -> !(piece instanceof Piece.Filler))
                .allMatch(piece -> piece instanceof Piece.Group
                        || piece instanceof Piece.GroupByTime
                        || piece instanceof Piece.Quantity
                        || piece instanceof Piece.InTotal);
    }

    /** "how many yellow cards were shown in matches": behind a value, a preposition or a verb ends what is counted. */
    private boolean endsNoun(int from, int place) {
        boolean valued = pieces.subList(from, place).stream().anyMatch(Piece.HasValue.class::isInstance);
        return valued
                && pieces.get(place) instanceof Piece.Filler
                && chart.is(
                        pieces.get(place).span().start(),
                        "in",
                        "on",
                        "at",
                        "for",
                        "from",
                        "to",
                        "by",
                        "with",
                        "during",
                        "were",
                        "was",
                        "are",
                        "is",
                        "did",
                        "do",
                        "does",
                        "have",
                        "has",
                        "who",
                        "that",
                        "which");
    }

    /** "how often did Jane Smith order": the rows that the verb, or else the thing, stands for. */
    private void settleOften(int index, Piece.Counting counting) {
        List<Piece.Entity> named = pieces.stream()
                .skip(index)
                .filter(Piece.Entity.class::isInstance)
                .map(Piece.Entity.class::cast)
                .toList();
        Optional<Piece.Entity> deed = named.stream()
                .filter(entity -> entity.table().link())
                .findFirst()
                .or(() -> named.stream().reduce((first, second) -> second));
        if (deed.isPresent()) {
            Mention.OfTable table = deed.get().table();
            pieces.set(
                    pieces.indexOf(deed.get()),
                    new Piece.Count(
                            deed.get().span(),
                            new Mention.OfTable(table.start(), table.end(), table.options(), false),
                            false));
            pieces.set(index, Normalisation.filler(counting.span()));
        } else {
            pieces.set(index, countOfValues(index, pieces.size()).orElse(new Piece.Unknown(counting.span())));
        }
    }

    private Optional<Piece> worth(Piece.Counting counting, Piece named) {
        boolean amount =
                IntStream.range(counting.span().start(), counting.span().end()).anyMatch(at -> chart.is(at, "amount"));
        return amount && named instanceof Piece.Entity entity
                ? knowledge
                        .ownMeasure(entity.table().best())
                        .filter(column -> NamePhrases.stemsOf(column.column()).contains("amount"))
                        .map(column -> new Piece.Folds(
                                entity.span(),
                                List.of(Aggregation.SUM),
                                new Piece.Target.OfColumn(new Mention.OfColumn(
                                        entity.span().start(),
                                        entity.span().end(),
                                        List.of(new Mention.Option<>(column, 1))))))
                : Optional.empty();
    }

    /** "incidents in July, count", "late incidents, count them by kind". */
    private boolean countsWhatWasNamed(int last, Piece.Counting counting) {
        for (int index = 0; index < last; index++) {
            if (pieces.get(index) instanceof Piece.Entity entity
                    && !entity.table().link()) {
                pieces.set(index, new Piece.Count(entity.span(), entity.table(), false));
                pieces.set(last, Normalisation.filler(counting.span()));
                return true;
            }
        }
        return false;
    }

    /** "how many freelancers": a value that stands for the rows that have it. */
    private Optional<Piece> countOfValues(int index, int end) {
        boolean measured = pieces.stream().anyMatch(Roles::isMeasure);
        for (int at = index + 1; at < end && !measured; at++) {
            if (pieces.get(at) instanceof Piece.HasValue value) {
                Optional<TableName> counted = bearing.of(value, head());
                int place = at;
                counted.ifPresent(table -> pieces.set(place, Bearing.in(table, value)));
                return counted.map(
                        table -> new Piece.Count(pieces.get(index).span(), mention(value.span(), table), false));
            }
        }
        return Optional.empty();
    }

    /** "the most cancelled orders": counts the thing named next; what stands between narrows it. */
    void settleMost() {
        for (int index = 0; index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.MostOf most) {
                int noun = index + 1;
                while (noun < pieces.size() && isNarrowing(pieces.get(noun))) {
                    noun++;
                }
                boolean counted = noun > index + 1
                        && noun < pieces.size()
                        && pieces.get(noun) instanceof Piece.Entity entity
                        && !entity.table().link();
                if (counted && pieces.get(noun) instanceof Piece.Entity entity) {
                    pieces.set(
                            index,
                            new Piece.Rank(
                                    most.span(),
                                    most.ascending(),
                                    most.count(),
                                    Optional.of(new Piece.Target.OfCount(entity.table()))));
                    pieces.set(noun, Normalisation.filler(entity.span()));
                } else {
                    // "the most breakdowns": the rows that are so.
                    Piece behind = pieces.get(Math.min(index + 1, pieces.size() - 1));
                    pieces.set(
                            index,
                            bearers(index + 1)
                                    .filter(table -> !isHead(table) && !bearing.isMeasured(table.best(), behind))
                                    .<Piece>map(table -> new Piece.Rank(
                                            most.span(),
                                            most.ascending(),
                                            most.count(),
                                            Optional.of(new Piece.Target.OfCount(table))))
                                    .orElseGet(() -> new Piece.Unknown(most.span())));
                }
            }
        }
    }

    private boolean isHead(Mention.OfTable table) {
        return head().filter(table.best()::equals).isPresent();
    }

    private static boolean isNarrowing(Piece piece) {
        return piece instanceof Piece.Flag
                || piece instanceof Piece.HasValue
                || piece instanceof Piece.Compare
                || piece instanceof Piece.Missing;
    }

    /** "more than two cancelled orders", "more than one red card". */
    void settleMany() {
        for (int index = 0; index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.CompareMany many) {
                int noun = index + 1;
                while (noun < pieces.size() && isNarrowing(pieces.get(noun))) {
                    noun++;
                }
                boolean named = noun > index + 1
                        && noun < pieces.size()
                        && pieces.get(noun) instanceof Piece.Entity entity
                        && !entity.table().link();
                if (named && !narrows(index + 1, noun)) {
                    pieces.set(index, new Piece.Unknown(many.span()));
                    continue;
                }
                Optional<Mention.OfTable> counted =
                        named ? Optional.of(((Piece.Entity) pieces.get(noun)).table()) : bearers(index + 1);
                if (named) {
                    pieces.set(noun, Normalisation.filler(pieces.get(noun).span()));
                }
                pieces.set(
                        index,
                        counted.<Piece>map(table ->
                                        new Piece.CompareCount(many.span(), table, many.operator(), many.number()))
                                .orElseGet(() -> new Piece.Unknown(many.span())));
            }
        }
    }

    /** Whether the values between say something of the thing itself: an active loan makes no active card. */
    private boolean narrows(int from, int noun) {
        TableName thing = ((Piece.Entity) pieces.get(noun)).table().best();
        var near = knowledge.keys().reachedToOne(thing);
        return pieces.subList(from, noun).stream()
                .filter(Piece.HasValue.class::isInstance)
                .allMatch(piece -> ((Piece.HasValue) piece)
                        .values().getFirst().hits().stream()
                                .anyMatch(hit -> near.contains(hit.column().table())));
    }

    /** The rows that a value stands for: cards, of a red card; animals, of a dog, which is one of the species. */
    private Optional<Mention.OfTable> bearers(int index) {
        if (index >= pieces.size() || !(pieces.get(index) instanceof Piece.HasValue value) || value.negated()) {
            return Optional.empty();
        }
        ColumnName column = value.values().getFirst().hits().getFirst().column();
        return bearing.of(column, head()).map(table -> mention(value.span(), table));
    }

    private Optional<TableName> head() {
        return pieces.stream()
                .filter(piece ->
                        piece instanceof Piece.Entity entity && !entity.table().link())
                .findFirst()
                .map(piece -> ((Piece.Entity) piece).table().best());
    }

    private static Mention.OfTable mention(Piece.Span span, TableName table) {
        return new Mention.OfTable(span.start(), span.end(), List.of(new Mention.Option<>(table, 1)), false);
    }

    /** "which diagnosis is the most frequent": how many rows point to it, when only one kind does. */
    void settleFrequency() {
        Optional<Piece.Entity> head = pieces.stream()
                .filter(Piece.Entity.class::isInstance)
                .map(Piece.Entity.class::cast)
                .filter(entity -> !entity.table().link())
                .findFirst();
        boolean columns = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Pick
                        || piece instanceof Piece.Group
                        || (piece instanceof Piece.Entity other
                                && !head.filter(other::equals).isPresent()));
        if (head.isEmpty() || columns) {
            return;
        }
        Optional<Mention.OfTable> pointing = pointingTo(head.get());
        if (pointing.isEmpty()
                || (isPopular() && !knowledge.label(pointing.get().best()).isEmpty())) {
            return;
        }
        Mention.OfTable counted = pointing.get();
        pieces.replaceAll(piece -> piece instanceof Piece.Rank rank
                        && rank.target()
                                .filter(Piece.Target.OfFrequency.class::isInstance)
                                .isPresent()
                ? new Piece.Rank(
                        rank.span(), rank.ascending(), rank.count(), Optional.of(new Piece.Target.OfCount(counted)))
                : piece);
    }

    /** Things are popular by what happens with them, not by the things that they have. */
    private boolean isPopular() {
        return pieces.stream()
                .filter(Piece.Rank.class::isInstance)
                .anyMatch(rank -> chart.is(rank.span().end() - 1, "popular"));
    }

    /** The one kind of rows that point to a thing. */
    private Optional<Mention.OfTable> pointingTo(Piece.Entity thing) {
        List<TableName> pointing = knowledge.keys().from(thing.table().best()).stream()
                .filter(Keys.Edge::toMany)
                .map(Keys.Edge::to)
                .distinct()
                .toList();
        return pointing.size() == 1
                ? Optional.of(new Mention.OfTable(
                        thing.span().start(),
                        thing.span().end(),
                        List.of(new Mention.Option<>(pointing.getFirst(), 1)),
                        false))
                : Optional.empty();
    }

    /** "diagnoses made more than 25 times". */
    void settleTimes() {
        Optional<Mention.OfTable> counted = pieces.stream()
                .filter(piece ->
                        piece instanceof Piece.Entity entity && !entity.table().link())
                .findFirst()
                .flatMap(piece -> pointingTo((Piece.Entity) piece));
        pieces.replaceAll(piece -> piece instanceof Piece.CompareTimes times
                ? counted.<Piece>map(
                                table -> new Piece.CompareCount(times.span(), table, times.operator(), times.number()))
                        .orElseGet(() -> new Piece.Unknown(times.span()))
                : piece);
    }

    /** "top 3 courses by enrolments": by how many of them there are. */
    void settleRankedCounts() {
        Optional<Piece.Entity> head = pieces.stream()
                .filter(piece ->
                        piece instanceof Piece.Entity entity && !entity.table().link())
                .map(Piece.Entity.class::cast)
                .findFirst();
        boolean ranked = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Rank rank
                        && rank.target()
                                .filter(target -> !(target instanceof Piece.Target.OfAdjective))
                                .isEmpty());
        boolean measured = pieces.stream().anyMatch(Roles::isMeasure);
        if (head.isEmpty() || !ranked || measured) {
            return;
        }
        Set<TableName> near = knowledge.keys().reachedToOne(head.get().table().best());
        pieces.replaceAll(piece -> piece instanceof Piece.Group group
                        && group.manner() == Piece.Group.Manner.BY
                        && group.targets().size() == 1
                        && group.targets().getFirst() instanceof Piece.Target.OfTable(Mention.OfTable table)
                        && !near.contains(table.best())
                        && chart.is(group.span().start(), "by")
                        && knowledge
                                .keys()
                                .path(head.get().table().best(), table.best())
                                .filter(path -> path.steps().getLast().toMany())
                                .isPresent()
                ? new Piece.Sort(group.span(), new Piece.Target.OfCount(table), true)
                : piece);
    }
}
