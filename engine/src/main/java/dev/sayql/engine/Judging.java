package dev.sayql.engine;

import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Clarification;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.Finding;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.Trials;
import dev.sayql.core.generation.Understood;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what becomes of the candidates for a question. Over a source that somebody has taught, what the grammar reads whole is
 * the answer, and where only how the words fit together is not sure, the person is asked back. Over any other, all candidates are ranked by what was learned, and how probable it is that the likeliest one is
 * right says whether it is the answer or the person is asked back. For one question by one thread.
 */
final class Judging {
    /** From this on the likeliest candidate is the answer; how many of those are right: docs/training.md. */
    static final double ANSWERED_FROM = 0.9;

    /**
     * From this on the person is asked back where every word is known and only how they fit together is not: of 62 such questions over sources
     * that somebody had taught, 43 meant one of the three meanings that are offered.
     */
    private static final double ASKED_FROM = 0.1;

    private static final int MOST_OPTIONS = 3;
    private static final double LEAST_SHARE = 0.02;
    private static final String ASKED_BACK =
            "I am not sure enough what you mean. Choose one of these by its number, or ask in other words.";

    private final EngineModels models;
    private final Knowledge knowledge;
    private final String question;
    private final Heard.Words heard;

    /** @param question as it was asked, which {@code heard} was made of */
    Judging(EngineModels models, Knowledge knowledge, String question, Heard.Words heard) {
        this.models = models;
        this.knowledge = knowledge;
        this.question = question;
        this.heard = heard;
    }

    /** What becomes of a question. */
    sealed interface Judgement {

        /** The likeliest first; never empty. */
        record Answered(List<Candidate> ranked) implements Judgement {}

        record Choice(List<Option> options) implements Judgement {}

        record Declined(Decline decline, Optional<Candidate> best) implements Judgement {}

        default Proposal proposal() {
            return switch (this) {
                case Answered(List<Candidate> ranked) -> new Proposal.Candidates(ranked);
                case Choice(List<Option> options) ->
                    new Proposal.Unclear(
                            new Clarification(
                                    ASKED_BACK,
                                    options.stream().map(Option::text).toList()),
                            options.stream().map(Option::candidate).findFirst());
                case Declined(Decline decline, Optional<Candidate> best) -> new Proposal.Declined(decline, best);
            };
        }
    }

    Judgement of(Whole whole, Trials trials) {
        return ranked(whole).map(ranked -> ranked.judged(whole, trials)).orElseGet(() -> unchanged(whole));
    }

    /** The meanings to choose from, whatever their probability. */
    List<Option> options(Whole whole) {
        return whole instanceof Whole.Answered || isUnsure(whole)
                ? ranked(whole).map(Ranked::options).orElse(List.of())
                : List.of();
    }

    /** All candidates in their order; empty when what the grammar reads stands, or there are none. */
    private Optional<Ranked> ranked(Whole whole) {
        if (whole instanceof Whole.Answered && isTaught()) {
            return Optional.empty();
        }
        Linking linking = new Linking(heard.renamed());
        List<LearnedCandidates.Learned> learned = models.sketches()
                .map(model -> new LearnedCandidates(model, linking, knowledge).all())
                .orElse(List.of());
        List<Pooled> pool = Pool.of(heard.guesses(), learned, knowledge.keys());
        if (pool.isEmpty()) {
            return Optional.empty();
        }
        CandidateFeatures features = new CandidateFeatures(linking, knowledge, pool);
        List<float[]> rows = pool.stream().map(features::of).toList();
        CandidateOrder order = models.ranker()
                .map(ranker -> CandidateOrder.of(ranker, rows))
                .orElseThrow(() -> new IllegalStateException("nothing was learned to rank by"));
        return Optional.of(new Ranked(
                pool,
                isTaught() && !isUnsure(whole) ? order : order.read(question, pool, rows, models),
                linking,
                features.hasUnknownWords()));
    }

