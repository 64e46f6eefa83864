package dev.sayql.engine;

import dev.sayql.core.generation.Change;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a follow-up takes back of the earlier question: "drop the date filter", "for all regions", "without the status". */
final class Dropping {
    private static final Set<String> BEFORE = Set.of(
            "the", "any", "all", "that", "this", "my", "our", "on", "by", "for", "of", "excluding", "without", ",");
    private static final Set<String> FILTERS =
            Set.of("filter", "filters", "condition", "conditions", "restriction", "restrictions", "constraint");
    private static final Set<String> GROUPINGS =
            Set.of("grouping", "groupings", "groups", "group", "breakdown", "split", "breakdowns");
    private static final Set<String> COLUMNS = Set.of("column", "columns", "field");
    private static final Set<String> ORDERS = Set.of("order", "ordering", "sorting", "sort");
    private static final Set<String> DATES =
            Set.of("date", "dates", "time", "period", "year", "month", "day", "week", "quarter", "timeframe");
    private static final Set<String> SPANS = Set.of("range", "limit", "frame", "period", "span", "window");

    private final Edit edit;
    private final Chart chart;
    private final int start;

    /** @param start the first word of the follow-up */
    Dropping(Edit edit, Chart chart, int start) {
        this.edit = edit;
        this.chart = chart;
        this.start = start;
    }

    /** What names the parts to take back. */
    private record Named(Set<ColumnName> columns, Set<TableName> tables) {}

    /** "for all time". */
    void dates() {
        List<Integer> dates = edit.places(Piece.During.class::isInstance);
        if (dates.isEmpty()) {
            edit.problem("The earlier question is about no particular time.");
        }
        take(dates, Change.Part.CONDITION);
    }

    /** Takes back what the words name. False when they name no part of a question, and say something else. */
    boolean named() {
        int at = chart.skip(start, BEFORE);
        if (at >= chart.size()) {
            return false;
        }
        int last = chart.size() - 1;
        String kind = chart.token(last).word();
        if (at == last && plain(kind)) {
            return true;
        }
        boolean kinded = FILTERS.contains(kind) || GROUPINGS.contains(kind) || COLUMNS.contains(kind);
        boolean dated = DATES.contains(chart.token(at).word())
                && (at == last || (at == last - 1 && (FILTERS.contains(kind) || SPANS.contains(kind))));
        if (dated && (at < last || !edit.places(Piece.During.class::isInstance).isEmpty())) {
            dates();
            return true;
        }
        // "filter on the status" names it behind the word.
        int noun = FILTERS.contains(chart.token(at).word()) && at < last ? chart.skip(at + 1, BEFORE) : at;
        int end = kinded && noun < last && noun == at ? last : last + 1;
        boolean filters = noun > at || FILTERS.contains(kind);
        return mention(noun, end)
                .filter(found -> takeNamed(found, filters, GROUPINGS.contains(kind)))
                .isPresent();
    }

    /** "drop the filter", "no grouping". */
    private boolean plain(String word) {
        if (FILTERS.contains(word)) {
            takeOne(
                    edit.places(Narrowing::isCondition),
                    Change.Part.CONDITION,
                    "filters by nothing",
                    "several conditions");
        } else if (GROUPINGS.contains(word)) {
            takeOne(edit.groups(), Change.Part.GROUPING, "groups by nothing", "several groupings");
            edit.touches(Change.Part.SHOWN, Change.Part.ORDER);
        } else if (ORDERS.contains(word)) {
            takeOne(
                    edit.places(piece -> piece instanceof Piece.Sort || piece instanceof Piece.Direction),
                    Change.Part.ORDER,
                    "asks for no order",
                    "several orders");
        } else {
            return false;
        }
        return true;
    }

    private void takeOne(List<Integer> places, Change.Part part, String none, String several) {
        if (places.isEmpty()) {
            edit.problem("The earlier question " + none + ".");
        } else if (places.size() > 1) {
            edit.problem("The earlier question has " + several + ". Say which one.");
        }
        take(places, part);
    }

    private void take(List<Integer> places, Change.Part part) {
        edit.touches(part);
        edit.removeAll(places);
    }

    private Optional<Named> mention(int at, int end) {
        Set<ColumnName> columns = new HashSet<>();
        Set<TableName> tables = new HashSet<>();
        chart.columns(at).stream()
                .filter(column -> column.end() == end)
                .forEach(column -> column.options().forEach(option -> columns.add(option.meaning())));
        chart.tables(at).stream()
                .filter(table -> table.end() == end && !table.link())
                .forEach(table -> table.options().forEach(option -> tables.add(option.meaning())));
        return columns.isEmpty() && tables.isEmpty() ? Optional.empty() : Optional.of(new Named(columns, tables));
    }

