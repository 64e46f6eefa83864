package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Settles what pieces say only together: whom "who" means, what "how many" counts, that "orders per month" counts orders.
 * Gives back a row of pieces in which every piece stands for itself.
 */
final class Normalisation {
    private static final Set<String> PERSONS = Set.of(
            "user",
            "customer",
            "person",
            "employee",
            "student",
            "member",
            "patient",
            "teacher",
            "author",
            "player",
            "client",
            "staff",
            "physician",
            "doctor",
            "singer",
            "artist",
            "driver",
            "pilot",
            "instructor",
            "professor",
            "candidate",
            "visitor",
            "guest",
            "passenger",
            "manager",
            "actor",
            "director",
            "worker",
            "faculty",
            "reviewer",
            "contact");

    private final Knowledge knowledge;
    private final List<Piece> pieces;

    private Normalisation(List<Piece> pieces, Knowledge knowledge) {
        this.pieces = new ArrayList<>(pieces);
        this.knowledge = knowledge;
    }

    static List<Piece> of(List<Piece> pieces, Knowledge knowledge) {
        Normalisation normalisation = new Normalisation(pieces, knowledge);
        normalisation.settleWho();
        normalisation.settleCounts();
        normalisation.settleQuantities();
        normalisation.settleFresh();
        normalisation.settleAverages();
        normalisation.settlePairs();
        normalisation.settleGroups();
        return List.copyOf(normalisation.pieces);
    }

    // --- who

