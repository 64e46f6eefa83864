package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.sayql.core.generation.Attempt;
import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Finding;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.Revision;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.generation.Trials;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Refinement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered, and what is asked back, over sources that somebody or nobody has taught. */
class JudgingTest {
    private static final String QUESTION = "number of books by genre";

    /** The grammar's first reading is likeliest, and is right with this probability. */
    private static LocalEngine sure(double probability) {
        return sure(probability, probability);
    }

    /** The same, with another probability once the likeliest were tried. */
    private static LocalEngine sure(double untried, double tried) {
        return new LocalEngine(EngineModels.none().rankedBy(MadeRankers.byGrammar(untried, tried)));
    }

    private static Proposal proposed(LocalEngine engine, SourceContext context) {
        return engine.propose(Library.question(QUESTION), context);
    }

    @Test
    void whatIsProbableIsTheAnswerAndSaysHowProbable() {
        Proposal proposal = proposed(sure(0.97), Library.untaught());

        assertThat(proposal)
                .isInstanceOfSatisfying(
                        Proposal.Candidates.class,
                        answer -> assertThat(answer.ranked().getFirst().confidence())
                                .isCloseTo(0.97, offset(1e-6)));
    }

    @Test
    void whatIsNotProbableEnoughIsAskedBack() {
        Proposal proposal = proposed(sure(0.6), Library.untaught());

        assertThat(proposal).isInstanceOfSatisfying(Proposal.Unclear.class, asked -> {
            assertThat(asked.clarification().options())
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(3)
                    .doesNotHaveDuplicates();
            assertThat(asked.bestGuess().orElseThrow().confidence()).isCloseTo(0.6, offset(1e-6));
        });
    }

