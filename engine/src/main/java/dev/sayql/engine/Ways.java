package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ways from the rows that are asked for to others: through the things that the question mentions, through what was done to
 * them ("products ordered by customers from Spain"), and what is a guess because nobody said which way. For one use by one thread.
 */
final class Ways {
    private final List<Piece> pieces;
    private final Chart chart;
    private final Knowledge knowledge;
    private final Roles roles;
    private final Doubts doubts;

    Ways(List<Piece> pieces, Chart chart, Knowledge knowledge, Roles roles, Doubts doubts) {
        this.pieces = pieces;
        this.chart = chart;
        this.knowledge = knowledge;
        this.roles = roles;
        this.doubts = doubts;
    }

    /** The shortest way, whatever else is mentioned. */
    Optional<Path> shortest(Expression.Range subject, TableName table) {
        Optional<Path> path = knowledge.keys().path(subject.table(), table);
        path.ifPresent(found -> doubts.doubt(0.15 * knowledge.keys().alternatives(found)));
        return path;
    }

    /** The way to a table, through what the question mentions on the way when that is no great detour. */
    Optional<Path> through(Expression.Range subject, TableName table, int index) {
        Optional<Path> mentioned = nearestFirst(index).stream()
                .filter(place -> place < index || isLink(pieces.get(place)) || isHad(index, place))
                .flatMap(place -> past(subject, place, table).stream())
                .findFirst();
        Optional<Path> direct = knowledge.keys().path(subject.table(), table);
        doubts.doubt(
                mentioned.or(() -> direct).filter(way -> missesDeed(way, index)).isPresent() ? 0.65 : 0);
        if (mentioned.isPresent()) {
            return mentioned;
        }
        // "products of Jane Smith": bought or reviewed? What nobody said is a guess when there is another way.
        boolean guessed = direct.filter(Path::isToMany)
                .filter(path -> path.steps().stream()
                        .limit(path.steps().size() - 1L)
                        .noneMatch(step -> roles.mentioned().contains(step.to().table())))
                .filter(path -> knowledge
                        .keys()
                        .hasOtherWay(path, roles.mentioned().contains(table) && !asksWho() && !saysDeed() ? 0 : 1))
                .isPresent();
        doubts.doubt(guessed ? 0.65 : 0);
        return shortest(subject, table);
    }

    /** "compensation paid on a complaint" is no payment of some bill of the same customer. */
    boolean isFar(Path path) {
        return path.steps().size() > 3
                && path.steps().stream()
                        .noneMatch(step -> roles.mentioned().contains(step.to().table())
                                && !step.equals(path.steps().getLast()));
    }

    /** "members with overdue books": the books of the loans that are due. */
    boolean isWhatIsDue(Piece.Entity entity) {
        int place = pieces.indexOf(entity);
        return place > 0
                && pieces.get(place - 1) instanceof Piece.During due
                && DueRules.isOverdue(chart, due)
                && due.column()
                        .filter(column -> knowledge
                                .keys()
                                .reachedToOne(
                                        column.options().getFirst().meaning().table())
                                .contains(entity.table().best()))
                        .isPresent();
    }

    /** "hired a coach on a route to Croke Park": routes lead from one place to another, and the words before the name say which. */
    boolean takesOneOfTwo(Path path, int index) {
        return path.isToMany()
                && path.steps().stream().filter(step -> !step.toMany()).anyMatch(step -> {
                    List<Keys.Edge> parallel = knowledge.keys().from(step.from().table()).stream()
                            .filter(edge -> edge.to().equals(step.to().table()) && !edge.toMany())
                            .toList();
                    return parallel.size() > 1
                            && Directions.choose(
                                            parallel,
                                            chart,
                                            pieces.get(index).span().start())
                                    .filter(edge -> edge.fromColumns().equals(step.fromColumns()))
                                    .isEmpty();
                });
    }

    /** "books borrowed by members from the Central branch": a way that does not lead through what was done is a guess. */
    private boolean missesDeed(Path way, int index) {
        Optional<TableName> deed = pieces.subList(0, Math.min(index, pieces.size())).reversed().stream()
                .filter(piece -> Deeds.isDeed(piece, chart))
                .findFirst()
                .map(piece -> ((Piece.Entity) piece).table().best());
        return way.isToMany()
                && deed.filter(done -> !done.equals(way.from().table())
                                && !done.equals(way.to().table()))
                        .filter(done -> !leadsThrough(way, done))
                        .isPresent();
    }

    /** Whether rows of the deed, or those that each of them has one of or that have one of them, are among the many on the way. */
    private boolean leadsThrough(Path way, TableName deed) {
        Keys keys = knowledge.keys();
        return way.steps().stream()
                .filter(Path.Step::toMany)
                .map(step -> step.to().table())
                .anyMatch(table -> table.equals(deed)
                        || keys.reachedToOne(table).contains(deed)
                        || keys.reachedToOne(deed).contains(table));
    }

    /** Behind the words only a link leads back to them: "products Jane Smith bought". */
    private static boolean isLink(Piece piece) {
        return piece instanceof Piece.Entity entity && entity.table().link();
    }