    private void settleWho() {
        for (int index = 0; index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Who who) {
                boolean named = pieces.stream()
                        .anyMatch(piece -> (piece instanceof Piece.Entity entity
                                        && !entity.table().link()
                                        && isPerson(entity.table().best()))
                                || piece instanceof Piece.Count
                                || piece instanceof Piece.Kin);
                pieces.set(index, named ? filler(who.span()) : person(who.span()));
            }
        }
    }

    private static Piece filler(Piece.Span span) {
        return new Piece.Filler(span, false);
    }

    /** The persons nearest to what else is mentioned; an unknown word when there are none or several as near. */
    private Piece person(Piece.Span span) {
        Map<Integer, List<TableName>> byDistance = new TreeMap<>();
        for (var table : knowledge.context().schema().tables()) {
            if (isPerson(table.name())) {
                distance(table.name())
                        .ifPresent(distance -> byDistance
                                .computeIfAbsent(distance, key -> new ArrayList<>())
                                .add(table.name()));
            }
        }
        List<TableName> nearest = byDistance.isEmpty()
                ? List.of()
                : byDistance.values().iterator().next();
        if (nearest.size() != 1) {
            return new Piece.Unknown(span);
        }
        Mention.OfTable table = new Mention.OfTable(
                span.start(), span.end(), List.of(new Mention.Option<>(nearest.getFirst(), 1)), false);
        return new Piece.Entity(span, table, false);
    }

    private Optional<Integer> distance(TableName person) {
        int total = 0;
        Set<TableName> others = mentionedTables();
        for (TableName other : others) {
            if (!other.equals(person)) {
                Optional<Path> path = knowledge.keys().path(person, other);
                if (path.isEmpty()) {
                    return Optional.empty();
                }
                total += path.get().steps().size();
            }
        }
        return Optional.of(total);
    }

    private Set<TableName> mentionedTables() {
        Set<TableName> tables = new LinkedHashSet<>();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Entity entity -> tables.add(entity.table().best());
                case Piece.CompareCount count -> tables.add(count.table().best());
                case Piece.Without without -> tables.add(without.table().best());
                case Piece.HasValue value ->
                    tables.add(
                            value.values().getFirst().hits().getFirst().column().table());
                case Piece.Missing missing ->
                    tables.add(missing.column().options().getFirst().meaning().table());
                case Piece.Rank rank -> rank.target().ifPresent(target -> addTable(target, tables));
                case Piece.Compare compare -> compare.target().ifPresent(target -> addTable(target, tables));
                case Piece.During during ->
                    during.column()
                            .ifPresent(column -> tables.add(
                                    column.options().getFirst().meaning().table()));
                default -> {}
            }
        }
        return tables;
    }

    private static void addTable(Piece.Target target, Set<TableName> tables) {
        switch (target) {
            case Piece.Target.OfMetric(Mention.OfMetric metric) -> {
                Metric.Form form = metric.metric().forms().getFirst();
                tables.add(form.table());
            }
            case Piece.Target.OfCount(Mention.OfTable table) -> tables.add(table.best());
            case Piece.Target.OfColumn(Mention.OfColumn column) ->
                tables.add(column.options().getFirst().meaning().table());
            default -> {}
        }
    }

    private boolean isPerson(TableName table) {
        String singular = Stem.of(table.name().replaceAll(".*_", ""));
        boolean named = PERSONS.stream().map(Stem::of).anyMatch(singular::equals);
        boolean firstName = knowledge.table(table).stream()
                .flatMap(found -> found.columns().stream())
                .map(Column::name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.contains("first_name") || name.equals("fname") || name.equals("given_name"));
        return named || firstName;
    }

    // --- how many, how much

    /** "how many" counts the thing named next; adjectives and values may stand between. */
    private void settleCounts() {
        for (int index = 0; index < pieces.size(); index++) {
            if (!(pieces.get(index) instanceof Piece.Counting counting)) {
                continue;
            }
            int noun = index + 1;
            while (noun < pieces.size() && isBetween(pieces.get(noun))) {
                noun++;
            }
            Piece named = noun < pieces.size() ? pieces.get(noun) : counting;
            if (named instanceof Piece.Entity entity && !entity.table().link()) {
                pieces.set(noun, new Piece.Count(entity.span(), entity.table(), false));
                pieces.set(index, filler(counting.span()));
            } else if (named instanceof Piece.Pick pick
                    && pick.target() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                    && isAmount(column)) {
                pieces.set(noun, new Piece.Folds(pick.span(), List.of(Aggregation.SUM), pick.target()));
                pieces.set(index, filler(counting.span()));
            } else if (named instanceof Piece.Kin kin) {
                pieces.set(index, new Piece.Count(counting.span(), kin.table(), false));
            } else {
                pieces.set(index, countOfValues(index, noun).orElse(new Piece.Quantity(counting.span())));
            }
        }
    }

    /** "how many freelancers": a value that stands for the rows that have it. */
    private Optional<Piece> countOfValues(int index, int end) {
        boolean measured = pieces.stream().anyMatch(Roles::isMeasure);
        for (int at = index + 1; at < end && !measured; at++) {
            if (pieces.get(at) instanceof Piece.HasValue value) {
                TableName table =
                        value.values().getFirst().hits().getFirst().column().table();
                Mention.OfTable counted = new Mention.OfTable(
                        value.span().start(), value.span().end(), List.of(new Mention.Option<>(table, 1)), false);
                return Optional.of(new Piece.Count(pieces.get(index).span(), counted, false));
            }
        }
        return Optional.empty();
    }

    private static boolean isBetween(Piece piece) {
        return piece instanceof Piece.Filler || piece instanceof Piece.Flag || piece instanceof Piece.HasValue;
    }

    /** "how much tax": the total of the column. */
    private void settleQuantities() {
        boolean quantity = pieces.stream().anyMatch(Piece.Quantity.class::isInstance);
        if (!quantity) {
            return;
        }
        // "how much does X cost" asks for a price, which is no total.
        boolean price = pieces.stream()
                .anyMatch(
                        piece -> piece instanceof Piece.Pick pick && pick.target() instanceof Piece.Target.OfAdjective);
        if (price) {
            pieces.replaceAll(piece -> piece instanceof Piece.Quantity asked ? filler(asked.span()) : piece);
        }
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

    private void settleFresh() {
        boolean dated =
                pieces.stream().anyMatch(piece -> piece instanceof Piece.During || piece instanceof Piece.GroupByTime);
        pieces.replaceAll(piece -> piece instanceof Piece.Fresh fresh
                ? (dated ? filler(fresh.span()) : new Piece.Unknown(fresh.span()))
                : piece);
    }

    /** "what rating do we get on average". */
    private void settleAverages() {
        boolean folds = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Pick pick && pick.target() instanceof Piece.Target.OfColumn);
        if (!folds) {
            pieces.replaceAll(
                    piece -> piece instanceof Piece.OnAverage average ? new Piece.Unknown(average.span()) : piece);
        } else if (pieces.removeIf(Piece.OnAverage.class::isInstance)) {
            pieces.replaceAll(
                    piece -> piece instanceof Piece.Pick pick && pick.target() instanceof Piece.Target.OfColumn
                            ? new Piece.Folds(pick.span(), List.of(Aggregation.AVERAGE), pick.target())
                            : piece);
        }
    }

    /** "orders and revenue by country" counts the orders. */
    private void settlePairs() {
        boolean grouped =
                pieces.stream().anyMatch(piece -> piece instanceof Piece.Group || piece instanceof Piece.GroupByTime);
        for (int index = 0; grouped && index + 2 < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Entity entity
                    && !entity.table().link()
                    && pieces.get(index + 1) instanceof Piece.Filler(Piece.Span _, boolean joint)
                    && joint
                    && Roles.isMeasure(pieces.get(index + 2))) {
                pieces.set(index, new Piece.Count(entity.span(), entity.table(), false));
            }
        }
    }

    // --- groups without anything measured

    private void settleGroups() {
        boolean measured = pieces.stream().anyMatch(piece -> Roles.isMeasure(piece) || Roles.ranksByMeasure(piece));
        boolean grouped =
                pieces.stream().anyMatch(piece -> piece instanceof Piece.Group || piece instanceof Piece.GroupByTime);
        boolean folded = pieces.stream().anyMatch(piece -> piece instanceof Piece.CompareCount);
        if (measured || !grouped || folded) {
            return;
        }
        boolean picks = pieces.stream().anyMatch(Piece.Pick.class::isInstance);
        if (picks && foldsPicks()) {
            return;
        }
        boolean picked = picks || pieces.stream().anyMatch(this::groupsByNumber);
        for (int index = 0; index < pieces.size(); index++) {
            Piece piece = pieces.get(index);
            if (piece instanceof Piece.Group group && group.manner() == Piece.Group.Manner.EACH) {
                listEach(group, index);
            } else if (piece instanceof Piece.Entity entity && !entity.table().link() && !picked) {
                // "orders per customer", "new users per year": the thing named is counted.
                pieces.set(index, new Piece.Count(entity.span(), entity.table(), false));
                return;
            }
        }
    }

    /** "regions by shipping cost" is an order, no grouping. */
    private boolean groupsByNumber(Piece piece) {
        return piece instanceof Piece.Group group
                && group.manner() == Piece.Group.Manner.BY
                && group.targets().stream()
                        .anyMatch(target -> target instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                                && isOrder(knowledge.typeOf(
                                        column.options().getFirst().meaning())));
    }

    private static boolean isOrder(DataType type) {
        return type == DataType.NUMERIC || type.isDate();
    }

    /** "hours by project": the total of an amount within each group. */
    private boolean foldsPicks() {
        boolean amounts = pieces.stream()
                .filter(Piece.Pick.class::isInstance)
                .allMatch(
                        piece -> ((Piece.Pick) piece).target() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                                && isAmount(column));
        boolean by = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.GroupByTime
                        || (piece instanceof Piece.Group group && group.manner() != Piece.Group.Manner.EACH));
        boolean alone = pieces.stream().noneMatch(Piece.Rank.class::isInstance);
        if (amounts && by && alone) {
            pieces.replaceAll(piece -> piece instanceof Piece.Pick pick
                    ? new Piece.Folds(pick.span(), List.of(Aggregation.SUM), pick.target())
                    : piece);
        }
        return amounts && by && alone;
    }

    private boolean isAmount(Mention.OfColumn column) {
        ColumnName name = column.options().getFirst().meaning();
        Set<String> rates = Set.of(
                "price", "rate", "rating", "score", "age", "salary", "percent", "year", "level", "id", "grade",
                "number", "cost", "fee");
        return knowledge.typeOf(name).isNumber()
                && NamePhrases.wordsOf(name.column(), Set.of()).stream().noneMatch(rates::contains);
    }

    /** "the name of each customer" lists customers. */
    private void listEach(Piece.Group group, int index) {
        if (group.targets().size() == 1
                && group.targets().getFirst() instanceof Piece.Target.OfTable(Mention.OfTable table)) {
            pieces.set(index, new Piece.Entity(group.span(), table, false));
        }
    }
}
