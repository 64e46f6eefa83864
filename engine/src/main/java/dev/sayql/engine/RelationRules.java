package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What is or is not there: "without orders", "never reviewed", "with a phone", "subcategories of Electronics". */
final class RelationRules {
    // spotless:off
    private static final String[] IS_MISSING = {
        "is null", "is missing", "is empty", "is unknown", "is not known", "are missing", "is not given", "is not set"
    };
    // spotless:on
    // spotless:off
    private static final String[] HAVING_ONE = {
        "with a", "with an", "who have a", "that have a", "have a", "has a", "having a", "who have an", "that have an"
    };
    // spotless:on
    private static final Set<String> LEAD = Set.of(
            "that", "who", "which", "have", "has", "had", "did", "do", "does", "were", "was", "are", "is", "been",
            "having");
    private static final Set<String> AFTER_NOT = Set.of(
            "been",
            "yet",
            "ever",
            "have",
            "has",
            "had",
            "placed",
            "made",
            "left",
            "written",
            "received",
            "got",
            "any",
            "a",
            "an",
            "single",
            "place",
            "make",
            "leave",
            "write",
            "receive",
            "get",
            "the",
            "one",
            "belong",
            "to",
            "by",
            "in",
            "appear",
            "used",
            "registered",
            "associated",
            "with",
            "given",
            "give",
            "at",
            "all",
            "assigned",
            "taken",
            "take",
            "contain",
            "include",
            "own",
            "for",
            "hold");

    private RelationRules() {}

    static void without(Chart chart, int at, Consumer<Piece> pieces) {
        int direct = chart.after(
                at,
                "without any",
                "without a",
                "without an",
                "without",
                "with no",
                "who have no",
                "that have no",
                "which have no",
                "have no",
                "has no",
                "had no",
                "having no",
                "with zero",
                "have zero",
                "lacking",
                "who has no",
                "that has no",
                "no");
        if (direct > 0) {
            addMissing(chart, at, afterNot(chart, direct), 1.04, pieces);
        }
        int lead = chart.skip(at, LEAD);
        int not = chart.after(lead, "never", "not", "not yet");
        if (not > 0) {
            addMissing(chart, at, afterNot(chart, not), 1.03, pieces);
        }
        int nobody = chart.after(at, "nobody has", "no one has", "nobody ever", "no one ever", "nobody", "no one");
        if (nobody > 0) {
            addMissing(chart, at, afterNot(chart, nobody), 1.04, pieces);
        }
        present(chart, at, pieces);
    }

    private static int afterNot(Chart chart, int at) {
        int next = at;
        while (next < chart.size()
                && !chart.token(next).quoted()
                && chart.tables(next).isEmpty()
                && chart.events(next).isEmpty()
                && (AFTER_NOT.contains(chart.token(next).word())
                        || English.LINKING_STEMS.contains(chart.token(next).stem()))) {
            next++;
        }
        return next;
    }

    private static void addMissing(Chart chart, int start, int noun, double strength, Consumer<Piece> pieces) {
        for (Mention.OfTable table : chart.tables(noun)) {
            int end = chart.is(table.end(), "yet", "ever") ? table.end() + 1 : table.end();
            pieces.accept(new Piece.Without(Rule.span(start, end, strength * table.score()), table, List.of()));
        }
        for (Mention.OfTable table : chart.trees(noun)) {
            pieces.accept(new Piece.HasChildren(Rule.span(start, table.end(), 1.05), table, true));
        }
        for (Mention.OfValue value : chart.values(noun)) {
            for (Mention.OfTable table : chart.tables(value.end())) {
                pieces.accept(new Piece.Without(
                        Rule.span(start, table.end(), strength * table.score()), table, List.of(value)));
            }
        }
        for (Found<Mention.OfColumn> column : Targets.columns(chart, noun)) {
            pieces.accept(new Piece.Missing(
                    Rule.span(start, column.end(), 0.98 * strength * column.quality()), column.value(), false));
        }
        for (Mention.OfMetric metric : chart.metrics(noun)) {
            List<Mention.Option<TableName>> tables = metric.metric().forms().stream()
                    .map(form -> new Mention.Option<>(form.table(), 0.9))
                    .toList();
            pieces.accept(new Piece.Without(
                    Rule.span(start, metric.end(), strength),
                    new Mention.OfTable(metric.start(), metric.end(), tables, true),
                    List.of()));
        }
    }

