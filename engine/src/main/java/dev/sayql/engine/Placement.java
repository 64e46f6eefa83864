package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where conditions belong: with the rows themselves, or beyond a step to many rows, where they become "there is such a
 * row", so that no join multiplies anything. For one use by one thread.
 */
final class Placement {
    private final List<Piece> pieces;
    private final Chart chart;
    private final Knowledge knowledge;
    private final Roles roles;
    private final Doubts doubts;
    private final Ways ways;
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Beyond> beyond = new ArrayList<>();
    private Optional<List<Condition>> alternatives = Optional.empty();

    Placement(List<Piece> pieces, Chart chart, Knowledge knowledge, Roles roles, Doubts doubts) {
        this.pieces = pieces;
        this.chart = chart;
        this.knowledge = knowledge;
        this.roles = roles;
        this.doubts = doubts;
        ways = new Ways(pieces, chart, knowledge, roles, doubts);
    }

    /** The conditions in the order of the question, then those beyond; the list is the caller's. */
    List<Condition> all() {
        if (Contradiction.in(conditions)) {
            doubts.problem("conditions that exclude each other");
        }
        List<Condition> all = new ArrayList<>(new LinkedHashSet<>(conditions));
        beyond.stream().filter(far -> far.tallied().isEmpty()).forEach(far -> all.add(far.condition()));
        boolean unclear = tally().isPresent() && beyond.stream().anyMatch(Beyond::isPlain);
        if (unclear) {
            doubts.problem("narrows what is counted, or what counts it");
        }
        return all;
    }

    /** What is counted for each row, with all that narrows it; known when everything has been placed. */
    Optional<Expression.Tally> tally() {
        return beyond.stream()
                .flatMap(far -> far.tallied().stream().map(fold -> new Expression.Tally(far.path(), fold, far.inner())))
                .findFirst();
    }

    /** Of the rows themselves. */
    void add(Condition condition) {
        if (alternatives.isPresent()) {
            alternatives.get().add(condition);
        } else {
            conditions.add(condition);
        }
    }

    /** One of the conditions that reading adds must hold; all must be about the rows themselves or what they point to. */
    void addAlternatives(Runnable reading, int count) {
        List<Condition> read = new ArrayList<>();
        alternatives = Optional.of(read);
        reading.run();
        alternatives = Optional.empty();
        if (read.size() == count) {
            conditions.add(new Condition.AnyOf(read));
        } else {
            doubts.problem("alternatives that cannot stand side by side");
        }
    }

    void add(Beyond far) {
        beyond.add(far);
    }

    boolean isToMany(Expression.Range subject, TableName table) {
        return !knowledge.keys().reachedToOne(subject.table()).contains(table);
    }

    /** The shortest way, whatever else is mentioned. */
    Optional<Path> pathTo(Expression.Range subject, TableName table) {
        return ways.shortest(subject, table);
    }

    /** The way to a table, through what the question mentions on the way when that is no great detour. */
    Optional<Path> pathTo(Expression.Range subject, TableName table, int index) {
        return ways.through(subject, table, index);
    }

    /** The way to what is counted, through what the question mentions anywhere. */
    Optional<Path> pathThroughMentioned(Expression.Range subject, TableName table) {
        return pathTo(subject, table, pieces.size());
    }

