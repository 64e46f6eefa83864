package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.TableName;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether what narrows an answer is said of the rows that the question says it of: "club presidents on a scholarship" is no
 * word about the members. For one assembly by one thread.
 */
final class SaidOfWhom extends SecondLook {
    private static final Set<String> LIVING =
            Set.of("live", "lives", "living", "lived", "reside", "resides", "residing");
    private static final Set<String> HOMES = Set.of(
            "address",
            "addresses",
            "city",
            "cities",
            "town",
            "towns",
            "location",
            "locations",
            "country",
            "countries",
            "region",
            "regions",
            "district",
            "districts",
            "county",
            "counties",
            "province",
            "provinces",
            "state",
            "states",
            "village",
            "villages",
            "area",
            "areas",
            "household",
            "households",
            "place",
            "places",
            "zip",
            "postcode");

    SaidOfWhom(Workpiece work) {
        super(work);
    }

    @Override
    void look(Expression.Range subject, List<Condition> where) {
        withoutOne(subject);
        withoutByWhichKey(subject);
        ofWhoIsShown(where);
        overTheHub(where);
        homes(subject);
        used(subject);
        kindsOfLinks();
        missingBesideMeasure();
        flaggedFirst(subject);
        valueBeforeThing();
        valueBeforeCount();
        keyAtPlace();
        keysOfOthers(subject);
        donePrinted(subject);
    }

