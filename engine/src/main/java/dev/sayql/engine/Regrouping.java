package dev.sayql.engine;

import dev.sayql.core.generation.Change;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a follow-up says about what is measured, and by what it is grouped. */
final class Regrouping {
    private static final String NOTHING_MEASURED =
            "The earlier question measures nothing, so there is nothing to group. Ask for a number, such as how many.";
    private static final String NO_ONE_MEASURE =
            "The earlier question does not measure one thing that this could be about.";

    private final Edit edit;

    Regrouping(Edit edit) {
        this.edit = edit;
    }

    void group(Piece group) {
        boolean folded = edit.query().isFolded() || !edit.query().having().isEmpty();
        List<Integer> old = edit.groups();
        edit.touches(Change.Part.GROUPING, Change.Part.SHOWN, Change.Part.ORDER);
        if (!folded) {
            edit.problem(NOTHING_MEASURED);
        } else if (old.isEmpty()
                || edit.frame().also()
                || (edit.frame().and() && !edit.frame().instead())) {
            edit.add(group);
        } else if (!edit.frame().instead() && old.size() == 1 && isTime(edit.piece(old.getFirst())) != isTime(group)) {
            edit.problem("Is that to group by as well, or instead? Say \"also\" or \"instead\".");
        } else if (old.size() == 1 && !isTwofold(edit.piece(old.getFirst()))) {
            edit.replace(old.getFirst(), group);
        } else if (edit.frame().instead()) {
            edit.removeAll(old);
            edit.add(group);
        } else {
            edit.problem("The earlier question groups by several things. Say \"instead\" or \"also\".");
        }
    }

    private static boolean isTime(Piece piece) {
        return piece instanceof Piece.GroupByTime;
    }

    private static boolean isTwofold(Piece piece) {
        return piece instanceof Piece.Group group && group.targets().size() > 1;
    }

    void measure(Piece measure) {
        List<Integer> old = edit.measures();
        edit.touches(Change.Part.SHOWN, Change.Part.ORDER);
        if (!old.isEmpty()) {
            edit.touches(Change.Part.ROWS);
        }
        boolean adds = edit.frame().also() || edit.frame().kind() == Frame.Kind.SHOW;
        if (edit.frame().only() && !edit.frame().instead()) {
            edit.problem(
                    "\"Only\" asks for fewer rows, and this is a number of its own. Say \"instead\", or which rows.");
        } else if (old.isEmpty()) {
            measureList(measure);
        } else if (adds) {
            edit.add(measure);
        } else if (edit.frame().and() && !edit.frame().asks() && !edit.frame().instead()) {
            edit.problem("Is that meant as well, or instead? Say \"also\" or \"instead\".");
        } else {
            edit.replace(old.getFirst(), measure);
            edit.removeAll(old.subList(1, old.size()));
        }
    }

    /** "the total budget" of a list is that of the rows in it. */
    private void measureList(Piece measure) {
        boolean beside = edit.frame().also() || edit.frame().kind() == Frame.Kind.SHOW;
        if (beside
                || edit.query().isFolded()
                || edit.isGrouped()
                || edit.query().limit().isPresent()) {
            edit.problem("The earlier question lists rows and measures nothing. Ask the whole question, please.");
            return;
        }
        edit.touches(Change.Part.DUPLICATES);
        edit.unlimited();
        edit.removeAll(edit.places(piece ->
                piece instanceof Piece.Pick || piece instanceof Piece.Sort || piece instanceof Piece.Direction));
        edit.add(measure);
    }

    /** "and the average?". */
    void fold(Aggregation aggregation) {
        List<Integer> old = edit.measures();
        edit.touches(Change.Part.SHOWN, Change.Part.ORDER);
        Optional<Piece.Target> target =
                old.size() == 1 ? foldable(edit.piece(old.getFirst()), aggregation) : Optional.empty();
        if (target.isEmpty()) {
            edit.problem(NO_ONE_MEASURE);
            return;
        }
        List<Aggregation> folds = new ArrayList<>();
        if (edit.frame().also() && edit.piece(old.getFirst()) instanceof Piece.Folds before) {
            folds.addAll(before.aggregations());
        }
        if (!folds.contains(aggregation)) {
            folds.add(aggregation);
        }
        Piece.Folds piece = new Piece.Folds(edit.wholeSpan(), folds, target.get());
        if (edit.frame().also() && !(edit.piece(old.getFirst()) instanceof Piece.Folds)) {
            edit.add(piece);
        } else {
            edit.replace(old.getFirst(), piece);
        }
    }

    /** What is folded, when it can be folded in that other way. Of many groups, the highest is no aggregate of each. */
    private Optional<Piece.Target> foldable(Piece measure, Aggregation aggregation) {
        boolean extreme = aggregation == Aggregation.MINIMUM || aggregation == Aggregation.MAXIMUM;
        return switch (measure) {
            case Piece.Folds(var _, var _, Piece.Target.OfColumn column) -> Optional.of(column);
            case Piece.Folds(var _, var _, Piece.Target.OfMetric metric)
            when !extreme || !edit.isGrouped() -> summed(metric);
            case Piece.Pick(var _, Piece.Target.OfMetric metric, boolean _, boolean _)
            when !extreme || !edit.isGrouped() -> summed(metric);
            default -> Optional.empty();
        };
    }

    private static Optional<Piece.Target> summed(Piece.Target.OfMetric metric) {
        boolean sum = metric.metric().metric().forms().stream()
                .map(Metric.Form::aggregation)
                .allMatch(Aggregation.SUM::equals);
        return sum ? Optional.of(metric) : Optional.empty();
    }