    /** What was taught changes what words mean, which the models, learned from sources as they are, cannot know. */
    private boolean isTaught() {
        Semantics taught = knowledge.context().semantics();
        return !taught.terms().isEmpty() || !taught.metrics().isEmpty();
    }

    /** Every word is known, and only how they fit together, or what one of them says here, is not. */
    private static boolean isUnsure(Whole whole) {
        return whole instanceof Whole.Declined(Decline decline, var _) && isUnsure(decline);
    }

    private static boolean isUnsure(Decline decline) {
        return decline.reason() == Decline.Reason.TOO_UNSURE;
    }

    static Judgement unchanged(Whole whole) {
        return switch (whole) {
            case Whole.Answered(List<Guess> guesses) ->
                new Judgement.Answered(guesses.stream().map(Guess::candidate).toList());
            case Whole.Declined(var decline, Optional<Guess> best) ->
                new Judgement.Declined(decline, best.map(Guess::candidate));
        };
    }

    /** All candidates in their order. */
    private final class Ranked {
        private final List<Pooled> pool;
        private final CandidateOrder order;
        private final Winner winner;
        private final Linking linking;
        private final boolean hasUnknownWords;

        Ranked(List<Pooled> pool, CandidateOrder order, Linking linking, boolean hasUnknownWords) {
            this.pool = pool;
            this.order = order;
            this.winner = order.winner();
            this.linking = linking;
            this.hasUnknownWords = hasUnknownWords;
        }

        Judgement judged(Whole whole, Trials trials) {
            List<TableName> equals =
                    ByChance.equalsOf(pool.get(winner.place()).query().subject().table(), linking.chart());
            return equals.isEmpty() ? ofSubject(whole, trials) : byChance(whole, equals);
        }

        /** However probable it may seem: its rows are those of one of very many tables. */
        private Judgement byChance(Whole whole, List<TableName> equals) {
            boolean explained = whole instanceof Whole.Declined(Decline decline, var _) && !isUnsure(decline);
            return new Judgement.Declined(
                    explained ? ((Whole.Declined) whole).decline() : Declines.tooMany(equals),
                    Optional.of(candidate(winner.place(), sureness(Trials.NONE))));
        }

        private Judgement ofSubject(Whole whole, Trials trials) {
            return switch (whole) {
                case Whole.Answered _ -> {
                    double sure = sureness(trials);
                    yield (sure >= ANSWERED_FROM || areRowsSure()) && !losesWhatIsAskedFor()
                            ? new Judgement.Answered(best(sure))
                            : new Judgement.Choice(options(sure));
                }
                case Whole.Declined(Decline decline, var _) -> ofDeclined(decline, trials);
            };
        }

        private Judgement ofDeclined(Decline decline, Trials trials) {
            boolean unsure = isUnsure(decline);
            boolean understood = unsure && !hasUnknownWords && !isTaught();
            double sure = sureness(understood ? trials : Trials.NONE);
            if (understood && sure >= ANSWERED_FROM && !losesWhatIsAskedFor()) {
                return new Judgement.Answered(best(sure));
            }
            List<Option> options = unsure && sure >= ASKED_FROM ? options(sure) : List.of();
            return options.isEmpty()
                    ? new Judgement.Declined(decline, Optional.of(candidate(winner.place(), sure)))
                    : new Judgement.Choice(options);
        }

        /** Whether all that is in doubt is what to show of rows that are not: the restatement says what is shown. */
        private boolean areRowsSure() {
            Winner trusted = order.trusted().winner();
            Query likeliest = pool.get(trusted.place()).query();
            Set<TableName> tables = Uses.of(likeliest).tables();
            double sure = 0;
            for (int place : trusted.order()) {
                Query query = pool.get(place).query();
                boolean same =
                        query.listsRowsOf(likeliest) && Uses.of(query).tables().equals(tables);
                sure += same ? trusted.share(place) : 0;
            }
            return sure >= ANSWERED_FROM && !order.isChanged() && !Cues.anywhere(linking.chart(), Cues.DIFFERENT);
        }