    /** "with a phone number", "phone is null", "missing phone". */
    private static void present(Chart chart, int at, Consumer<Piece> pieces) {
        int has = chart.after(at, HAVING_ONE);
        if (has > 0) {
            for (Found<Mention.OfColumn> column : Targets.columns(chart, has)) {
                pieces.accept(
                        new Piece.Missing(Rule.span(at, column.end(), 0.9 * column.quality()), column.value(), true));
            }
        }
        int plural = chart.after(at, "that have", "who have", "which have", "having");
        if (plural > 0) {
            for (Found<Mention.OfColumn> column : Targets.columns(chart, plural)) {
                pieces.accept(
                        new Piece.Missing(Rule.span(at, column.end(), 0.95 * column.quality()), column.value(), true));
            }
        }
        stated(chart, at, pieces);
        int missing = chart.after(at, "missing", "lacking", "missing a", "missing the", "lacking a");
        if (missing > 0) {
            for (Found<Mention.OfColumn> column : Targets.columns(chart, missing)) {
                pieces.accept(new Piece.Missing(Rule.span(at, column.end(), 1.02), column.value(), false));
            }
        }
    }

    /** "whose phone is missing", "email is given": the column, then whether it is filled. */
    private static void stated(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(at, Set.of("with", "whose", "where", "the", "a", "have", "has"));
        for (Found<Mention.OfColumn> column : Targets.columns(chart, lead)) {
            int empty = chart.after(column.end(), IS_MISSING);
            if (empty > 0) {
                pieces.accept(new Piece.Missing(Rule.span(at, empty, 1.04), column.value(), false));
            }
            int there = chart.after(
                    column.end(), "is not null", "is known", "is not empty", "is not missing", "is given", "is set");
            if (there > 0) {
                pieces.accept(new Piece.Missing(Rule.span(at, there, 1.05), column.value(), true));
            }
        }
    }

    private static final Set<String> KIN_JOINTS = Set.of(
            "of",
            "under",
            "in",
            "within",
            "for",
            "the",
            "belonging",
            "to",
            "does",
            "do",
            "have",
            "has",
            "is",
            "are",
            "category");

    /** A tree within one table: "subcategories of Electronics", "the parent category of Laptops", "manager of Jane Smith". */
    static void kin(Chart chart, int at, Consumer<Piece> pieces) {
        int lead = chart.skip(at, Set.of("the", "all"));
        int child = chart.after(lead, "sub", "child", "children", "direct reports", "subordinates");
        int top = chart.after(lead, "top level", "root", "main", "top");
        int parent = chart.after(lead, "parent");
        chart.trees(lead).forEach(table -> addKin(chart, at, table, table.end(), true, pieces));
        if (child > 0) {
            chart.tables(child).forEach(table -> addKin(chart, at, table, table.end(), true, pieces));
        }
        if (parent > 0) {
            chart.tables(parent).forEach(table -> addKin(chart, at, table, table.end(), false, pieces));
        }
        chart.roles(lead).forEach(role -> addKin(chart, at, role, role.end(), false, pieces));
        if (top > 0) {
            for (Mention.OfTable table : chart.tables(top)) {
                if (chart.hasTree(table.best())) {
                    pieces.accept(new Piece.Kin(Rule.span(at, table.end(), 0.99), table, List.of(), false));
                }
            }
        }
        int has = chart.after(at, "that have", "which have", "with", "have", "having", "that has");
        if (has > 0) {
            chart.trees(chart.skip(has, Set.of("any", "a", "at", "least", "one")))
                    .forEach(table ->
                            pieces.accept(new Piece.HasChildren(Rule.span(at, table.end(), 1.04), table, false)));
        }
        chart.tables(at).forEach(table -> addMembers(chart, at, table, pieces));
        reports(chart, at, pieces);
        whoseRole(chart, at, pieces);
        for (Mention.OfValue value : chart.values(at)) {
            int kind = chart.after(value.end(), "sub", "child");
            List<Mention.OfTable> below = kind > 0 ? chart.tables(kind) : chart.trees(value.end());
            for (Mention.OfTable table : below) {
                pieces.accept(new Piece.Kin(Rule.span(at, table.end(), 1.05), table, List.of(value), true));
            }
        }
    }

    /** "categories that belong to Clothing": the children of a row of the same table. */
    private static void addMembers(Chart chart, int at, Mention.OfTable table, Consumer<Piece> pieces) {
        int below = chart.after(
                table.end(),
                "belong to",
                "that belong to",
                "belonging to",
                "under",
                "within",
                "are under",
                "are in",
                "are part of",
                "in",
                "inside");
        if (below > 0 && chart.hasTree(table.best())) {
            List<Mention.OfValue> named = named(chart, chart.skip(below, Set.of("the")), table);
            if (!named.isEmpty()) {
                pieces.accept(new Piece.Kin(Rule.span(at, named.getLast().end(), 1.06), table, named, true));
            }
        }
    }