    /** False when there is no such part, and "without" may say something new. */
    private boolean takeNamed(Named named, boolean filtersOnly, boolean groupsOnly) {
        boolean all = edit.frame().kind() == Frame.Kind.ALL;
        List<Integer> conditions = groupsOnly ? List.of() : edit.places(piece -> narrows(piece, named));
        List<Integer> groups = filtersOnly || all
                ? List.of()
                : edit.groups().stream()
                        .filter(place -> groups(edit.piece(place), named))
                        .toList();
        List<Integer> picks = filtersOnly || groupsOnly || all
                ? List.of()
                : edit.places(piece -> piece instanceof Piece.Pick pick && targets(pick.target(), named));
        picks = picks.stream().filter(place -> !groups.contains(place)).toList();
        int kinds = (conditions.isEmpty() ? 0 : 1) + groups.size() + picks.size();
        if (kinds == 0 && !filtersOnly && !groupsOnly && isNew()) {
            return false;
        }
        if (kinds == 0) {
            edit.problem("The earlier question has nothing of the kind to take back.");
        } else if (kinds > 1 || !sameThing(conditions)) {
            edit.problem("Several parts of the earlier question are about that. Say which one to take back.");
        }
        take(conditions, Change.Part.CONDITION);
        if (!groups.isEmpty()) {
            edit.touches(Change.Part.SHOWN, Change.Part.ORDER);
            edit.touches(Change.Part.GROUPING);
            groups.forEach(place -> ungroup(place, named));
        }
        if (!picks.isEmpty()) {
            take(picks, Change.Part.SHOWN);
        }
        return true;
    }

    /** Whether the words can mean something that is not there: "without orders", not "drop the orders". */
    private boolean isNew() {
        int at = chart.skip(start, Set.of(","));
        return edit.frame().kind() == Frame.Kind.EXCLUDE && chart.is(at, "without");
    }

    /** Of "by country and status", the other one stays. */
    private void ungroup(int place, Named named) {
        List<Piece.Target> others = edit.piece(place) instanceof Piece.Group group
                ? group.targets().stream()
                        .filter(target -> !targets(target, named))
                        .toList()
                : List.of();
        if (others.isEmpty()) {
            edit.remove(place);
        } else {
            Piece.Group group = (Piece.Group) edit.piece(place);
            edit.replace(place, new Piece.Group(group.span(), others, group.manner()));
        }
    }

    /** Whether the conditions are one, or the parts of one name. */
    private boolean sameThing(List<Integer> conditions) {
        return conditions.size() < 2
                || conditions.stream()
                        .map(edit::piece)
                        .allMatch(piece -> piece instanceof Piece.HasValue value
                                && edit.column(value)
                                        .filter(column -> edit.knowledge()
                                                        .label(column.table())
                                                        .size()
                                                == conditions.size())
                                        .filter(column -> edit.knowledge()
                                                .label(column.table())
                                                .contains(column.column()))
                                        .isPresent());
    }

    private boolean narrows(Piece piece, Named named) {
        Predicate<ColumnName> is =
                column -> named.columns().contains(column) || named.tables().contains(column.table());
        return switch (piece) {
            case Piece.HasValue value -> edit.column(value).filter(is).isPresent();
            case Piece.HasText text -> edit.column(text.column()).filter(is).isPresent();
            case Piece.Missing missing ->
                edit.column(missing.column()).filter(is).isPresent();
            case Piece.Flag flag -> flag.flag().columns().stream().anyMatch(named.columns()::contains);
            case Piece.Compare compare ->
                compare.target()
                        .flatMap(edit::column)
                        .filter(named.columns()::contains)
                        .isPresent();
            case Piece.CompareCount count ->
                named.tables().contains(count.table().best());
            default -> false;
        };
    }

    private boolean groups(Piece piece, Named named) {
        return switch (piece) {
            case Piece.Group group -> group.targets().stream().anyMatch(target -> targets(target, named));
            case Piece.Entity entity -> named.tables().contains(entity.table().best());
            case Piece.Pick pick -> targets(pick.target(), named);
            default -> false;
        };
    }

    private boolean targets(Piece.Target target, Named named) {
        return switch (target) {
            case Piece.Target.OfColumn(Mention.OfColumn column) ->
                edit.column(column).filter(named.columns()::contains).isPresent();
            case Piece.Target.OfTable(Mention.OfTable table) -> named.tables().contains(table.best());
            default -> false;
        };
    }
}