    /** "pages printed" are not those of papers with a subscription to print. */
    private void donePrinted(Expression.Range subject) {
        boolean far = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.HasValue value
                        && value.column().isEmpty()
                        && value.values().getFirst().hits().stream()
                                .anyMatch(hit -> isDoneOf(
                                        hit.value(),
                                        chart.token(value.span().end() - 1).word()))
                        && value.values().getFirst().hits().stream()
                                .noneMatch(hit -> knowledge
                                        .keys()
                                        .reachedToOne(subject.table())
                                        .contains(hit.column().table())));
        if (far) {
            doubts.problem("what was done, and not what something is");
        }
    }

    private static boolean isDoneOf(String value, String word) {
        // A code of a letter or two is no verb.
        return value.length() > 2
                && word.endsWith("ed")
                && word.length() > value.length()
                && word.startsWith(value.toLowerCase(Locale.ROOT));
    }

    /** "closed accounts that still ordered": the accounts, and not the orders. */
    private void flaggedFirst(Expression.Range subject) {
        boolean others = !draft.showsFolds()
                && work.said().findFirst().orElse(null) instanceof Piece.Flag flag
                && chart.is(flag.span().end(), "that", "who", "which")
                && flag.flag().columns().stream()
                        .noneMatch(column -> column.table().equals(subject.table()));
        if (others) {
            doubts.problem("said of others than those asked for");
        }
    }

    /** "an exotic animal": a word before a thing tells which of these, and not which vets. */
    private void valueBeforeThing() {
        for (int index = 0; index + 1 < pieces.size(); index++) {
            Set<TableName> tables = switch (pieces.get(index)) {
                case Piece.HasValue value
                when value.column().isEmpty() && chart.is(value.span().start() - 1, "a", "an", "with", "have", "has") ->
                    value.values().getFirst().hits().stream()
                            .map(hit -> hit.column().table())
                            .collect(Collectors.toSet());
                // "open repairs", where complaints are open.
                case Piece.Missing state
                when !state.negated()
                        && state.column().options().size() == 1
                        && state.span().start() == 0 ->
                    Set.of(state.column().options().getFirst().meaning().table());
                default -> Set.of();
            };
            boolean other = !tables.isEmpty()
                    && pieces.get(index + 1) instanceof Piece.Entity entity
                    && !entity.table().link()
                    && pieces.get(index).span().end() == entity.span().start()
                    && Collections.disjoint(
                            tables, knowledge.keys().reachedToOne(entity.table().best()))
                    && !tables.contains(entity.table().best());
            if (other) {
                doubts.problem("a word for something else than the thing behind it");
            }
        }
    }

    /** "sold more than one property": as many as were sold. */
    private void valueBeforeCount() {
        for (int index = 0; index + 1 < pieces.size(); index++) {
            boolean narrows = pieces.get(index) instanceof Piece.HasValue value
                    && pieces.get(index + 1) instanceof Piece.CompareCount count
                    && value.span().end() == count.span().start()
                    && Stem.isPast(chart.token(value.span().end() - 1).word())
                    && value.values().getFirst().hits().stream()
                            .anyMatch(hit ->
                                    hit.column().table().equals(count.table().best()));
            if (narrows) {
                doubts.problem("narrows what is counted");
            }
        }
    }

    /** "arriving in Milan": where they arrive, and not where somebody is who sent them. */
    private void keyAtPlace() {
        for (int index = 0; index + 1 < pieces.size(); index++) {
            int next = work.nextSaid(index);
            boolean elsewhere = pieces.get(index)
                            instanceof Piece.Pick(var span, Piece.Target.OfColumn(var column), var _, var _)
                    && chart.is(span.end(), "in", "at", "to", "from")
                    && next < pieces.size()
                    && pieces.get(next) instanceof Piece.HasValue
                    && chart.pointedTo(column.options().getFirst().meaning()).isPresent();
            if (elsewhere) {
                doubts.problem("the place of what the key points to");
            }
        }
    }

    /** "bookings per site" are not those per home site of who booked, where a site is a thing of its own. */
    private void keysOfOthers(Expression.Range subject) {
        boolean others = pieces.stream()
                .filter(Piece.Group.class::isInstance)
                .flatMap(piece -> ((Piece.Group) piece).targets().stream())
                .flatMap(target -> MeasuredOf.column(target).stream())
                .anyMatch(column -> column.end() == column.start() + 1
                        && column.score() < 0.95
                        && !column.options().getFirst().meaning().table().equals(subject.table())
                        && chart.pointedTo(column.options().getFirst().meaning())
                                .filter(table -> chart.tables(column.start()).stream()
                                        .anyMatch(named -> named.end() == column.end()
                                                && named.score() > 0.9
                                                && named.best().equals(table)))
                                .isPresent());
        if (others) {
            doubts.problem("a key of something else");
        }
    }

    /** "unpaid premiums": what is unpaid are these, and not something else without payments. */
    private void missingBesideMeasure() {
        for (int index = 0; index + 1 < pieces.size(); index++) {
            Piece next = pieces.get(index + 1);
            Optional<Mention.OfColumn> measure = switch (next) {
                case Piece.Folds folds -> MeasuredOf.column(folds.target());
                case Piece.Pick pick -> MeasuredOf.column(pick.target());
                default -> Optional.empty();
            };
            List<TableName> lacking = switch (pieces.get(index)) {
                case Piece.Missing missing ->
                    missing.column().options().stream()
                            .map(option -> option.meaning().table())
                            .toList();
                case Piece.Flag flag ->
                    flag.flag().columns().stream().map(ColumnName::table).toList();
                default -> List.of();
            };
            boolean other = !lacking.isEmpty()
                    && pieces.get(index).span().end() == next.span().start()
                    && measure.filter(column -> column.options().stream()
                                    .noneMatch(option ->
                                            lacking.contains(option.meaning().table())))
                            .isPresent();
            if (other) {
                doubts.problem("missing of something else");
            }
        }
    }

    /** "children without an emergency contact" have none, and not one that is none. */
    private void withoutOne(Expression.Range subject) {
        Set<TableName> near = knowledge.keys().reachedToOne(subject.table());
        boolean lacking = pieces.stream()
                .anyMatch(piece -> piece instanceof Piece.Flag flag
                        && chart.is(flag.span().start(), "without", "no", "with", "have", "has", "never", "lacking")
                        && !flag.flag().value() == !flag.negated()
                        && flag.flag().columns().stream().noneMatch(column -> near.contains(column.table())));
        if (lacking) {
            doubts.problem("none of them, or one that is not");
        }
    }

    /** "depots without parcels": without any that are sent from there, or sent there? */
    private void withoutByWhichKey(Expression.Range subject) {
        boolean two = pieces.stream()
                .filter(Piece.Without.class::isInstance)
                .map(piece -> ((Piece.Without) piece).table().best())
                .filter(table -> !table.equals(subject.table()))
                .anyMatch(table -> knowledge
                        .keys()
                        .path(subject.table(), table)
                        .filter(path -> knowledge.keys().alternatives(path) > 0
                                || knowledge.keys().hasOtherWayDown(path))
                        .isPresent());
        if (two) {
            doubts.problem("without any by one key, or by the other");
        }
    }

    /** "club presidents who are on a scholarship": where the presidents are shown, they are. */
    private void ofWhoIsShown(List<Condition> where) {
        boolean others = !draft.outputs.isEmpty()
                && draft.groups.isEmpty()
                && draft.outputs.stream()
                        .allMatch(output -> output.expression() instanceof Expression.Column column
                                && column.range().through().isPresent());
        boolean far = who()
                && where.stream()
                        .anyMatch(condition -> condition instanceof Condition.Exists exists
                                && exists.path().isToMany());
        if ((others && far) || toldMoreOf()) {
            doubts.problem("said of those who are shown");
        }
    }

    /** Up to what they share and down again by more than a step: a loan's branch has accounts, and these have groceries. */
    private void overTheHub(List<Condition> where) {
        for (Condition condition : where) {
            if (condition instanceof Condition.Exists(Path path, var conditions, boolean negated)
                    && !negated
                    && !conditions.isEmpty()
                    && isOverHub(path)) {
                doubts.problem("rows that have only what they point to in common");
            }
        }
    }

    private boolean isOverHub(Path path) {
        List<Path.Step> steps = path.steps();
        int up = 0;
        while (up < steps.size() && !steps.get(up).toMany()) {
            up++;
        }
        // Down, up and down again: a centre's visitors have complaints.
        int turns = 0;
        for (int step = 1; step < steps.size(); step++) {
            turns += steps.get(step).toMany() && !steps.get(step - 1).toMany() ? 1 : 0;
        }
        List<TableName> between = steps.stream()
                .limit(steps.size() - 1L)
                .map(step -> step.to().table())
                .toList();
        boolean again =
                steps.getFirst().toMany() && turns > 0 && !roles.mentioned().containsAll(between);
        boolean shared = up > 1 && steps.size() > up && between.stream().noneMatch(roles.mentioned()::contains);
        return again || shared;
    }

    /** "members who live in the docklands" do not live where their library is. */
    private void homes(Expression.Range subject) {
        for (int index = 0; index < pieces.size(); index++) {
            if (!(pieces.get(index) instanceof Piece.HasValue value)) {
                continue;
            }
            int start = value.span().start();
            boolean living = IntStream.rangeClosed(Math.max(0, start - 3), start)
                    .anyMatch(at ->
                            at < chart.size() && LIVING.contains(chart.token(at).word()));
            boolean home = value.values().getFirst().hits().stream()
                    .map(hit -> hit.column().table())
                    .anyMatch(table -> table.equals(subject.table())
                            || roles.mentioned().contains(table)
                            || NamePhrases.wordsOf(table.name(), Set.of()).stream()
                                    .anyMatch(HOMES::contains));
            if (living && !home) {
                doubts.problem("where they live, not where something of theirs is");
            }
        }
    }

    /** "members who used Riverside" did something there, and need not belong to it. */
    private void used(Expression.Range subject) {
        for (int index = 1; index < pieces.size(); index++) {
            if (!(pieces.get(index) instanceof Piece.HasValue value)
                    || !chart.is(value.span().start() - 1, "used", "uses", "using", "use")) {
                continue;
            }
            boolean belongs = value.values().getFirst().hits().stream()
                    .map(hit -> hit.column().table())
                    .filter(table -> !table.equals(subject.table()))
                    .anyMatch(table -> knowledge.isPerson(subject.table())
                            && knowledge.keys().reachedToOne(subject.table()).contains(table));
            if (belongs) {
                doubts.problem("what was done, not what somebody belongs to");
            }
        }
    }

    /** "grandparents who are emergency contacts": what a row between two things says is said of one of them. */
    private void kindsOfLinks() {
        Optional<Piece> first = work.said().findFirst();
        boolean named = roles.head()
                .filter(head -> !chart.is(head.span().start(), "who"))
                .isPresent();
        if (named
                || draft.showsFolds()
                || !(first.orElse(null) instanceof Piece.HasValue value)
                || value.column().isPresent()) {
            return;
        }
        TableName table = value.values().getFirst().hits().getFirst().column().table();
        List<Keys.Edge> up = knowledge.keys().from(table).stream()
                .filter(edge -> !edge.toMany() && !knowledge.label(edge.to()).isEmpty())
                .toList();
        boolean between = knowledge.label(table).isEmpty() && up.size() > 1 && who();
        if (between) {
            doubts.problem("of which of the two it is said");
        }
    }

    /** "club presidents who …": a key stands for them, and what is said of them would be said of clubs. */
    private boolean toldMoreOf() {
        return IntStream.range(0, pieces.size())
                .anyMatch(index -> pieces.get(index)
                                instanceof Piece.Pick(var span, Piece.Target.OfColumn(var column), var _, var _)
                        && chart.pointsToPerson(column.options().getFirst().meaning())
                        && chart.is(span.end(), "who", "whose")
                        && work.nextSaid(index) < pieces.size());
    }

    private boolean who() {
        return IntStream.range(1, chart.size()).anyMatch(at -> chart.is(at, "who", "whose"));
    }
}