    void attach(Condition condition, TableName table, int index, boolean negated, Expression.Range subject) {
        if (alternatives.isPresent()) {
            // A joined row can be missing altogether: only the rows' own columns stand bare beside an alternative.
            Optional<Condition> placed = table.equals(subject.table())
                    ? Optional.of(condition)
                    : pathTo(subject, table, index)
                            .map(Path::withoutTail)
                            .map(path -> new Condition.Exists(path, List.of(condition), negated));
            placed.ifPresent(alternatives.get()::add);
            return;
        }
        Optional<Beyond> relation = relationBefore(index, table, subject);
        if (relation.isPresent()) {
            relation.get().must(condition);
        } else if (!isToMany(subject, table) && !leadsElsewhere(index, table, subject)) {
            conditions.add(parallel(condition, table, index, subject).orElse(condition));
        } else {
            boolean beside = index > 0
                    && beyond.stream().anyMatch(far -> !far.isPlain())
                    && pieces.subList(0, Math.min(index, pieces.size())).stream()
                            .anyMatch(Placement::isRelation);
            if (beside) {
                doubts.problem("narrows what is counted, or what counts it");
            }
            Optional<Path> whole = pathTo(subject, table, index);
            doubts.doubt(whole.filter(path -> ways.takesOneOfTwo(path, index)).isPresent() ? 0.7 : 0);
            Optional<Path> way = whole.map(Path::withoutTail);
            doubts.doubt(way.filter(path -> ways.divides(path, table)).isPresent() ? 0.65 : 0);
            way.ifPresentOrElse(
                    path -> join(path, condition, negated), () -> doubts.problem("a table that cannot be reached"));
        }
    }

    /** "crew on flights to Oslo": what stands right behind a thing to many is about that thing. */
    private boolean leadsElsewhere(int index, TableName table, Expression.Range subject) {
        int before = index - 1;
        while (before >= 0 && before < pieces.size() && pieces.get(before) instanceof Piece.Filler) {
            before--;
        }
        return before >= 0
                && pieces.get(before) instanceof Piece.Entity entity
                && !entity.table().link()
                && !table.equals(subject.table())
                && isToMany(subject, entity.table().best())
                && knowledge.keys().reachedToOne(entity.table().best()).contains(table);
    }

    /**
     * Where two keys lead to the same table (origin and destination), the word before says which; without one it is a
     * guess that is not answered.
     */
    private Optional<Condition> parallel(Condition condition, TableName table, int index, Expression.Range subject) {
        List<Keys.Edge> edges = knowledge.keys().from(subject.table()).stream()
                .filter(edge -> edge.to().equals(table) && !edge.toMany())
                .toList();
        boolean own = table.equals(subject.table());
        // "projects of Jane Smith": the one she leads, or those she works on?
        boolean either = !own
                && knowledge
                        .keys()
                        .pathToOne(subject.table(), table)
                        .filter(knowledge.keys()::isByRole)
                        .isPresent()
                && knowledge
                        .keys()
                        .path(subject.table(), table)
                        .filter(way -> way.isToMany() && !knowledge.keys().isByRole(way))
                        .isPresent();
        doubts.doubt(either && !isNamed(edges, pieces.get(index).span().start()) ? 0.65 : 0);
        if (own || edges.size() < 2) {
            boolean guessed = !own
                    && knowledge
                            .keys()
                            .pathToOne(subject.table(), table)
                            .filter(path -> knowledge.keys().alternatives(path) > 0)
                            .isPresent();
            doubts.doubt(guessed ? 0.7 : 0);
            return Optional.empty();
        }
        Optional<Keys.Edge> chosen =
                Directions.choose(edges, chart, pieces.get(index).span().start());
        doubts.doubt(chosen.isEmpty() ? 0.7 : 0);
        return chosen.map(edge -> new Condition.Exists(
                new Path(List.of(new Path.Step(
                        subject, edge.fromColumns(), Expression.Range.of(table), edge.toColumns(), false))),
                List.of(condition),
                false));
    }

    /** "led by Jane Smith", "does Jane Smith lead": the words before a name, or the verb at the end, say which key. */
    private boolean isNamed(List<Keys.Edge> edges, int place) {
        return Directions.named(edges, chart, Math.max(0, place - 4), place)
                .or(() -> Directions.named(edges, chart, chart.size() - 1, chart.size()))
                .isPresent();
    }

