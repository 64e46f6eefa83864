package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settles how much of what: "how much money", "in total", "share of". Changes the row of pieces that it was given. For one use by one thread. */
final class AmountSettling {
    private final Knowledge knowledge;
    private final List<Piece> pieces;

    AmountSettling(List<Piece> pieces, Knowledge knowledge) {
        this.pieces = pieces;
        this.knowledge = knowledge;
    }

    /** "how much tax": the total of the column. */
    void settleQuantities() {
        boolean quantity = pieces.stream().anyMatch(Piece.Quantity.class::isInstance);
        if (!quantity) {
            return;
        }
        // "how much does X cost" asks for a price, which is no total.
        boolean price = pieces.stream()
                .anyMatch(
                        piece -> piece instanceof Piece.Pick pick && pick.target() instanceof Piece.Target.OfAdjective);
        if (price) {
            pieces.replaceAll(
                    piece -> piece instanceof Piece.Quantity asked ? Normalisation.filler(asked.span()) : piece);
        }
        settleQuantityOfOne();
        for (int index = 0; index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Pick pick
                    && pick.target() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                    && column.options().stream()
                            .anyMatch(
                                    option -> knowledge.typeOf(option.meaning()).isNumber())) {
                pieces.set(index, new Piece.Folds(pick.span(), List.of(Aggregation.SUM), pick.target()));
            }
        }
    }

    /** "how much was our biggest order": what it is ranked by, of the first of them. */
    private void settleQuantityOfOne() {
        Optional<Piece.Rank> rank = pieces.stream()
                .filter(Piece.Rank.class::isInstance)
                .map(Piece.Rank.class::cast)
                .filter(found -> found.count() == 1
                        && found.target()
                                .filter(Piece.Target.OfAdjective.class::isInstance)
                                .isPresent())
                .findFirst();
        boolean measured = pieces.stream().anyMatch(Roles::isMeasure);
        if (rank.isPresent() && !measured) {
            pieces.replaceAll(piece -> piece instanceof Piece.Quantity asked
                    ? new Piece.Pick(asked.span(), rank.get().target().orElseThrow(), false, false)
                    : piece);
        }
    }

    /** "share of hazardous items": of the thing named next, the part that is said before it. */
    void settleShares() {
        for (int index = 0; index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Sharing sharing) {
                int noun = index + 1;
                while (noun < pieces.size() && Normalisation.isBetween(pieces.get(noun))) {
                    noun++;
                }
                boolean named = noun < pieces.size()
                        && noun > index + 1
                        && pieces.get(noun) instanceof Piece.Entity entity
                        && !entity.table().link();
                if (named && pieces.get(noun) instanceof Piece.Entity entity) {
                    // "share of available properties that are furnished": what comes last says which part.
                    boolean later = pieces.subList(noun + 1, pieces.size()).stream()
                            .anyMatch(piece -> piece instanceof Piece.Flag || piece instanceof Piece.HasValue);
                    pieces.set(noun, new Piece.Share(entity.span(), new Piece.Target.OfTable(entity.table()), !later));
                    pieces.set(index, Normalisation.filler(sharing.span()));
                } else {
                    pieces.set(index, new Piece.Unknown(sharing.span()));
                }
            }
        }
    }

    /** "what did oil changes of Volkswagen cars cost us": things on the way to what is measured are no groups. */
    void settleAsked(Chart chart) {
        boolean asked = (chart.is(0, "what") && chart.is(1, "did", "do", "does", "have", "has"))
                || (chart.is(0, "how") && chart.is(1, "much") && chart.is(2, "did", "do", "does", "have", "has"));
        boolean measured = pieces.stream().anyMatch(Roles::isMeasure);
        if (asked && measured) {
            pieces.replaceAll(piece ->
                    piece instanceof Piece.Entity entity && !entity.each() && (isNamed(entity) || isDoer(entity))
                            ? new Piece.Entity(
                                    entity.span(),
                                    new Mention.OfTable(
                                            entity.table().start(),
                                            entity.table().end(),
                                            entity.table().options(),
                                            true),
                                    false)
                            : piece);
        }
    }

    /** Whether a value right before says which of the things are meant. */
    private boolean isNamed(Piece.Entity entity) {
        int index = pieces.indexOf(entity);
        return index > 0 && pieces.get(index - 1) instanceof Piece.HasValue;
    }

    /** "how much did clients pay": whoever did what is measured. */
    private boolean isDoer(Piece.Entity entity) {
        return knowledge.isPayer(entity.table().best())
                && pieces.stream()
                        .skip(pieces.indexOf(entity) + 1L)
                        .filter(piece -> !(piece instanceof Piece.Filler))
                        .findFirst()
                        .filter(next -> next instanceof Piece.Entity deed
                                && deed.table().link())
                        .isPresent();
    }

    /** "paid the most": how much in all, and not how often. */
    private void settlePaid(Chart chart) {
        pieces.replaceAll(piece -> piece instanceof Piece.Rank rank
                        && rank.target().isPresent()
                        && rank.target().get() instanceof Piece.Target.OfCount(Mention.OfTable table)
                        && MoneyRules.isDeed(chart, rank.span(), table)
                        && chart.columns(rank.span().end()).isEmpty()
                        && chart.metrics(rank.span().end()).isEmpty()
                ? knowledge
                        .ownMeasure(table.best())
                        .<Piece>map(column -> new Piece.Rank(
                                rank.span(),
                                rank.ascending(),
                                rank.count(),
                                Optional.of(new Piece.Target.OfFold(
                                        Aggregation.SUM,
                                        new Mention.OfColumn(
                                                table.start(),
                                                table.end(),
                                                List.of(new Mention.Option<>(column, 1)))))))
                        .orElse(piece)
                : piece);
    }

    /** "repair costs of Scania lorries, total". */
    void settleTotals(Chart chart) {
        settlePaid(chart);
        boolean total = pieces.stream().anyMatch(Piece.InTotal.class::isInstance);
        boolean measured = pieces.stream().anyMatch(Roles::isMeasure);
        if (!total) {
            return;
        }
        boolean summed = measured
                || pieces.stream()
                        .anyMatch(piece -> piece instanceof Piece.Rank
                                || piece instanceof Piece.Quantity
                                || piece instanceof Piece.Compare
                                || piece instanceof Piece.CompareCount
                                || isAmount(piece));
        // "fines for damage, total" are not the fines, and nobody knows whether it is their number.
        pieces.replaceAll(piece -> piece instanceof Piece.InTotal said
                ? summed ? Normalisation.filler(said.span()) : new Piece.Unknown(said.span())
                : piece);
        if (!measured) {
            pieces.replaceAll(piece -> isAmount(piece) && piece instanceof Piece.Pick pick
                    ? new Piece.Folds(pick.span(), List.of(Aggregation.SUM), pick.target())
                    : piece);
        }
    }

    private boolean isAmount(Piece piece) {
        return piece instanceof Piece.Pick pick
                && pick.target() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                && column.options().stream()
                        .allMatch(option -> knowledge.typeOf(option.meaning()).isNumber());
    }

    /** "how much money was refunded": the total of what the rows named are measured by, also beside their number. */
    void settleAmounts(Chart chart) {
        boolean measured = pieces.stream()
                .anyMatch(piece -> (Roles.isMeasure(piece) && !(piece instanceof Piece.Count))
                        || Roles.ranksByMeasure(piece)
                        || piece instanceof Piece.Pick);
        if (measured) {
            return;
        }
        for (int index = 0; index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Quantity asked && asked.money()) {
                Optional<Piece.Pick> income = income(asked, chart);
                if (income.isPresent()) {
                    pieces.set(index, income.get());
                    return;
                }
                Optional<ColumnName> amount = measuredOf()
                        .flatMap(knowledge::ownMeasure)
                        .filter(column -> isCharge(column, asked)
                                || knowledge.addsUp(new Mention.OfColumn(
                                        asked.span().start(),
                                        asked.span().end(),
                                        List.of(new Mention.Option<>(column, 1)))));
                if (amount.isPresent()) {
                    Mention.OfColumn column = new Mention.OfColumn(
                            asked.span().start(), asked.span().end(), List.of(new Mention.Option<>(amount.get(), 1)));
                    pieces.set(
                            index,
                            new Piece.Folds(asked.span(), List.of(Aggregation.SUM), new Piece.Target.OfColumn(column)));
                }
            }
        }
    }

    /** What was done, "how much has Naomi Taylor paid", and nothing is said it was done for; else what is named first. */
    private Optional<TableName> measuredOf() {
        Optional<TableName> done = pieces.reversed().stream()
                .filter(Piece.Entity.class::isInstance)
                .limit(1)
                .filter(piece -> ((Piece.Entity) piece).table().link())
                .flatMap(piece -> tableSaid(piece).stream())
                .filter(table -> knowledge.ownMeasure(table).isPresent())
                .findFirst();
        return done.or(() -> pieces.stream()
                        .filter(piece -> !(piece instanceof Piece.HasValue))
                        .flatMap(piece -> tableSaid(piece).stream())
                        .filter(table -> knowledge.ownMeasure(table).isPresent())
                        .findFirst())
                .or(() -> pieces.stream()
                        .flatMap(piece -> tableSaid(piece).stream())
                        .findFirst());
    }

    /** "stops on the Connemara route last month": an amount of what is only narrowed is a total. */
    void settlePlurals(Chart chart) {
        boolean plain = pieces.stream()
                .allMatch(piece -> piece instanceof Piece.Filler
                        || piece instanceof Piece.HasValue
                        || piece instanceof Piece.During
                        || piece instanceof Piece.Flag
                        || piece instanceof Piece.Pick
                        || (piece instanceof Piece.Entity entity
                                && entity.table().link()));
        List<Piece.Pick> picks = pieces.stream()
                .filter(Piece.Pick.class::isInstance)
                .map(Piece.Pick.class::cast)
                .toList();
        boolean narrowed =
                pieces.stream().anyMatch(piece -> piece instanceof Piece.HasValue || piece instanceof Piece.During);
        if (!plain || !narrowed || picks.size() != 1) {
            return;
        }
        Piece.Pick pick = picks.getFirst();
        int last = pick.span().end() - 1;
        boolean first = pieces.subList(0, pieces.indexOf(pick)).stream().allMatch(Piece.Filler.class::isInstance);
        boolean amount = first
                && !pick.distinct()
                && !chart.is(0, "which", "list", "show")
                && (chart.token(last).word().endsWith("s") || chart.is(last, "amount"))
                && pick.target() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                && column.score() > 0.9
                && knowledge.addsUp(column);
        if (amount) {
            pieces.set(pieces.indexOf(pick), new Piece.Folds(pick.span(), List.of(Aggregation.SUM), pick.target()));
        }
    }

    /** "what did Jane Smith pay us": what comes in, where the team named it and it is known of whom or what is said. */
    private Optional<Piece.Pick> income(Piece.Quantity asked, Chart chart) {
        List<TableName> said =
                pieces.stream().flatMap(piece -> tableSaid(piece).stream()).toList();
        boolean own =
                said.stream().anyMatch(table -> knowledge.ownMeasure(table).isPresent());
        boolean paid = chart.is(0, "what") && said.stream().anyMatch(knowledge::isPayer);
        return chart.facts()
                .money(asked.span().start())
                .filter(metric -> paid && !own)
                .filter(metric -> metric.metric().forms().stream()
                        .anyMatch(form ->
                                knowledge.keys().reachedToOne(form.table()).containsAll(said)))
                .map(metric -> new Piece.Pick(asked.span(), new Piece.Target.OfMetric(metric), false, false));
    }

    /** A fee of what was done: "what have we charged for X-rays" adds up what each of them cost. */
    private boolean isCharge(ColumnName column, Piece.Quantity asked) {
        boolean fee = NamePhrases.wordsOf(column.column(), Set.of()).stream()
                .anyMatch(Set.of("fee", "charge", "fare", "cost", "paid")::contains);
        boolean done = knowledge
                .table(column.table())
                .filter(table -> !table.foreignKeys().isEmpty())
                .isPresent();
        return asked.span().start() == 0 && asked.span().end() == 2 && fee && done;
    }

    static Optional<TableName> tableSaid(Piece piece) {
        return switch (piece) {
            case Piece.Entity entity
            when !entity.each() -> Optional.of(entity.table().best());
            case Piece.Count count -> Optional.of(count.table().best());
            case Piece.HasValue value ->
                Optional.of(value.values().getFirst().hits().getFirst().column().table());
            default -> Optional.empty();
        };
    }

    void settleFresh() {
        boolean dated =
                pieces.stream().anyMatch(piece -> piece instanceof Piece.During || piece instanceof Piece.GroupByTime);
        pieces.replaceAll(piece -> piece instanceof Piece.Fresh fresh
                ? (dated ? Normalisation.filler(fresh.span()) : new Piece.Unknown(fresh.span()))
                : piece);
    }

    /** "when did Jane Smith last place an order": the latest date of those orders. */
    void settleLastTimes() {
        Optional<Piece.LastTime> asked = pieces.stream()
                .filter(Piece.LastTime.class::isInstance)
                .map(Piece.LastTime.class::cast)
                .findFirst();
        if (asked.isEmpty()) {
            return;
        }
        boolean settled = false;
        for (int index = 0; index < pieces.size() && !settled; index++) {
            if (pieces.get(index) instanceof Piece.Entity entity
                    && entity.span().start() > asked.get().span().start()) {
                pieces.set(
                        index,
                        new Piece.Folds(
                                entity.span(),
                                List.of(asked.get().first() ? Aggregation.MINIMUM : Aggregation.MAXIMUM),
                                new Piece.Target.OfDate(entity.table())));
                settled = true;
            }
        }
        Piece.Span span = asked.get().span();
        boolean found = settled;
        pieces.replaceAll(piece -> piece instanceof Piece.LastTime
                ? (found ? Normalisation.filler(span) : new Piece.Unknown(span))
                : piece);
    }
}