    /** "which dentists has Megan Rowe had appointments with": through hers, behind her name. */
    private boolean isHad(int index, int place) {
        int name = index;
        while (name > 0 && pieces.get(name - 1) instanceof Piece.HasValue) {
            name--;
        }
        return pieces.get(place) instanceof Piece.Entity had
                && index < pieces.size()
                && pieces.get(index) instanceof Piece.HasValue
                && chart.is(pieces.get(name).span().start() - 1, "has", "have", "had", "did", "does", "do")
                && chart.is(had.span().start() - 1, "had", "have", "made", "make", "got", "get");
    }

    /** The way to a table through the thing that is mentioned at a place; none that is a great detour or meets a table twice. */
    private Optional<Path> past(Expression.Range subject, int place, TableName table) {
        Optional<Path> direct = knowledge.keys().path(subject.table(), table);
        if (direct.isEmpty()
                || !(pieces.get(place) instanceof Piece.Entity entity)
                || entity.table().best().equals(table)) {
            return Optional.empty();
        }
        TableName through = entity.table().best();
        Optional<Path> rest = knowledge.keys().path(through, table);
        return deedBefore(place)
                .flatMap(deed -> past(subject, deed, through))
                .or(() -> knowledge.keys().path(subject.table(), through))
                .flatMap(first -> rest.map(second -> joined(first, second)))
                .filter(way -> way.steps().size() <= direct.get().steps().size() + 2)
                .filter(way ->
                        way.steps().stream().map(Path.Step::to).distinct().count()
                                == way.steps().size())
                .filter(way -> way.steps().stream().noneMatch(step -> step.to().equals(subject)));
    }

    private static Path joined(Path first, Path second) {
        List<Path.Step> steps = new ArrayList<>(first.steps());
        steps.addAll(second.steps());
        return new Path(steps);
    }

    /** "products ordered by customers", "customers who bought products": the place of what was done to or by what is mentioned. */
    private Optional<Integer> deedBefore(int place) {
        int before = place - 1;
        while (before > 0 && pieces.get(before) instanceof Piece.Filler) {
            before--;
        }
        return before > 0 && Deeds.isDeed(pieces.get(before), chart) ? Optional.of(before) : Optional.empty();
    }

    /** Whether two of the rows on a way have one of these of their own: the branch of a copy, and that of its loan. */
    boolean divides(Path way, TableName table) {
        List<TableName> on = way.steps().stream().map(step -> step.to().table()).toList();
        return on.stream()
                        .filter(start -> !start.equals(table))
                        .filter(start -> knowledge.keys().pathToOne(start, table).stream()
                                .anyMatch(path -> path.steps().stream()
                                        .noneMatch(step -> on.contains(step.to().table()))))
                        .count()
                > 1;
    }

    /** The way to what is only mentioned: through what was done right before it, else through what leads there. */
    Optional<Path> toMention(Expression.Range subject, Piece.Entity entity) {
        TableName table = entity.table().best();
        return deedBefore(pieces.indexOf(entity))
                .flatMap(deed -> past(subject, deed, table))
                .or(() -> through(subject, table, 0));
    }

    /** "customers per category bought": whether the groups are reached through what was done. */
    boolean leadToGroups(Expression.Range subject, TableName deed) {
        return pieces.stream()
                .filter(Piece.Group.class::isInstance)
                .flatMap(piece -> ((Piece.Group) piece).targets().stream())
                .flatMap(target -> switch (target) {
                    case Piece.Target.OfTable(Mention.OfTable table) -> Stream.of(table.best());
                    case Piece.Target.OfColumn(Mention.OfColumn column) ->
                        Stream.of(column.options().getFirst().meaning().table());
                    default -> Stream.<TableName>empty();
                })
                .flatMap(group -> knowledge.keys().path(subject.table(), group).stream())
                .filter(Path::isToMany)
                .allMatch(path -> leadsThrough(path, deed));
    }

    /** "who supplies the headphones": nobody said which people are meant, so the way to them must be the only one. */
    private boolean asksWho() {
        return roles.head()
                .filter(head -> chart.is(head.span().start(), "who", "whom", "people", "everyone", "anyone"))
                .isPresent();
    }

    /** "customers who bought books": what they did has no name here, so that the way to the books must be the only one. */
    private boolean saysDeed() {
        return pieces.stream()
                .filter(piece -> piece instanceof Piece.Filler || piece instanceof Piece.Echo)
                .map(Piece::span)
                .anyMatch(span -> span.end() == span.start() + 1
                        && English.NEUTRAL_DEEDS.contains(
                                chart.token(span.start()).stem()));
    }

    /** The places before, nearest first, then those behind. */
    private List<Integer> nearestFirst(int index) {
        List<Integer> places = new ArrayList<>();
        for (int before = Math.min(index, pieces.size()) - 1; before >= 0; before--) {
            places.add(before);
        }
        for (int behind = index + 1; behind < pieces.size(); behind++) {
            places.add(behind);
        }
        return places;
    }
}