    /** "count them": the rows that were listed. */
    void count() {
        Query query = edit.query();
        if (query.isFolded() || edit.isGrouped()) {
            edit.problem("The earlier question counts or measures already. Say what is to be counted.");
            return;
        }
        if (query.limit().isPresent()) {
            edit.problem("The earlier question asks for a fixed number of rows.");
            return;
        }
        edit.touches(Change.Part.SHOWN, Change.Part.ORDER, Change.Part.DUPLICATES);
        List<Integer> picks = edit.places(Piece.Pick.class::isInstance);
        List<Integer> heads = edit.places(piece -> piece instanceof Piece.Entity entity
                && !entity.table().link()
                && entity.table().best().equals(query.subject().table()));
        edit.removeAll(edit.places(piece -> piece instanceof Piece.Sort || piece instanceof Piece.Direction));
        if (query.distinct()) {
            countDifferent(picks);
            return;
        }
        edit.removeAll(picks);
        edit.unlimited();
        Piece count = new Piece.Count(edit.wholeSpan(), edit.subject(), false);
        if (heads.isEmpty()) {
            edit.add(count);
        } else {
            edit.replace(heads.getFirst(), count);
        }
    }

    private void countDifferent(List<Integer> picks) {
        if (picks.size() == 1
                && edit.piece(picks.getFirst())
                        instanceof
                        Piece.Pick(var _, Piece.Target.OfColumn(Mention.OfColumn column), boolean _, boolean _)) {
            edit.replace(picks.getFirst(), new Piece.CountColumn(edit.wholeSpan(), column));
        } else {
            edit.problem("Rows that differ in several columns cannot be counted here.");
        }
    }

    /** "list them": the rows that were counted. */
    void list() {
        List<Integer> measures = edit.measures();
        if (edit.isGrouped()
                || measures.size() != 1
                || !(edit.piece(measures.getFirst()) instanceof Piece.Count count)) {
            edit.problem("The earlier question counts no rows that could be listed.");
            return;
        }
        edit.touches(Change.Part.SHOWN, Change.Part.ORDER, Change.Part.DUPLICATES);
        edit.replace(measures.getFirst(), new Piece.Entity(edit.wholeSpan(), count.table(), false));
    }

    /** "as a percentage": of all groups together. */
    void percent() {
        List<Integer> measures = edit.measures();
        Optional<Piece.Target> whole =
                measures.size() == 1 && edit.isGrouped() ? shared(edit.piece(measures.getFirst())) : Optional.empty();
        edit.touches(Change.Part.SHOWN, Change.Part.ORDER);
        whole.ifPresentOrElse(
                target -> edit.replace(measures.getFirst(), new Piece.Share(edit.wholeSpan(), target, false)),
                () -> edit.problem("There are no groups here whose parts of the whole could be told."));
    }

    private static Optional<Piece.Target> shared(Piece measure) {
        return switch (measure) {
            case Piece.Count count -> Optional.of(new Piece.Target.OfTable(count.table()));
            case Piece.Pick(var _, Piece.Target.OfMetric metric, boolean _, boolean _) -> summed(metric);
            case Piece.Folds(var _, var folds, Piece.Target.OfMetric metric)
            when folds.equals(List.of(Aggregation.SUM)) -> summed(metric);
            case Piece.Folds(var _, var folds, Piece.Target.OfColumn column)
            when folds.equals(List.of(Aggregation.SUM)) -> Optional.of(column);
            default -> Optional.empty();
        };
    }

    /** "also show the country". */
    void show(Piece.Pick pick) {
        edit.touches(Change.Part.SHOWN);
        if (edit.isGrouped()) {
            showBesideGroups(pick);
            return;
        }
        if (edit.query().isFolded()) {
            edit.problem(
                    "The earlier question gives one number, which no column stands beside. Say \"by\" or \"per\".");
            return;
        }
        List<Integer> old = edit.places(Piece.Pick.class::isInstance);
        boolean first = old.isEmpty();
        if (first) {
            keepOrderKey();
        }
        edit.add(new Piece.Pick(pick.span(), pick.target(), false, first));
    }

    /** The number by which things are ranked stays beside what is shown now. */
    private void keepOrderKey() {
        for (int place : edit.places(Piece.Rank.class::isInstance)) {
            ((Piece.Rank) edit.piece(place))
                    .target()
                    .filter(target ->
                            target instanceof Piece.Target.OfColumn || target instanceof Piece.Target.OfAdjective)
                    .ifPresent(
                            target -> edit.add(new Piece.Pick(edit.piece(place).span(), target, false, true)));
        }
    }

    /** A column of the very thing that is grouped by: it parts no group. */
    private void showBesideGroups(Piece.Pick pick) {
        boolean own = pick.target() instanceof Piece.Target.OfColumn(Mention.OfColumn column)
                && edit.column(column)
                        .filter(found -> edit.query().groups().stream()
                                .anyMatch(group -> group instanceof Expression.Column by
                                        && by.range().table().equals(found.table())
                                        && edit.knowledge().isUnique(found.table(), List.of(by.name()))))
                        .isPresent();
        edit.touches(Change.Part.GROUPING, Change.Part.ORDER);
        if (own) {
            edit.add(new Piece.Group(pick.span(), List.of(pick.target()), Piece.Group.Manner.BY));
        } else {
            edit.problem("A column beside groups would part them. Say \"by\" or \"per\".");
        }
    }
}