    @Test
    void whereOnlyTheColumnsAreInDoubtTheRowsAreShown() {
        Proposal listed = sure(0.6).propose(Library.question("list all books"), Library.untaught());

        assertThat(listed)
                .isInstanceOfSatisfying(
                        Proposal.Candidates.class,
                        answer -> assertThat(answer.ranked().getFirst().confidence())
                                .isCloseTo(0.6, offset(1e-6)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list the different genres of books", "longest book"})
    void whereRepetitionsOrFirstRowsAreInDoubtTheyAreAskedBack(String question) {
        assertThat(sure(0.6).propose(Library.question(question), Library.untaught()))
                .isInstanceOf(Proposal.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"titles of books with their loans", "members and their loans", "authors with their books"})
    void whatIsToBeShownBesideIsNotLeftOut(String question) {
        assertThat(sure(0.97).propose(Library.question(question), Library.untaught()))
                .isNotInstanceOf(Proposal.Candidates.class);
    }

    @Test
    void whatTheLikeliestFindDecidesWhereItIsKnown() {
        Trials nothing = candidates -> candidates.stream()
                .<Finding>map(_ -> new Finding.Found(0, 1, 0, 0))
                .toList();

        assertThat(sure(0.6, 0.95).propose(Library.question(QUESTION), Library.untaught(), nothing))
                .isInstanceOf(Proposal.Candidates.class);
        assertThat(sure(0.95, 0.6).propose(Library.question(QUESTION), Library.untaught(), nothing))
                .isInstanceOf(Proposal.Unclear.class);
        assertThat(proposed(sure(0.6, 0.95), Library.untaught())).isInstanceOf(Proposal.Unclear.class);
    }

    @Test
    void aFewOfTheLikeliestAreTriedAndNoneWhereWordsWereTaught() {
        List<Integer> tried = new ArrayList<>();
        Trials counting = candidates -> {
            tried.add(candidates.size());
            return Trials.NONE.of(candidates);
        };

        sure(0.6).propose(Library.question(QUESTION), Library.context(), counting);
        assertThat(tried).isEmpty();
        sure(0.6).propose(Library.question(QUESTION), Library.untaught(), counting);
        assertThat(tried).singleElement().satisfies(count -> assertThat(count).isBetween(1, 5));
    }

    @Test
    void whereWordsWereTaughtTheGrammarsReadingStands() {
        assertThat(proposed(sure(0.1), Library.context())).isInstanceOf(Proposal.Candidates.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"what will be the most read book next year", "number of frobnicators by genre"})
    void whatIsNotUnderstoodIsDeclinedHoweverProbable(String question) {
        Proposal proposal = sure(0.99).propose(Library.question(question), Library.untaught());

        assertThat(proposal).isInstanceOf(Proposal.Declined.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "the first one", "option 1", "No. 1"})
    void aReplyChoosesAnOption(String reply) {
        Proposal chosen = refined(sure(0.6), List.of(asked(QUESTION)), reply);

        assertThat(chosen).isInstanceOfSatisfying(Proposal.Candidates.class, answer -> {
            Candidate candidate = answer.ranked().getFirst();
            assertThat(candidate.restatement()).isEqualTo(firstOption());
            assertThat(candidate.revision()).contains(new Revision(Revision.Manner.CHOSEN, List.of()));
        });
    }

    @Test
    void anOptionIsChosenByItsWordsToo() {
        assertThat(refined(sure(0.6), List.of(asked(QUESTION)), firstOption())).isInstanceOf(Proposal.Candidates.class);
    }

    @Test
    void anotherReplyChoosesNothing() {
        assertThat(refined(sure(0.6), List.of(asked(QUESTION)), "9")).isInstanceOf(Proposal.Declined.class);
    }

    @Test
    void aReplyThatFailedMayBeGivenAgain() {
        assertThat(refined(sure(0.6), List.of(asked(QUESTION), asked("9")), "1"))
                .isInstanceOf(Proposal.Candidates.class);
    }

    @Test
    void aNumberAfterAFollowUpThatOfferedNothingChoosesNothing() {
        List<Attempt> chain = List.of(
                attempt(QUESTION, Attempt.Outcome.ANSWERED, Optional.of(firstOption())), asked("only from Narnia"));

        Proposal proposal = refined(sure(0.6), chain, "1");

        if (proposal instanceof Proposal.Candidates(List<Candidate> ranked)) {
            assertThat(ranked.getFirst().revision().map(Revision::manner))
                    .isNotEqualTo(Optional.of(Revision.Manner.CHOSEN));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "how many members are there?"})
    void whatStandsForItselfIsAskedBackAsAFollowUpToo(String followUp) {
        assertThat(refined(sure(0.6), List.of(asked(QUESTION)), followUp)).isInstanceOf(Proposal.Unclear.class);
    }

    @Test
    void whatWasOfferedForAFollowUpCanBeChosen() {
        List<Attempt> chain = List.of(asked(QUESTION), asked("how many members are there?"));

        assertThat(refined(sure(0.6), chain, "1"))
                .isInstanceOfSatisfying(
                        Proposal.Candidates.class,
                        answer -> assertThat(answer.ranked().getFirst().restatement())
                                .contains("member"));
    }

    @Test
    void whatWasChosenCanBeChanged() {
        List<Attempt> chain = new ArrayList<>(List.of(asked(QUESTION)));
        chain.add(attempt("1", Attempt.Outcome.ANSWERED, Optional.of(firstOption())));

        Proposal proposal = refined(sure(0.6), chain, "only from Italy");

        assertThat(proposal)
                .isInstanceOfSatisfying(
                        Proposal.Candidates.class,
                        answer -> assertThat(
                                        answer.ranked().getFirst().revision().map(Revision::sentence))
                                .contains("added: country of author is 'Italy'"));
    }

    private static String firstOption() {
        return ((Proposal.Unclear) proposed(sure(0.6), Library.untaught()))
                .clarification()
                .options()
                .getFirst();
    }

    private static Attempt asked(String text) {
        return attempt(text, Attempt.Outcome.NOT_UNDERSTOOD, Optional.empty());
    }

    private static Attempt attempt(String text, Attempt.Outcome outcome, Optional<String> meaning) {
        return new Attempt(text, Library.question(text).askedAt(), outcome, meaning, Optional.empty(), true);
    }

    private static Proposal refined(LocalEngine engine, List<Attempt> earlier, String reply) {
        Question question = Library.question(QUESTION);
        Refinement refinement = new Refinement(new QueryId(new UUID(0, 2)), earlier.size() + 1, reply);
        return engine.refine(
                new Question(
                        question.id(),
                        question.team(),
                        question.source(),
                        QUESTION,
                        question.tables(),
                        true,
                        question.maxRows(),
                        question.askedAt(),
                        Optional.of(refinement)),
                earlier,
                Library.untaught(),
                Trials.NONE);
    }
}
