package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

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

    /** What may stand between things and what they are under, and says no more. */
    private static final Set<String> JOINTS = Set.of(
            "that",
            "which",
            "are",
            "is",
            "there",
            "do",
            "we",
            "have",
            "belong",
            "belongs",
            "belonging",
            "sit",
            "fall",
            "come",
            "go",
            "live",
            "listed",
            "grouped",
            "found",
            "nested",
            "directly");

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
        chart.tables(at).forEach(table -> {
            addMembers(chart, at, table, pieces);
            had(chart, at, table, pieces);
        });
        reports(chart, at, pieces);
        recalled(chart, at, pieces);
        below(chart, at, pieces);
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
        int joint = chart.skip(table.end(), JOINTS);
        int below = chart.after(joint, "under", "below", "beneath", "within", "in", "inside", "part of", "to");
        boolean tied = !chart.is(below - 1, "to") || chart.is(below - 2, "belong", "belongs", "belonging");
        if (below > 0 && tied && chart.hasTree(table.best())) {
            List<Mention.OfValue> named = named(chart, chart.skip(below, Set.of("the")), table);
            if (!named.isEmpty()) {
                int end = named.getLast().end();
                pieces.accept(new Piece.Kin(Rule.span(at, end, 1.06), table, named, true));
                // "in the Electrical group", where the key is called so.
                chart.columns(end).stream()
                        .filter(column -> column.options().stream()
                                .anyMatch(option -> chart.isParentKey(option.meaning())
                                        && option.meaning().table().equals(table.best())))
                        .forEach(column ->
                                pieces.accept(new Piece.Kin(Rule.span(at, column.end(), 1.06), table, named, true)));
            }
        }
    }

    /** "what categories does Clothing have". */
    private static void had(Chart chart, int at, Mention.OfTable table, Consumer<Piece> pieces) {
        int does = chart.hasTree(table.best()) ? chart.after(table.end(), "does", "do") : -1;
        List<Mention.OfValue> named = does > 0 ? named(chart, chart.skip(does, Set.of("the")), table) : List.of();
        int has = named.isEmpty() ? -1 : chart.after(named.getLast().end(), "have", "contain", "include", "consist of");
        if (has > 0) {
            pieces.accept(new Piece.Kin(Rule.span(at, has, 1.06), table, named, true));
        }
    }

    // spotless:off
    private static final String[] REPORTING = {
        "reports to", "report to", "reporting to", "reports directly to", "report directly to", "reporting directly to",
        "directly reporting to", "managed by", "supervised by", "works under", "work under"
    };
    // spotless:on

    /** "reports to Jane Smith", "Jane Smith's manager". */
    private static void reports(Chart chart, int at, Consumer<Piece> pieces) {
        int to = chart.after(at, REPORTING);
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
            whoseSuperior(chart, at, tree, pieces);
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

    /** "who supervises Jane Smith", "who does Jane Smith report to". */
    private static void whoseSuperior(Chart chart, int at, Mention.OfTable tree, Consumer<Piece> pieces) {
        boolean who = at == 1 && chart.is(0, "who", "whom") && !chart.is(2, "to", "under", "with");
        for (Mention.OfTable role : who ? chart.roles(at) : List.<Mention.OfTable>of()) {
            List<Mention.OfValue> below = named(chart, role.end(), tree);
            if (!below.isEmpty() && role.best().equals(tree.best())) {
                pieces.accept(new Piece.Kin(Rule.span(at, below.getLast().end(), 1.06), tree, below, false));
            }
        }
        // "who referred Jane Smith", where a key is called referred by.
        boolean did = who
                && Stem.isPast(chart.token(at).word())
                && chart.echo(chart.token(at)).stream()
                        .flatMap(echo -> echo.columns().stream())
                        .anyMatch(key -> chart.isParentKey(key) && key.table().equals(tree.best()));
        List<Mention.OfValue> object = did ? named(chart, at + 1, tree) : List.of();
        if (!object.isEmpty()) {
            pieces.accept(new Piece.Kin(Rule.span(at, object.getLast().end(), 1.06), tree, object, false));
        }
        int does = at == 2 && chart.is(0, "who", "whom") && chart.is(1, "does", "did", "do") ? at : -1;
        List<Mention.OfValue> below = does > 0 ? named(chart, does, tree) : List.of();
        int to = below.isEmpty()
                ? -1
                : chart.after(
                        below.getLast().end(), "report to", "directly report to", "report directly to", "work under");
        if (to == chart.size()) {
            pieces.accept(new Piece.Kin(Rule.span(at, to, 1.06), tree, below, false));
        }
    }

    /** "districts belong to Midland", where rows of the tree are said to be districts. */
    private static void below(Chart chart, int at, Consumer<Piece> pieces) {
        int joint = chart.after(
                at,
                "belong to",
                "that belong to",
                "belonging to",
                "are part of",
                "are under",
                "that are part of",
                "lie in",
                "are within",
                "are there in");
        if (joint < 0 || at == 0) {
            return;
        }
        for (TableName table : chart.trees()) {
            boolean such = IntStream.range(Math.max(0, at - 3), at)
                    .anyMatch(start -> chart.values(start).stream()
                            .anyMatch(value -> value.end() == at
                                    && value.hits().stream()
                                            .allMatch(
                                                    hit -> hit.column().table().equals(table))));
            Mention.OfTable tree = new Mention.OfTable(at, at + 1, List.of(new Mention.Option<>(table, 1)), false);
            List<Mention.OfValue> above = such ? named(chart, chart.skip(joint, Set.of("the")), tree) : List.of();
            if (!above.isEmpty()) {
                pieces.accept(new Piece.Kin(Rule.span(at, above.getLast().end(), 1.05), tree, above, true));
            }
        }
    }

    /** "supplied from Hamburg", where a comment of the key says that something is supplied from there. */
    private static void recalled(Chart chart, int at, Consumer<Piece> pieces) {
        int verb = chart.skip(at, Set.of("that", "which", "who", "are", "is", "were", "was", "been"));
        int by = verb + 1 < chart.size() && chart.is(verb + 1, "off", "out", "up") ? verb + 2 : verb + 1;
        if (verb >= chart.size()
                || (!Stem.isPast(chart.token(verb).word()) && by == verb + 1)
                || !chart.is(by, "by", "from", "through", "via", "under")
                || chart.echo(chart.token(verb)).isEmpty()) {
            return;
        }
        for (TableName table : chart.trees()) {
            boolean said = chart.echo(chart.token(verb)).stream()
                    .flatMap(echo -> echo.columns().stream())
                    .anyMatch(column ->
                            chart.isParentKey(column) && column.table().equals(table));
            Mention.OfTable tree = new Mention.OfTable(at, at + 1, List.of(new Mention.Option<>(table, 1)), false);
            List<Mention.OfValue> above = said ? named(chart, chart.skip(by + 1, Set.of("the")), tree) : List.of();
            if (!above.isEmpty()) {
                pieces.accept(new Piece.Kin(Rule.span(at, above.getLast().end(), 1.06), tree, above, true));
            }
        }
    }

    /** "the members that Jane Smith referred": those she did it to. */
    private static boolean isDeed(Chart chart, Mention.OfTable role) {
        String word = chart.token(role.start()).word();
        boolean asked = chart.tokens().subList(0, role.start()).stream()
                .anyMatch(token -> token.is("does") || token.is("did") || token.is("do"));
        boolean verb = !word.endsWith("r") || word.equals("mentor") || word.equals("refer");
        return Stem.isPast(word) || (asked && verb);
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
            // "whose subsidiary is Acme": the one above it.
            for (Mention.OfTable below : chart.trees(whose)) {
                List<Mention.OfValue> named =
                        named(chart, chart.skip(below.end(), Set.of("is", "was", "are", "named", "called")), below);
                if (!named.isEmpty() && chart.is(below.end(), "is", "was", "are")) {
                    pieces.accept(new Piece.Kin(Rule.span(at, named.getLast().end(), 1.1), below, named, false));
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
                .map(value -> new Mention.OfValue(
                        value.start(),
                        value.end(),
                        value.hits().stream()
                                .filter(hit -> hit.column().table().equals(table.best()) && chart.names(hit.column()))
                                .toList(),
                        value.score()))
                .filter(value -> !value.hits().isEmpty())
                .findFirst();
    }
}
