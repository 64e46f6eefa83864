package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which part the things that a question mentions play: whose rows are listed or folded, what is listed, what is grouped
 * by. Decided before anything is built. Immutable once made.
 */
final class Roles {
    private final List<Piece> pieces;
    private final Knowledge knowledge;
    private final Set<TableName> mentioned = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();
    private Optional<Piece.Entity> head = Optional.empty();
    private Optional<TableName> rows = Optional.empty();

    private Roles(List<Piece> pieces, Knowledge knowledge) {
        this.pieces = pieces;
        this.knowledge = knowledge;
    }

    static Roles of(List<Piece> pieces, Knowledge knowledge) {
        Roles roles = new Roles(pieces, knowledge);
        roles.decide();
        return roles;
    }

    private void decide() {
        pieces.forEach(this::addMentioned);
        head = pieces.stream()
                .filter(Piece.Entity.class::isInstance)
                .map(Piece.Entity.class::cast)
                .filter(entity -> !entity.table().link())
                .filter(entity -> !entity.each() || !hasMeasure())
                .findFirst();
        rows = new RowsChoice(pieces, knowledge, this).decide();
        boolean quantity = pieces.stream().anyMatch(Piece.Quantity.class::isInstance);
        boolean amount = pieces.stream().anyMatch(piece -> isMeasure(piece) && !(piece instanceof Piece.Count));
        if (quantity && !amount) {
            problems.add("how much of what");
        }
        if (head.isPresent() && !hasMeasure() && listsTwoThings()) {
            problems.add("lists two things");
        }
    }

    private void addMentioned(Piece piece) {
        switch (piece) {
            case Piece.Entity entity -> mentioned.add(entity.table().best());
            case Piece.Count count -> mentioned.add(count.table().best());
            case Piece.Kin kin -> mentioned.add(kin.table().best());
            case Piece.Group group -> group.targets().forEach(this::addMentioned);
            case Piece.Best best -> addMentioned(best.group());
            case Piece.Share share -> addMentioned(share.target());
            case Piece.PerEach each -> {
                addMentioned(each.measure());
                each.each().ifPresent(table -> mentioned.add(table.best()));
            }
            case Piece.Sort sort -> addMentioned(sort.target());
            case Piece.Rank rank -> rank.target().ifPresent(this::addMentioned);
            case Piece.CompareCount compare -> mentioned.add(compare.table().best());
            case Piece.HasValue value -> addNamed(value);
            default -> {}
        }
    }

    /** A row called by its name is mentioned as much as if the kind of thing were said. */
    private void addNamed(Piece.HasValue value) {
        ColumnName first = value.values().getFirst().hits().getFirst().column();
        boolean label = value.values().getFirst().hits().stream()
                .allMatch(hit -> hit.column().equals(first));
        if (label && knowledge.label(first.table()).equals(List.of(first.column()))) {
            mentioned.add(first.table());
        }
    }

    private void addMentioned(Piece.Target target) {
        switch (target) {
            case Piece.Target.OfTable(Mention.OfTable table) -> mentioned.add(table.best());
            case Piece.Target.OfCount(Mention.OfTable table) -> mentioned.add(table.best());
            default -> {}
        }
    }