        private boolean losesWhatIsAskedFor() {
            return losesSum() || losesCompanion();
        }

        /** "the sum of the fines" is no list of fines, however probable that may seem. */
        private boolean losesSum() {
            return QueryParts.of(pool.get(winner.place()).query()).folds().isEmpty()
                    && Cues.anywhere(linking.chart(), Set.of("sum"));
        }

        /** "names of users with their orders" shows something of the orders, however probable it may seem that it does not. */
        private boolean losesCompanion() {
            Set<TableName> shown =
                    Uses.tablesOf(pool.get(winner.place()).query().outputs());
            Chart chart = linking.chart();
            return linking.linkedTables().stream()
                    .filter(table -> !shown.contains(table))
                    .flatMap(table -> linking.of(table).stream())
                    .anyMatch(link -> link.score() > 0.9
                            && link.start() >= 2
                            && chart.is(link.start() - 1, "their", "its", "his", "her")
                            && chart.is(link.start() - 2, "with", "and"));
        }

        /** How probable it is that the likeliest is right, once it is known what the likeliest ones find. */
        private double sureness(Trials trials) {
            CandidateOrder trusted = order.trusted();
            List<Finding> found = trials.of(trusted.winner().likeliest().stream()
                    .map(place -> pool.get(place).sql())
                    .toList());
            return trusted.sureness(found);
        }

        private List<Option> options() {
            return options(sureness(Trials.NONE));
        }

        private List<Candidate> best(double sure) {
            List<Candidate> best = new ArrayList<>();
            for (int place : winner.order()) {
                if (best.size() < Whole.MOST_CANDIDATES) {
                    best.add(candidate(place, sure));
                }
            }
            return best;
        }

        /** The likeliest that differ in more than the order of their rows. */
        private List<Option> options(double sure) {
            List<Option> options = new ArrayList<>();
            List<Query> offered = new ArrayList<>();
            Dropped dropped = new Dropped(heard.chart());
            for (int place : winner.order()) {
                Pooled offer = pool.get(place);
                if (isTaught()
                        && (Contradiction.in(offer.query().where())
                                || dropped.isAnythingBy(offer.sql().text()))) {
                    continue;
                }
                Option option =
                        new Option(candidate(place, sure), pool.get(place).guess());
                boolean worthAsking = options.isEmpty() || winner.share(place) >= LEAST_SHARE;
                Query query = pool.get(place).query();
                boolean said = options.stream().anyMatch(other -> other.text().equals(option.text()))
                        || offered.stream().anyMatch(query::showsRowsOf);
                if (worthAsking && !said && options.size() < MOST_OPTIONS) {
                    options.add(option);
                    offered.add(query);
                }
            }
            return options;
        }

        private Candidate candidate(int place, double sure) {
            Pooled pooled = pool.get(place);
            double confidence = place == winner.place() ? sure : Math.min(1 - sure, winner.share(place));
            if (pooled.guess().isPresent()) {
                Candidate own = pooled.guess().get().candidate();
                return new Candidate(own.sql(), own.restatement(), own.understoodAs(), confidence, own.metrics());
            }
            return new Candidate(
                    pooled.sql(), Restatement.of(pooled.query()), understood(pooled.query()), confidence, List.of());
        }

        /** The words that name what the query uses. */
        private List<Understood> understood(Query query) {
            List<Understood> chips = new ArrayList<>();
            Uses.of(query).columns().stream()
                    .sorted()
                    .forEach(column -> linking.of(column).stream()
                            .filter(link -> link.score() >= 0.5)
                            .findFirst()
                            .ifPresent(link -> chips.add(chip(
                                    link,
                                    Restatement.spaced(column.column()) + " of "
                                            + Restatement.spaced(column.table().name())))));
            return List.copyOf(chips);
        }
    }

    private Understood chip(Linking.Link link, String meaning) {
        Chart chart = heard.chart();
        return new Understood(
                chart.text(link.start(), link.end()),
                chart.token(link.start()).start(),
                chart.token(link.end() - 1).end(),
                meaning);
    }
}
