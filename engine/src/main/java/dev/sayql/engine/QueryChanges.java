package dev.sayql.engine;

import dev.sayql.core.generation.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The differences between two queries, found in their representation alone. */
final class QueryChanges {
    private static final int MOST_NAMED = 4;

    private final Query before;
    private final Query after;
    private final List<Change> changes = new ArrayList<>();

    private QueryChanges(Query before, Query after) {
        this.before = before;
        this.after = after;
    }

    static List<Change> between(Query before, Query after) {
        return new QueryChanges(before, after).find();
    }

    /**
     * Whether every difference is one that the edit was to make. A metric that is computed from other rows, because the
     * groups or conditions ask for it, is the same metric.
     */
    static boolean isWithin(Set<Change.Part> parts, Query before, Query after, List<Change> changes) {
        boolean sameNames = names(before).equals(names(after));
        boolean otherForm =
                parts.contains(Change.Part.GROUPING) || (sameNames && parts.contains(Change.Part.CONDITION));
        return changes.stream()
                .allMatch(change -> parts.contains(change.part())
                        || (otherForm
                                && (change.part() == Change.Part.SHOWN
                                        || change.part() == Change.Part.ORDER
                                        || change.part() == Change.Part.ROWS)));
    }

    private static List<String> names(Query query) {
        return query.outputs().stream().map(Query.Output::name).toList();
    }

    private List<Change> find() {
        compare(
                Change.Part.ROWS,
                List.of(Restatement.name(before.subject())),
                List.of(Restatement.name(after.subject())));
        compare(Change.Part.SHOWN, shown(before), shown(after));
        conditions();
        compare(Change.Part.GROUPING, grouped(before), grouped(after));
        if (!isUsual(before) || !isUsual(after)) {
            compare(Change.Part.ORDER, order(before), order(after));
        }
        compare(Change.Part.LIMIT, limit(before.limit()), limit(after.limit()));
        compare(Change.Part.DUPLICATES, duplicates(before), duplicates(after));
        return List.copyOf(changes);
    }

    /** All that is gone on one side, all that is new on the other. */
    private void compare(Change.Part part, List<String> old, List<String> now) {
        List<String> gone = old.stream().filter(one -> !now.contains(one)).toList();
        List<String> added = now.stream().filter(one -> !old.contains(one)).toList();
        add(part, joined(gone), joined(added));
    }

    private void add(Change.Part part, Optional<String> gone, Optional<String> added) {
        if (gone.isPresent() || added.isPresent()) {
            changes.add(new Change(part, gone, added));
        }
    }

    private static Optional<String> joined(List<String> words) {
        String first = words.stream().limit(MOST_NAMED).collect(Collectors.joining(" and "));
        int more = words.size() - MOST_NAMED;
        return words.isEmpty() ? Optional.empty() : Optional.of(more > 0 ? first + " and " + more + " more" : first);
    }

    /** Conditions one by one; where one about a thing went and one about the same came, it was replaced. */
    private void conditions() {
        List<String> old = conditions(before);
        List<String> now = conditions(after);
        List<String> gone = new ArrayList<>(old);
        now.forEach(gone::remove);
        List<String> added = new ArrayList<>(now);
        old.forEach(added::remove);
        for (String one : List.copyOf(added)) {
            Optional<String> same = gone.stream()
                    .filter(other -> about(other).equals(about(one)))
                    .findFirst();
            if (same.isPresent()) {
                gone.remove(same.get());
                added.remove(one);
                add(Change.Part.CONDITION, same, Optional.of(one));
            }
        }
        gone.forEach(one -> add(Change.Part.CONDITION, Optional.of(one), Optional.empty()));
        added.forEach(one -> add(Change.Part.CONDITION, Optional.empty(), Optional.of(one)));
    }

    /** The words before what is said of it: "status of orders". */
    private static String about(String condition) {
        return condition.split(" (is|does|are) ", 2)[0];
    }

    private static List<String> conditions(Query query) {
        List<String> words = new ArrayList<>();
        query.where().forEach(condition -> words.add(Restatement.words(condition)));
        query.having()
                .forEach(having -> words.add(Restatement.words(having.fold()) + " "
                        + having.operator().words() + " " + having.number().toPlainString()));
        return words;
    }

    private static List<String> shown(Query query) {
        return query.outputs().stream()
                .map(Query.Output::expression)
                .filter(expression -> !query.groups().contains(expression))
                .map(Restatement::words)
                .toList();
    }

    private static List<String> grouped(Query query) {
        List<String> shown = query.outputs().stream()
                .map(Query.Output::expression)
                .filter(query.groups()::contains)
                .map(Restatement::words)
                .toList();
        return shown.isEmpty() ? query.groups().stream().map(Restatement::words).toList() : shown;
    }

    /** Whether nobody asked for the order: groups come by their number, times one after the other. */
    private static boolean isUsual(Query query) {
        if (query.limit().isPresent() || query.order().size() > 1) {
            return false;
        }
        return query.order().isEmpty()
                || query.order().stream()
                        .allMatch(key -> key.expression() instanceof Expression.Bucket
                                ? !key.descending()
                                : key.expression().isFolded() && key.descending());
    }

    private static List<String> order(Query query) {
        return query.order().stream()
                .map(key -> Restatement.words(key.expression())
                        + (key.descending() ? " (highest first)" : " (lowest first)"))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), text -> text.isEmpty() ? List.of() : List.of(text)));
    }

    private static List<String> limit(OptionalInt limit) {
        return limit.isPresent() ? List.of("only the first " + limit.getAsInt()) : List.of();
    }

    private static List<String> duplicates(Query query) {
        return query.distinct() ? List.of("equal rows shown once") : List.of();
    }
}