    /** "without orders last month": the words behind a relation narrow it, when they are about its rows. */
    private Optional<Beyond> relationBefore(int index, TableName table, Expression.Range subject) {
        int relations = 0;
        for (int before = 0; before < index; before++) {
            relations += isRelation(pieces.get(before)) ? 1 : 0;
        }
        int next = index + 1;
        while (next < pieces.size()
                && (pieces.get(next) instanceof Piece.Filler || pieces.get(next) instanceof Piece.HasValue)) {
            next++;
        }
        boolean own = relations == 0 && !isToMany(subject, table);
        if (relations == 0 && !own && next < pieces.size() && lacks(pieces.get(index), pieces.get(next))) {
            doubts.problem("told by what it lacks");
        }
        relations += next < pieces.size()
                        && pieces.get(next) instanceof Piece.Without
                        && !own
                        && !isSet(
                                pieces.get(index).span().end(),
                                pieces.get(next).span().start())
                ? 1
                : 0;
        return relations == 0
                ? Optional.empty()
                : beyond.stream()
                        .filter(far -> !far.isPlain())
                        .filter(far -> !far.path().from().table().equals(table))
                        .filter(far -> knowledge
                                .keys()
                                .reachedToOne(far.path().to().table())
                                .contains(table))
                        .reduce((first, second) -> second);
    }

    /** "who bought a laptop but never left a review": what stands before is one thing, what is missing another. */
    private boolean isSet(int from, int to) {
        return IntStream.rangeClosed(from, to).anyMatch(at -> chart.is(at, "but", "yet", "and"));
    }

    /** "customers from Germany who never ordered": where they are from is not told by orders that they do not have. */
    private boolean lacks(Piece piece, Piece next) {
        return next instanceof Piece.Without
                && IntStream.rangeClosed(piece.span().end(), next.span().start())
                        .anyMatch(at -> chart.is(at, "who", "that", "which"));
    }

    static boolean isRelation(Piece piece) {
        boolean fold = piece instanceof Piece.Compare compare
                && compare.target()
                        .filter(target -> target instanceof Piece.Target.OfMetric
                                || target instanceof Piece.Target.OfFold
                                || target instanceof Piece.Target.OfCount)
                        .isPresent();
        boolean fewest = piece instanceof Piece.Rank rank
                && rank.ascending()
                && rank.target().filter(Piece.Target.OfCount.class::isInstance).isPresent();
        return fold || fewest || piece instanceof Piece.Without || piece instanceof Piece.CompareCount;
    }

    private void join(Path path, Condition condition, boolean negated) {
        Optional<Beyond> same = beyond.stream()
                .filter(far -> far.isPlain() && !negated)
                .filter(far -> far.inner().stream().noneMatch(other -> excludes(other, condition)))
                .filter(far -> far.path().steps().getFirst().equals(path.steps().getFirst()))
                .findFirst();
        if (same.isPresent() && covers(path, same.get().path())) {
            same.get().goAlong(path);
            same.get().must(condition);
        } else if (same.isPresent() && covers(same.get().path(), path)) {
            same.get().must(condition);
        } else {
            Beyond far = new Beyond(path, negated, Optional.empty());
            far.must(condition);
            beyond.add(far);
        }
    }

    /** Two names of one column are those of two rows: "bought a laptop and a keyboard". */
    private boolean excludes(Condition first, Condition second) {
        Optional<Expression> one = named(first);
        Optional<Expression> other = named(second);
        return one.isPresent()
                && (one.equals(other)
                        || other.filter(name -> areNamesOfTwo(one.get(), name)).isPresent());
    }

    /** "a pool and a sea view": one by its code, the other by its name. */
    private boolean areNamesOfTwo(Expression first, Expression second) {
        return first instanceof Expression.Column one
                && second instanceof Expression.Column other
                && one.range().equals(other.range())
                && (tells(one) || tells(other))
                && (tells(one) || isLabel(one))
                && (tells(other) || isLabel(other));
    }

    private boolean tells(Expression.Column column) {
        return knowledge.isUnique(column.range().table(), List.of(column.name()));
    }

    private boolean isLabel(Expression.Column column) {
        return knowledge.label(column.range().table()).contains(column.name());
    }

