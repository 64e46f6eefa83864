package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Settles what things are meant that nobody named: by the verb, by what narrows them, by what they are measured by. Changes the row
 * of pieces that it was given. For one use by one thread.
 */
final class ThingSettling {
    private final List<Piece> pieces;
    private final Chart chart;
    private final Knowledge knowledge;

    ThingSettling(List<Piece> pieces, Chart chart, Knowledge knowledge) {
        this.pieces = pieces;
        this.chart = chart;
        this.knowledge = knowledge;
    }

    /** All that is settled before it is known who is meant. */
    void settleNamed() {
        settleAnything();
        settleKinds();
        settleTexts();
        settleFoldings();
        settleListed();
        settlePassed();
        settleNothing();
    }

    /** "everything we sell": what the rows of the verb point to; "things in Audio": what alone points to a category. */
    private void settleAnything() {
        boolean named = pieces.stream()
                .anyMatch(piece ->
                        (piece instanceof Piece.Entity entity && !entity.table().link())
                                || piece instanceof Piece.Count
                                || piece instanceof Piece.Who
                                || piece instanceof Piece.Kin);
        for (int index = 0; index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Anything(Piece.Span span)) {
                Optional<TableName> thing = named ? Optional.empty() : thing();
                pieces.set(
                        index,
                        thing.<Piece>map(table -> new Piece.Entity(span, mention(span, table), false))
                                .orElseGet(() -> named ? Normalisation.filler(span) : new Piece.Unknown(span)));
            }
        }
    }

    /** "which meeting rooms have the most bookings": the spaces of that kind. */
    private void settleKinds() {
        boolean ranked = pieces.stream().anyMatch(piece -> piece instanceof Piece.Rank || piece instanceof Piece.Sort);
        boolean named = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Entity
                        || piece instanceof Piece.Who
                        || piece instanceof Piece.Kin
                        || piece instanceof Piece.Group
                        || piece instanceof Piece.Pick
                        || piece instanceof Piece.Count);
        for (int index = 0; ranked && !named && index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.HasValue value
                    && !value.negated()
                    && value.values().size() == 1
                    && (ValueRules.areKinds(chart, value.values().getFirst())
                            || (chart.is(value.span().start() - 1, "which", "what")
                                    && ValueRules.isKind(chart, value.values().getFirst())))) {
                TableName table =
                        value.values().getFirst().hits().getFirst().column().table();
                if (!knowledge.label(table).isEmpty()) {
                    pieces.add(index + 1, new Piece.Entity(value.span(), mention(value.span(), table), false));
                }
                return;
            }
        }
    }

    /** "the cheapest laptop": of the things that have the word in their name. */
    private void settleTexts() {
        boolean graded = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Rank rank
                        && rank.target()
                                .filter(Piece.Target.OfAdjective.class::isInstance)
                                .isPresent());
        boolean plain = pieces.stream()
                .allMatch(piece -> piece instanceof Piece.Rank
                        || piece instanceof Piece.HasText
                        || piece instanceof Piece.Filler
                        || piece instanceof Piece.During);
        for (int index = 0; graded && plain && index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.HasText text && !text.negated()) {
                ColumnName column = text.column().options().getFirst().meaning();
                if (knowledge.label(column.table()).contains(column.column())) {
                    pieces.add(index, new Piece.Entity(text.span(), mention(text.span(), column.table()), false));
                    return;
                }
            }
        }
    }

    private Optional<TableName> thing() {
        for (Piece piece : pieces) {
            Optional<TableName> found = switch (piece) {
                case Piece.Entity entity
                when entity.table().link() ->
                    chart.facts().thingOf(entity.table().best());
                case Piece.HasValue value ->
                    pointingTo(
                            value.values().getFirst().hits().getFirst().column().table(), true);
                case Piece.Flag flag ->
                    Optional.of(flag.flag().columns().getFirst().table())
                            .filter(table -> flag.flag().columns().size() == 1)
                            .filter(table -> !knowledge.label(table).isEmpty() && !knowledge.isPerson(table));
                case Piece.Compare compare
                when compare.unit() == Piece.Unit.MONEY || isOfPrice(compare) -> knowledge.priced();
                default -> Optional.empty();
            };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** "priced below 50". */
    private static boolean isOfPrice(Piece.Compare compare) {
        return compare.target()
                .filter(target -> target instanceof Piece.Target.OfAdjective(English.Adjective adjective)
                        && adjective.nouns().getFirst().equals("price"))
                .isPresent();
    }

    /** The one kind of rows, with names of their own when they are to be listed, that point to the rows of a table. */
    private Optional<TableName> pointingTo(TableName table, boolean named) {
        List<TableName> pointing = knowledge.keys().from(table).stream()
                .filter(Keys.Edge::toMany)
                .map(Keys.Edge::to)
                .filter(other -> !other.equals(table))
                .filter(other -> !named || (!knowledge.label(other).isEmpty() && !knowledge.isPerson(other)))
                .distinct()
                .toList();
        return pointing.size() == 1 ? Optional.of(pointing.getFirst()) : Optional.empty();
    }

    /** "shops with their city and number of seats": where rows are listed with their columns, a number that each row has is one more. */
    private void settleListed() {
        Optional<TableName> listed = pieces.stream()
                .filter(piece -> !(piece instanceof Piece.Filler))
                .findFirst()
                .filter(piece -> piece instanceof Piece.Entity entity && !entity.each())
                .map(piece -> ((Piece.Entity) piece).table().best());
        boolean grouped = pieces.stream().anyMatch(Piece.Group.class::isInstance);
        if (listed.isEmpty() || grouped) {
            return;
        }
        for (int index = 1; index < pieces.size(); index++) {
            Piece piece = pieces.get(index);
            if (piece instanceof Piece.Folds(Piece.Span span, var aggregations, Piece.Target target)
                    && aggregations.equals(List.of(Aggregation.SUM))
                    && chart.is(span.start(), "number")
                    && isOf(listed.get(), target)
                    && isBehindColumn(index)) {
                pieces.set(index, new Piece.Pick(span, target, false, true));
            } else if (piece instanceof Piece.Counting(Piece.Span span)
                    && index + 1 < pieces.size()
                    && pieces.get(index + 1) instanceof Piece.Pick pick
                    && isOf(listed.get(), pick.target())
                    && isBehindColumn(index)) {
                pieces.set(index, Normalisation.filler(span));
                pieces.set(index + 1, new Piece.Pick(pick.span(), pick.target(), false, true));
            }
        }
    }

    /** Whether it is a number that each row of the table has. */
    private boolean isOf(TableName table, Piece.Target target) {
        return target instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                && column.options().stream()
                        .map(Mention.Option::meaning)
                        .filter(name -> name.table().equals(table))
                        .flatMap(name -> knowledge.column(name).stream())
                        .anyMatch(found -> found.dataType().isNumber());
    }

    /** Whether a column that is shown stands right before it. */
    private boolean isBehindColumn(int index) {
        int before = index - 1;
        while (before > 0 && pieces.get(before) instanceof Piece.Filler) {
            before--;
        }
        return pieces.get(before) instanceof Piece.Pick;
    }

    /** "dishes whose main ingredient comes from Acme": on the way to what narrows them, by the only key there is, and not shown. */
    private void settlePassed() {
        for (int index = 1; index < pieces.size() - 1; index++) {
            if (pieces.get(index)
                            instanceof
                            Piece.Pick(
                                    Piece.Span span,
                                    Piece.Target.OfColumn(Mention.OfColumn column),
                                    boolean _,
                                    boolean beside)
                    && !beside
                    && chart.is(span.start() - 1, "whose")
                    && pieces.stream()
                            .anyMatch(
                                    piece -> leadsTo(column.options().getFirst().meaning(), piece))) {
                pieces.set(index, Normalisation.filler(span));
            }
        }
    }

    private boolean leadsTo(ColumnName key, Piece piece) {
        Optional<TableName> next = knowledge.pointedTo(key);
        return next.isPresent()
                && knowledge.keys().from(key.table()).stream()
                                .filter(edge -> !edge.toMany() && edge.to().equals(next.get()))
                                .count()
                        == 1
                && piece instanceof Piece.HasValue value
                && value.values().getFirst().hits().stream()
                        .map(hit -> hit.column().table())
                        .anyMatch(table -> table.equals(next.get())
                                || knowledge.keys().pathToOne(next.get(), table).isPresent());
    }

    /** "models that are not used": no row points to them, where only one kind can. */
    void settleUnused() {
        Optional<TableName> head = pieces.stream()
                .filter(piece ->
                        piece instanceof Piece.Entity entity && !entity.table().link())
                .map(piece -> ((Piece.Entity) piece).table().best())
                .findFirst()
                .or(() -> pieces.stream()
                        .filter(Piece.Count.class::isInstance)
                        .map(piece -> ((Piece.Count) piece).table().best())
                        .findFirst());
        for (int index = 0; index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Unused(Piece.Span span)) {
                pieces.set(
                        index,
                        head.flatMap(table -> pointingTo(table, false))
                                .<Piece>map(table -> new Piece.Without(span, mention(span, table), List.of()))
                                .orElseGet(() -> new Piece.Unknown(span)));
            }
        }
    }

    /** "people who logged no hours": without rows that hold hours, where they are rows of their own. */
    private void settleNothing() {
        Optional<TableName> head = pieces.stream()
                .filter(piece ->
                        piece instanceof Piece.Entity entity && !entity.table().link())
                .map(piece -> ((Piece.Entity) piece).table().best())
                .findFirst();
        pieces.replaceAll(piece -> piece instanceof Piece.Compare compare
                        && compare.operator() == Operator.EQUAL
                        && compare.number().signum() == 0
                        && compare.target().isPresent()
                        && compare.target().get() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                        && IntStream.range(
                                        compare.span().start(), compare.span().end())
                                .anyMatch(at -> chart.is(at, "no", "not", "without", "never", "any", "nobody"))
                        && head.isPresent()
                ? nothing(compare, column, head.get())
                : piece);
    }

    /** What the rows themselves say comes first; rows of their own are missing only where the number is all that they say. */
    private Piece nothing(Piece.Compare compare, Mention.OfColumn column, TableName head) {
        Set<TableName> near = knowledge.keys().reachedToOne(head);
        double best = column.options().getFirst().score();
        List<Mention.Option<ColumnName>> own = column.options().stream()
                .filter(option -> option.score() > best - 0.25)
                .filter(option -> near.contains(option.meaning().table()))
                .toList();
        if (!own.isEmpty()) {
            return new Piece.Compare(
                    compare.span(),
                    Optional.of(new Piece.Target.OfColumn(new Mention.OfColumn(column.start(), column.end(), own))),
                    compare.operator(),
                    compare.number(),
                    compare.upTo(),
                    compare.unit());
        }
        // "not yet rated": what is done by writing the number.
        boolean done = Stem.isPast(chart.token(column.end() - 1).word());
        return column.options().stream()
                .map(Mention.Option::meaning)
                .filter(name -> done
                        || knowledge
                                .onlyNumber(name.table())
                                .filter(name::equals)
                                .isPresent())
                .findFirst()
                .<Piece>map(name -> new Piece.Without(compare.span(), mention(compare.span(), name.table()), List.of()))
                .orElseGet(() -> new Piece.Unknown(compare.span()));
    }

    /** "average ozone reading": the measure of the thing named next, or the column. */
    private void settleFoldings() {
        for (int index = 0; index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Folding(Piece.Span span, Aggregation aggregation)) {
                int noun = index + 1;
                while (noun < pieces.size()
                        && (pieces.get(noun) instanceof Piece.HasValue || pieces.get(noun) instanceof Piece.Flag)) {
                    noun++;
                }
                Optional<Piece.Target> target =
                        noun > index + 1 && noun < pieces.size() ? measured(pieces.get(noun)) : Optional.empty();
                if (target.isPresent()) {
                    pieces.set(noun, new Piece.Folds(pieces.get(noun).span(), List.of(aggregation), target.get()));
                    pieces.set(index, Normalisation.filler(span));
                } else {
                    pieces.set(index, new Piece.Unknown(span));
                }
            }
        }
    }

    private Optional<Piece.Target> measured(Piece noun) {
        return switch (noun) {
            case Piece.Pick pick
            when pick.target() instanceof Piece.Target.OfColumn(Mention.OfColumn column) && chart.isAmount(column) ->
                Optional.of(pick.target());
            case Piece.Entity entity
            when !entity.table().link() ->
                knowledge
                        .onlyNumber(entity.table().best())
                        .map(column -> new Piece.Target.OfColumn(new Mention.OfColumn(
                                entity.span().start(),
                                entity.span().end(),
                                List.of(new Mention.Option<ColumnName>(column, 1)))));
            default -> Optional.empty();
        };
    }

    private static Mention.OfTable mention(Piece.Span span, TableName table) {
        return new Mention.OfTable(span.start(), span.end(), List.of(new Mention.Option<>(table, 1)), false);
    }
}
