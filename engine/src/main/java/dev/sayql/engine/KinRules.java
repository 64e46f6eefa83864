package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A tree within one table: "subcategories of Electronics", "the manager of Jane Smith", "employees without a manager". */
final class KinRules {
    private static final Set<String> KIN_JOINTS = Set.of(
            "of",
            "under",
            "in",
            "within",
            "for",
            "the",
            "belonging",
            "belong",
            "which",
            "that",
            "to",
            "does",
            "do",
            "have",
            "has",
            "is",
            "are",
            "category");

    private KinRules() {}

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
        having(chart, at, pieces);
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

    /** "with subcategories", "without a mentor", "have Databases as their prerequisite". */
    private static void having(Chart chart, int at, Consumer<Piece> pieces) {
        int has = chart.after(at, "that have", "which have", "who have", "with", "have", "having", "that has", "has");
        int without =
                chart.after(at, "without", "with no", "that have no", "who have no", "have no", "has no", "not having");
        for (int lead : new int[] {has, without}) {
            for (Mention.OfTable role : chart.roles(chart.skip(Math.max(lead, 0), Set.of("a", "any", "an", "the")))) {
                if (lead > 0) {
                    pieces.accept(new Piece.Kin(Rule.span(at, role.end(), 1.04), role, List.of(), lead == has));
                }
            }
        }
        if (has > 0) {
            chart.trees(chart.skip(has, Set.of("any", "a", "at", "least", "one")))
                    .forEach(table ->
                            pieces.accept(new Piece.HasChildren(Rule.span(at, table.end(), 1.04), table, false)));
        }
        for (TableName tree : has > 0 ? chart.trees() : List.<TableName>of()) {
            List<Mention.OfValue> named =
                    named(chart, has, new Mention.OfTable(at, has, List.of(new Mention.Option<>(tree, 1)), false));
            int as = named.isEmpty()
                    ? -1
                    : chart.after(named.getLast().end(), "as their", "as its", "as a", "as the", "as");
            if (as > 0) {
                chart.roles(as).stream()
                        .filter(role -> role.best().equals(tree))
                        .forEach(role ->
                                pieces.accept(new Piece.Kin(Rule.span(at, role.end(), 1.06), role, named, true)));
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
            for (Mention.OfTable role : chart.roles(chart.skip(at, Set.of("is", "are", "was", "were")))) {
                List<Mention.OfValue> mentor =
                        chart.is(role.end(), "by") && role.best().equals(table)
                                ? named(chart, role.end() + 1, tree)
                                : List.of();
                if (!mentor.isEmpty()) {
                    pieces.accept(new Piece.Kin(Rule.span(at, mentor.getLast().end(), 1.06), tree, mentor, true));
                }
            }
            List<Mention.OfValue> owner = named(chart, at, tree);
            if (!owner.isEmpty()) {
                int staff = chart.after(
                        owner.getLast().end(), "direct reports", "reports", "subordinates", "direct report");
                if (staff > 0) {
                    pieces.accept(new Piece.Kin(Rule.span(at, staff, 1.06), tree, owner, true));
                }
                chart.roles(owner.getLast().end()).stream()
                        .filter(role -> role.best().equals(table))
                        .forEach(role -> pieces.accept(
                                new Piece.Kin(Rule.span(at, role.end(), 1.06), role, owner, isDeed(chart, role))));
            }
        }
    }

    /** "the members that Jane Smith referred": those she did it to. */
    private static boolean isDeed(Chart chart, Mention.OfTable role) {
        String word = chart.token(role.start()).word();
        boolean asked = chart.tokens().subList(0, role.start()).stream()
                .anyMatch(token -> token.is("does") || token.is("did") || token.is("do"));
        return Stem.isPast(word) || (asked && !word.endsWith("r")) || (asked && word.equals("mentor"));
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
}
