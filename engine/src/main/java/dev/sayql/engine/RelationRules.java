package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.Values;
import dev.sayql.sql.TableName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What is or is not there: "without orders", "never reviewed", "with a phone", "subcategories of Electronics". */
final class RelationRules {
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
            "needed",
            "required",
            "need",
            "give",
            "at",
            "all",
            "assigned",
            "taken",
            "take",
            "out",
            "us",
            "me",
            "them",
            "our",
            "gave",
            "contain",
            "include",
            "own",
            "for",
            "hold");

    // spotless:off
    private static final String[] NOBODY = {
        "nobody has", "no one has", "nobody ever", "no one ever", "nobody is", "nobody was", "no one is", "no one was",
        "nobody", "no one"
    };
    // spotless:on

    // spotless:off
    private static final String[] NONE = {
        "without any", "without a", "without an", "without", "with no", "who have no", "that have no", "which have no", "have no",
        "has no", "had no", "having no", "with zero", "have zero", "lacking", "who has no", "that has no", "no"
    };
    // spotless:on

    private RelationRules() {}

    static void without(Chart chart, int at, Consumer<Piece> pieces) {
        int direct = chart.after(at, NONE);
        // A "no-show" is something.
        if (direct > 0 && chart.flags(at).stream().noneMatch(flag -> flag.end() > at + 1)) {
            addMissing(chart, at, afterNot(chart, direct), 1.04, pieces);
        }
        int lead = chart.skip(at, LEAD);
        neither(chart, at, lead, pieces);
        int not = chart.after(lead, "never", "not", "not yet");
        if (not > 0) {
            int next = afterNot(chart, not);
            int part = chart.after(next, "on any", "on a", "part of any", "part of a", "under any", "of any");
            addMissing(chart, at, Math.max(next, part), 1.03, pieces);
        }
        undone(chart, at, pieces);
        int nobody = chart.after(at, NOBODY);
        if (nobody > 0) {
            addMissing(chart, at, afterNot(chart, nobody), 1.04, pieces);
            addNobody(chart, at, nobody, pieces);
        }
        PresenceRules.present(chart, at, pieces);
    }

    /** "neither reviews nor orders": both are missing. */
    private static void neither(Chart chart, int at, int lead, Consumer<Piece> pieces) {
        int neither = chart.is(at, "nor") && isNeither(chart, at) ? at + 1 : chart.after(lead, "neither");
        if (neither > 0) {
            addMissing(chart, at, afterNot(chart, neither), 1.03, pieces);
        }
    }

    /** Whether "neither" stands before. */
    private static boolean isNeither(Chart chart, int at) {
        return chart.tokens().subList(0, at).stream().anyMatch(token -> token.is("neither"));
    }

    /** "departments nobody works in": without the only kind of people that there is. */
    private static void addNobody(Chart chart, int at, int nobody, Consumer<Piece> pieces) {
        int verb = nobody < chart.size()
                        // What nobody uses is pointed to by nothing, and that is read elsewhere.
                        && !chart.is(nobody, "use", "uses", "used")
                        && English.LINKING_STEMS.contains(chart.token(nobody).stem())
                ? nobody + 1
                : -1;
        int end = verb > 0 ? chart.skip(verb, Set.of("in", "at", "on", "for", "from", "to", "with")) : -1;
        List<TableName> people = chart.facts().people();
        if (end == chart.size() && people.size() == 1) {
            pieces.accept(new Piece.Without(
                    Rule.span(at, end, 1),
                    new Mention.OfTable(at, end, List.of(new Mention.Option<>(people.getFirst(), 1)), false),
                    List.of()));
        }
    }

    /** "unsold products", where "sell" leads through other rows. */
    private static void undone(Chart chart, int at, Consumer<Piece> pieces) {
        Token token = chart.token(at);
        String word = token.word();
        if (!token.quoted() && word.length() > 5 && word.startsWith("un") && !chart.isNamed(at)) {
            chart.links(Stem.of(word.substring(2)), at)
                    .ifPresent(link -> pieces.accept(new Piece.Without(Rule.span(at, at + 1, 1), link, List.of())));
        }
    }

    private static int afterNot(Chart chart, int at) {
        int next = at;
        while (next < chart.size()
                && !chart.token(next).quoted()
                && chart.tables(next).isEmpty()
                && chart.events(next).isEmpty()
                && (AFTER_NOT.contains(chart.token(next).word())
                        || English.LINKING_STEMS.contains(chart.token(next).stem())
                        || English.NEUTRAL_DEEDS.contains(chart.token(next).stem()))) {
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
        recalled(chart, noun).ifPresent(table -> addRecalled(chart, start, noun, table, strength, pieces));
        Targets.columns(chart, noun).forEach(column -> addNothing(chart, start, column, strength, pieces));
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

    /** "never complained", "nobody ever complained about noise". */
    private static void addRecalled(
            Chart chart, int start, int noun, TableName table, double strength, Consumer<Piece> pieces) {
        Mention.OfTable rows = new Mention.OfTable(noun, noun + 1, List.of(new Mention.Option<>(table, 1)), true);
        pieces.accept(new Piece.Without(Rule.span(start, noun + 1, 0.95 * strength), rows, List.of()));
        if (chart.is(noun + 1, "about", "of", "for", "with")) {
            for (Mention.OfValue value : chart.values(noun + 2)) {
                List<Values.Hit> hits = value.hits().stream()
                        .filter(hit -> hit.column().table().equals(table))
                        .toList();
                if (!hits.isEmpty()) {
                    Mention.OfValue own = new Mention.OfValue(value.start(), value.end(), hits, value.score());
                    pieces.accept(
                            new Piece.Without(Rule.span(start, value.end(), 0.95 * strength), rows, List.of(own)));
                }
            }
        }
    }

    /** What is not there: a text not given, a flag not set, an amount of nothing. */
    private static void addNothing(
            Chart chart, int start, Found<Mention.OfColumn> column, double strength, Consumer<Piece> pieces) {
        if (PickRules.isFlag(chart, column.value())) {
            pieces.accept(PresenceRules.flag(start, column, false));
            return;
        }
        boolean amount = chart.column(column.value().options().getFirst().meaning())
                        .filter(found -> found.dataType().isNumber() && !found.nullable())
                        .isPresent()
                && column.value().options().stream()
                        .noneMatch(option -> chart.column(option.meaning())
                                .filter(found -> found.dataType().isText())
                                .isPresent());
        if (amount) {
            pieces.accept(new Piece.Compare(
                    Rule.span(start, column.end(), 0.98 * strength * column.quality()),
                    Optional.of(new Piece.Target.OfColumn(column.value())),
                    Operator.EQUAL,
                    BigDecimal.ZERO,
                    Optional.empty(),
                    Piece.Unit.NONE));
            return;
        }
        pieces.accept(new Piece.Missing(
                Rule.span(start, column.end(), 0.98 * strength * column.quality()), column.value(), false));
    }

    /** "never been absent" beside a table of absences. */
    private static Optional<TableName> recalled(Chart chart, int noun) {
        boolean plain = noun < chart.size()
                && chart.tables(noun).isEmpty()
                && chart.columns(noun).isEmpty()
                && chart.events(noun).isEmpty();
        if (plain && Stem.isPast(chart.token(noun).word())) {
            Optional<TableName> done = chart.facts().doneIn(chart.token(noun).stem());
            if (done.isPresent()) {
                return done;
            }
        }
        return plain
                ? chart.echo(chart.token(noun))
                        .filter(echo -> echo.tables().size() == 1
                                && echo.columns().stream()
                                        .allMatch(column -> echo.tables().contains(column.table())))
                        .map(echo -> echo.tables().iterator().next())
                        // "People who sell through us": nobody lacks people by not having sold.
                        .filter(table -> !chart.isPerson(table)
                                || !Stem.isPast(chart.token(noun).word()))
                : Optional.empty();
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
        if (EventsOfOthers.isOfAnother(chart, at, event)) {
            return;
        }
        boolean nullable = chart.column(event.column()).filter(Column::nullable).isPresent();
        boolean happened = event.happened() != negated;
        if (nullable) {
            Mention.OfColumn column =
                    new Mention.OfColumn(event.start(), event.end(), List.of(new Mention.Option<>(event.column(), 1)));
            pieces.accept(new Piece.Missing(Rule.span(at, event.end(), 1), column, happened));
        } else if (happened && !chart.token(event.end() - 1).word().endsWith("days")) {
            // "birthdays" are asked for; that somebody was born says nothing.
            pieces.accept(new Piece.Filler(new Piece.Span(at, event.end(), 0.55 * (event.end() - at)), false));
        }
    }
}