    private static Optional<Expression> named(Condition condition) {
        return switch (condition) {
            case Condition.Comparison(Expression left, Operator operator, Condition.Literal.Text _)
            when operator == Operator.EQUAL -> Optional.of(left);
            case Condition.Matches(Expression left, TextMatch _, String _, boolean negated)
            when !negated -> Optional.of(left);
            case Condition.InTree(Condition itself, var _) -> named(itself);
            default -> Optional.empty();
        };
    }

    private static boolean covers(Path longer, Path shorter) {
        return longer.steps().size() >= shorter.steps().size()
                && longer.steps().subList(0, shorter.steps().size()).equals(shorter.steps());
    }

    /** "that no technician is qualified for": how they would be tied to each other, which they are not. */
    private boolean saysWhatIsMissing(Piece.Entity entity) {
        int place = pieces.indexOf(entity);
        return entity.table().link()
                && pieces.subList(0, place).reversed().stream()
                        .filter(piece -> !(piece instanceof Piece.Filler))
                        .findFirst()
                        .filter(Piece.Without.class::isInstance)
                        .isPresent()
                && beyond.stream()
                        .filter(Beyond::isNegated)
                        .flatMap(far -> far.path().steps().stream())
                        .anyMatch(
                                step -> step.to().table().equals(entity.table().best()));
    }

    /** "customers who ordered": a thing only mentioned must be there. */
    void addMereMentions(Expression.Range subject) {
        for (Piece piece : pieces) {
            if (!(piece instanceof Piece.Entity entity) || entity.each() || roles.isGroup(entity)) {
                continue;
            }
            TableName table = entity.table().best();
            if (!isUsed(entity, subject)) {
                doubts.doubt(roles.hasMeasure() && !hasCount() && !roles.sharesRows() ? 0.7 : 0);
                // "people who commented" are not those to whom something is assigned that has comments.
                doubts.doubt(
                        knowledge
                                        .keys()
                                        .path(subject.table(), table)
                                        .filter(way -> way.steps().size() > 1
                                                && knowledge.keys().isByRole(way))
                                        .isPresent()
                                ? 0.65
                                : 0);
                doubts.doubt(entity.table().score() < 0.9 ? 0.7 : 0);
                doubts.doubt(Deeds.isDeed(entity, chart) && !ways.leadToGroups(subject, table) ? 0.7 : 0);
                ways.toMention(subject, entity)
                        .ifPresentOrElse(
                                path -> mention(entity, path), () -> doubts.problem("a table that cannot be reached"));
            }
        }
    }

    /** Whether a thing that is mentioned says something already. */
    private boolean isUsed(Piece.Entity entity, Expression.Range subject) {
        TableName table = entity.table().best();
        return table.equals(subject.table())
                || (!roles.hasMeasure() && roles.head().filter(entity::equals).isPresent())
                || !isToMany(subject, table)
                || beyond.stream()
                        .filter(far -> !far.isNegated())
                        .flatMap(far -> far.path().steps().stream())
                        .anyMatch(step -> step.to().table().equals(table))
                || saysWhatIsMissing(entity)
                || Neighbours.narrows(pieces, entity)
                || ways.isWhatIsDue(entity)
                || beyond.stream()
                        .filter(far -> !far.isPlain())
                        .anyMatch(far -> knowledge
                                .keys()
                                .reachedToOne(far.path().to().table())
                                .contains(table));
    }

    /** "rooms booked by clubs in November": booked then, and by a club, is said of one booking. */
    private void mention(Piece.Entity entity, Path path) {
        if (entity.table().link() && ways.isFar(path)) {
            doubts.problem("what was done far away");
        }
        boolean doers = chart.is(entity.span().start() - 1, "by")
                || (chart.is(entity.span().start() - 2, "by")
                        && chart.is(entity.span().start() - 1, "the", "our", "a"));
        beyond.stream()
                .filter(far -> doers && far.isPlain() && covers(path, far.path()))
                .findFirst()
                .ifPresentOrElse(far -> far.goAlong(path), () -> beyond.add(new Beyond(path, false, Optional.empty())));
    }

    private boolean hasCount() {
        return pieces.stream().anyMatch(Piece.Count.class::isInstance);
    }
}
