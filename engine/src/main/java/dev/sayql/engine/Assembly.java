package dev.sayql.engine;

import dev.sayql.sql.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Builds one query from one row of pieces. What does not fit is noted as a problem, and the rest is still built, so that
 * there is a best guess to measure; only a query without problems is ever an answer. For one use by one thread.
 */
final class Assembly {

    /**
     * What came of a reading.
     *
     * @param doubt how much was guessed; 0 when every choice was clear
     * @param problems why this is no answer; empty when it is one
     */
    record Built(Query query, double doubt, List<String> problems, Set<String> metrics, Resolver resolver) {}

    private static final Set<String> PEOPLE = Set.of(
            "who", "whom", "whose", "people", "person", "persons", "everyone", "everybody", "somebody", "anyone");

    /** All who look over what was built, in an order that matters to nothing but the wording of what is wrong. */
    private static final List<Function<Workpiece, SecondLook>> LOOKS = List.of(
            Soundness::new,
            Pitfalls::new,
            DoubleMeanings::new,
            SaidOfWhom::new,
            WhoAndWhere::new,
            LostWords::new,
            MeasuredOf::new,
            HowMuch::new,
            DeedsPassed::new,
            NumbersMeant::new,
            HeadShown::new);

    private final List<Piece> pieces;
    private final Knowledge knowledge;
    private final Roles roles;
    private final Resolver resolver;
    private final Chart chart;
    private final ConditionReading filters;
    private final Doubts doubts = new Doubts();
    private final Draft draft = new Draft();

    private Assembly(List<Piece> pieces, Chart chart, Knowledge knowledge) {
        this.pieces = pieces;
        this.chart = chart;
        this.knowledge = knowledge;
        this.roles = Roles.of(pieces, knowledge);
        this.resolver = new Resolver(knowledge, roles.rows(), roles.mentioned());
        this.filters = new ConditionReading(pieces, chart, knowledge, roles, resolver, doubts);
    }

    static Optional<Built> of(List<Piece> pieces, Chart chart, Knowledge knowledge) {
        Assembly assembly = new Assembly(Normalisation.of(pieces, chart, knowledge), chart, knowledge);
        return assembly.roles.rows().map(assembly::build);
    }

    private Built build(TableName rows) {
        Expression.Range subject = Expression.Range.of(rows);
        ColumnChoice columns = new ColumnChoice(resolver, doubts, 1, "a column that cannot be reached");
        Workpiece work = new Workpiece(pieces, chart, knowledge, roles, draft, doubts);
        Measures measures = new Measures(work, columns);
        Ranking ranking = new Ranking(work, columns, measures, filters);
        roles.problems().forEach(doubts::problem);
        pieces.stream().filter(Piece.Unknown.class::isInstance).forEach(piece -> doubts.problem("unknown word"));
        checkChance(rows);
        new Grouping(work, columns).addGroups();
        List<Condition> where =
                FarConditions.joined(filters.conditions(subject), draft.groups, subject, knowledge.keys());
        BestOfEach best = new BestOfEach(knowledge, columns, draft, doubts);
        best.add(pieces, subject, where);
        measures.addMeasures(subject, where);
        if (!draft.showsFolds()) {
            new Listing(work, columns).addListing(subject, filters.hasGroupFilters());
        }
        best.showValue(pieces, subject, roles.hasPicks());
        ranking.addRanking(subject);
        draft.having.addAll(filters.havings());
        ranking.addSorting(subject, where);
        WhenAsked.show(work);
        draft.distinct &= !Pinned.isOneRow(subject, where, knowledge);
        LOOKS.forEach(look -> look.apply(work).look(subject, where));
        Query query = draft.finish(subject, where);
        Uses.of(query, knowledge.keys()).unused(pieces, chart).forEach(doubts::problem);
        return new Built(query, doubts.doubt(), doubts.problems(), draft.metrics, resolver);
    }

    /** Not where the question says otherwise whose rows it means: "who", where there is one kind of people near. */
    private void checkChance(TableName rows) {
        boolean settled = knowledge.isPerson(rows)
                && chart.tokens().stream().anyMatch(token -> PEOPLE.contains(token.word()))
                && !ByChance.isNamed(rows, chart);
        if (!settled && !ByChance.equalsOf(rows, chart).isEmpty()) {
            doubts.problem(ByChance.PROBLEM);
        }
    }
}