    /** "customers and orders": a second thing to list beside the first. */
    private boolean listsTwoThings() {
        for (int index = 2; index < pieces.size(); index++) {
            if (pieces.get(index) instanceof Piece.Entity second
                    && !second.table().link()
                    && pieces.get(index - 1) instanceof Piece.Filler(Piece.Span _, boolean joint)
                    && joint
                    && head.filter(pieces.get(index - 2)::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    boolean hasMeasure() {
        return pieces.stream().anyMatch(Roles::isMeasure);
    }

    boolean countsRows() {
        return pieces.stream().anyMatch(Piece.Count.class::isInstance);
    }

    /** "what share of the orders": of their number. */
    boolean sharesRows() {
        return pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Share share
                        && (share.target() instanceof Piece.Target.OfTable
                                || share.target() instanceof Piece.Target.OfCount));
    }

    static boolean isMeasure(Piece piece) {
        return piece instanceof Piece.Count
                || piece instanceof Piece.CountColumn
                || piece instanceof Piece.Folds
                || piece instanceof Piece.Share
                || piece instanceof Piece.PerEach
                || piece instanceof Piece.Pick(Piece.Span _, Piece.Target.OfMetric _, boolean _, boolean _);
    }

    /** Whether a ranking or sorting itself says that something is measured. */
    static boolean ranksByMeasure(Piece piece) {
        Optional<Piece.Target> target = switch (piece) {
            case Piece.Rank rank -> rank.target();
            case Piece.Sort sort -> Optional.of(sort.target());
            default -> Optional.empty();
        };
        return target.filter(found -> found instanceof Piece.Target.OfMetric
                        || found instanceof Piece.Target.OfCount
                        || found instanceof Piece.Target.OfFrequency
                        || found instanceof Piece.Target.OfFold)
                .isPresent();
    }

    boolean hasPicks() {
        return pieces.stream().anyMatch(Roles::isColumnPick);
    }

    static boolean isColumnPick(Piece piece) {
        return piece instanceof Piece.Pick pick
                && (pick.target() instanceof Piece.Target.OfColumn
                        || (pick.target() instanceof Piece.Target.OfTable && !pick.beside()));
    }

    /** What is ranked by where that is not a column of the thing ranked: a metric, a count, a fold. */
    Optional<Piece.Target> rankMeasure() {
        return tallied().isPresent()
                ? Optional.empty()
                : rankTarget().filter(target -> switch (target) {
                    case Piece.Target.OfMetric _,
                            Piece.Target.OfCount _,
                            Piece.Target.OfFold _,
                            Piece.Target.OfFrequency _ -> true;
                    case Piece.Target.OfColumn(Mention.OfColumn column) -> isFarFromHead(column);
                    case Piece.Target.OfTable _,
                            Piece.Target.OfAdjective _,
                            Piece.Target.OfDate _,
                            Piece.Target.OfParent _ -> false;
                });
    }

    /** "the region with the fewest orders": the rows that are counted for each thing, so that those with none are found. */
    Optional<Mention.OfTable> tallied() {
        boolean plain = pieces.stream()
                .noneMatch(piece -> isMeasure(piece)
                        || piece instanceof Piece.Group
                        || piece instanceof Piece.GroupByTime
                        || piece instanceof Piece.Sort);
        if (!plain || head.isEmpty()) {
            return Optional.empty();
        }
        TableName thing = head.get().table().best();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Rank rank
                    && rank.ascending()
                    && rank.target().isPresent()
                    && rank.target().get() instanceof Piece.Target.OfCount(Mention.OfTable table)) {
                return Optional.of(table).filter(counted -> !counted.best().equals(thing));
            }
        }
        return Optional.empty();
    }

    private Optional<Piece.Target> rankTarget() {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Rank(Piece.Span _, boolean _, int _, var target)
                    && (target.isPresent() || !ranksElsewhere(piece))) {
                boolean deed = target.filter(
                                found -> found instanceof Piece.Target.OfCount(Mention.OfTable table) && table.link())
                        .isPresent();
                return target.isPresent() && !(deed && sortTarget().isPresent()) ? target : sortTarget();
            }
        }
        return sortTarget();
    }

    /** Whether another piece says what is ranked by: "which three products have the least stock". */
    boolean ranksElsewhere(Piece piece) {
        return pieces.stream()
                .anyMatch(other -> !other.span().equals(piece.span())
                        && other instanceof Piece.Rank rank
                        && rank.target().isPresent());
    }

    /** "the best selling product of each category": things are ranked by what is measured, within each group. */
    boolean ranksWithin() {
        List<Piece> ranks = pieces.stream().filter(Piece.Rank.class::isInstance).toList();
        List<Piece> groups = pieces.stream()
                .filter(piece -> piece instanceof Piece.Group || piece instanceof Piece.GroupByTime)
                .toList();
        boolean one = ranks.size() == 1
                && groups.size() == 1
                && (!(groups.getFirst() instanceof Piece.Group group)
                        || group.targets().size() == 1);
        return one
                && !hasMeasure()
                && rankMeasure()
                        .filter(target -> target instanceof Piece.Target.OfMetric
                                || target instanceof Piece.Target.OfCount
                                || target instanceof Piece.Target.OfFold)
                        .isPresent()
                && head.filter(this::isGroup).isPresent();
    }

    /** What the question says it wants things ordered by. */
    Optional<Piece.Target> sortTarget() {
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Sort(Piece.Span _, Piece.Target target, boolean _)) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    private boolean isFarFromHead(Mention.OfColumn column) {
        return head.map(entity -> knowledge.keys().reachedToOne(entity.table().best()))
                .filter(near -> column.exact().options().stream()
                        .noneMatch(option -> near.contains(option.meaning().table())))
                .isPresent();
    }

    Optional<Piece.Entity> head() {
        return head;
    }

    Set<TableName> mentioned() {
        return mentioned;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    /** The table whose rows are listed, or folded when something is measured. */
    Optional<TableName> rows() {
        return rows;
    }

    /** Whether dates or values narrow rows besides. */
    boolean narrowsElsewhere() {
        return pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.During
                        || piece instanceof Piece.HasText
                        || piece instanceof Piece.Missing
                        || piece instanceof Piece.Without);
    }

    /** Whether the entity is what results are grouped by. */
    boolean isGroup(Piece.Entity entity) {
        if (entity.table().link()) {
            return false;
        }
        boolean isHead = head.filter(entity::equals).isPresent();
        boolean other =
                rows.filter(table -> !table.equals(entity.table().best())).isPresent();
        if (hasMeasure()) {
            return (entity.each() && other) || (isHead && other && precedesMeasure(entity));
        }
        return isHead && rankMeasure().isPresent() && other;
    }

    private boolean precedesMeasure(Piece.Entity entity) {
        return pieces.stream()
                .filter(piece -> isMeasure(piece))
                .allMatch(piece -> piece.span().start() > entity.span().start());
    }

    /** Whether the columns picked are what folds are grouped by. */
    boolean picksAreGroups() {
        return hasPicks() && (hasMeasure() || rankMeasure().isPresent() || comparesOwnCount());
    }

    /** "which status has more than 10 orders": the rows counted are the rows that the column belongs to. */
    boolean comparesOwnCount() {
        return head.isEmpty()
                && pieces.stream()
                        .anyMatch(piece -> piece instanceof Piece.CompareCount compare
                                && rows.filter(compare.table().best()::equals).isPresent());
    }

    /** The fold that people mean when a column of several rows is compared: means of rates, sums of amounts. */
    Aggregation usualFold(ColumnName column) {
        Set<String> rates = Set.of(
                "rating", "rat", "score", "scor", "star", "rate", "price", "pric", "age", "percent", "grad", "grade");
        List<String> stems = NamePhrases.stemsOf(column.column());
        return stems.stream().anyMatch(rates::contains) && !stems.contains("total")
                ? Aggregation.AVERAGE
                : Aggregation.SUM;
    }

    /** Whether the results are grouped by the rows of this table. */
    boolean groupsBy(TableName table) {
        return pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Group group
                        && group.targets().stream().anyMatch(target -> switch (target) {
                            case Piece.Target.OfTable(Mention.OfTable named) ->
                                named.best().equals(table);
                            case Piece.Target.OfColumn(Mention.OfColumn named) ->
                                knowledge
                                        .label(table)
                                        .contains(named.options()
                                                .getFirst()
                                                .meaning()
                                                .column());
                            default -> false;
                        }));
    }

    /** The form of a metric that fits this question. */
    Optional<Metric.Form> form(Metric metric) {
        return MetricForms.best(metric, pieces, knowledge);
    }
}