    /** "reports to Jane Smith", "Jane Smith's manager". */
    private static void reports(Chart chart, int at, Consumer<Piece> pieces) {
        int to = chart.after(
                at,
                "reports to",
                "report to",
                "reporting to",
                "managed by",
                "supervised by",
                "works under",
                "work under");
        for (TableName table : chart.trees()) {
            Mention.OfTable tree = new Mention.OfTable(at, at + 1, List.of(new Mention.Option<>(table, 1)), false);
            List<Mention.OfValue> below = to > 0 ? named(chart, to, tree) : List.of();
            if (!below.isEmpty()) {
                pieces.accept(new Piece.Kin(Rule.span(at, below.getLast().end(), 1.05), tree, below, true));
            }
            List<Mention.OfValue> owner = named(chart, at, tree);
            if (!owner.isEmpty()) {
                chart.roles(owner.getLast().end()).stream()
                        .filter(role -> role.best().equals(table))
                        .forEach(role ->
                                pieces.accept(new Piece.Kin(Rule.span(at, role.end(), 1.06), role, owner, false)));
            }
        }
    }

    /** "whose manager is Jane Smith", "managed by Jane Smith". */
    private static void whoseRole(Chart chart, int at, Consumer<Piece> pieces) {
        int whose = chart.after(at, "whose", "with the", "with");
        if (whose > 0) {
            for (Mention.OfTable role : chart.roles(whose)) {
                List<Mention.OfValue> named =
                        named(chart, chart.skip(role.end(), Set.of("is", "was", "named", "called")), role);
                if (!named.isEmpty()) {
                    pieces.accept(new Piece.Kin(Rule.span(at, named.getLast().end(), 1.06), role, named, true));
                }
            }
        }
    }

    private static void addKin(
            Chart chart, int start, Mention.OfTable table, int end, boolean children, Consumer<Piece> pieces) {
        int of = chart.skip(end, KIN_JOINTS);
        List<Mention.OfValue> named = named(chart, of, table);
        if (of > end && !named.isEmpty()) {
            pieces.accept(new Piece.Kin(Rule.span(start, named.getLast().end(), 1.05), table, named, children));
        }
        if (children) {
            pieces.accept(new Piece.Kin(Rule.span(start, end, 0.99), table, List.of(), true));
        }
    }

    /** One value, or a first and a last name, that stand in the table. */
    private static List<Mention.OfValue> named(Chart chart, int at, Mention.OfTable table) {
        Optional<Mention.OfValue> first = valueOf(chart, at, table);
        if (first.isEmpty()) {
            return List.of();
        }
        Optional<Mention.OfValue> second = valueOf(chart, first.get().end(), table);
        return second.map(last -> List.of(first.get(), last)).orElse(List.of(first.get()));
    }

    private static Optional<Mention.OfValue> valueOf(Chart chart, int at, Mention.OfTable table) {
        return chart.values(at).stream()
                .filter(value -> value.hits().stream()
                        .anyMatch(hit -> hit.column().table().equals(table.best())))
                .findFirst();
    }

    /** "paid invoices", "not yet shipped": whether the date is there. */
    static void events(Chart chart, int at, Consumer<Piece> pieces) {
        int not = chart.after(at, "not yet", "not been", "not", "never been", "never");
        int noun = chart.skip(
                not > 0 ? not : at, Set.of("been", "yet", "that", "are", "were", "is", "was", "have", "which", "has"));
        for (Mention.OfColumn verb : chart.columns(noun)) {
            boolean participle = verb.end() == noun + 1
                    && chart.token(noun).word().endsWith("ed")
                    && chart.column(verb.options().getFirst().meaning())
                            .filter(found -> found.dataType().isDate())
                            .isPresent();
            if (chart.isVerb(verb) || participle) {
                Mention.OfEvent event = new Mention.OfEvent(
                        noun, verb.end(), verb.options().getFirst().meaning(), true);
                addEvent(chart, at, event, not > 0, pieces);
            }
        }
        for (Mention.OfEvent event : chart.events(noun)) {
            addEvent(chart, at, event, not > 0, pieces);
        }
    }

    private static void addEvent(Chart chart, int at, Mention.OfEvent event, boolean negated, Consumer<Piece> pieces) {
        boolean nullable = chart.column(event.column()).filter(Column::nullable).isPresent();
        boolean happened = event.happened() != negated;
        if (nullable || !happened) {
            Mention.OfColumn column =
                    new Mention.OfColumn(event.start(), event.end(), List.of(new Mention.Option<>(event.column(), 1)));
            pieces.accept(new Piece.Missing(Rule.span(at, event.end(), 1), column, happened));
        } else {
            pieces.accept(new Piece.Filler(new Piece.Span(at, event.end(), 0.55 * (event.end() - at)), false));
        }
    }
}
