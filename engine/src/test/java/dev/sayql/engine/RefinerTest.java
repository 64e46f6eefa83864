package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.generation.Attempt;
import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Change;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.Revision;
import dev.sayql.core.generation.Trials;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Refinement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefinerTest {
    private final LocalEngine engine = new LocalEngine();

    private static Question refined(String first, int attempt, String text) {
        Question question = Library.question(first);
        return new Question(
                question.id(),
                question.team(),
                question.source(),
                first,
                question.tables(),
                true,
                question.maxRows(),
                question.askedAt(),
                Optional.of(new Refinement(new QueryId(UUID.randomUUID()), attempt, text)));
    }

    private static Attempt attempt(String text, Attempt.Outcome outcome, Optional<String> meaning) {
        return new Attempt(text, Library.question("x").askedAt(), outcome, meaning, Optional.empty(), true);
    }

    /** What comes of a question and the follow-ups that change it, the last of which is the proposal given back. */
    private Proposal said(String first, String... followUps) {
        List<Attempt> earlier = new ArrayList<>();
        Proposal proposal = engine.propose(Library.question(first), Library.context());
        earlier.add(attempt(first, proposal));
        for (int at = 0; at < followUps.length; at++) {
            proposal = engine.refine(refined(first, at + 2, followUps[at]), earlier, Library.context(), Trials.NONE);
            earlier.add(attempt(followUps[at], proposal));
        }
        return proposal;
    }

    private static Attempt attempt(String text, Proposal proposal) {
        return proposal instanceof Proposal.Candidates(List<Candidate> ranked)
                ? attempt(
                        text,
                        Attempt.Outcome.ANSWERED,
                        Optional.of(ranked.getFirst().restatement()))
                : attempt(text, Attempt.Outcome.NOT_UNDERSTOOD, Optional.empty());
    }

    private static Candidate best(Proposal proposal) {
        return ((Proposal.Candidates) proposal).ranked().getFirst();
    }

    private static String changed(Proposal proposal) {
        return best(proposal).revision().map(Revision::sentence).orElse("");
    }

    private static Decline declined(Proposal proposal) {
        return ((Proposal.Declined) proposal).decline();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number of books by genre | only from Italy              | added: country of author is 'Italy'
            number of books by genre | only novels                  | added: genre of book is 'novel'
            number of books by genre | without novels               | added: genre of book is not 'novel'
            number of books by genre | by country                   | grouping: country of author instead of genre of book
            number of books by genre | and by country               | added grouping: country of author
            number of books by genre | top 3                        | added limit: only the first 3
            number of books by genre | as a percentage              | shown: number of book in percent of the total over all groups instead of number of book
            number of books by genre | average pages instead        | shown: average pages of book instead of number of book
            books from Italy         | what about the United States? | condition: country of author is 'United States' instead of country of author is 'Italy'
            books from Italy         | for all countries            | removed: country of author is 'Italy'
            books from Italy         | count them                   | shown: number of book instead of title of book
            books from Italy         | also show the pages          | added shown: pages of book
            how many books are rare  | list them                    | shown: title of book instead of number of book
            loans in 2025            | in 2024 instead              | condition: lent on of loan is from 2024-01-01 to 2024-12-31 instead of lent on of loan is from 2025-01-01 to 2025-12-31
            loans in 2025            | drop the date filter         | removed: lent on of loan is from 2025-01-01 to 2025-12-31
            """)
    void saysWhatAFollowUpChanges(String question, String followUp, String change) {
        assertThat(changed(said(question, followUp))).isEqualTo(change);
    }

    @Test
    void everyLinkOfAChainCounts() {
        Candidate candidate = best(said("number of books by genre", "only from Italy", "by country", "top 2"));

        assertThat(candidate.restatement())
                .contains("for each country of author")
                .contains("'Italy'")
                .contains("only the first 2")
                .doesNotContain("genre");
    }

    @Test
    void onlyThePhrasesOfTheFollowUpAreExplained() {
        assertThat(best(said("number of books by genre", "only from Italy")).understoodAs())
                .singleElement()
                .satisfies(phrase -> {
                    assertThat(phrase.phrase()).isEqualTo("Italy");
                    assertThat(phrase.start()).isEqualTo(10);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number of books by genre | only from Atlantis       | Atlantis
            number of books by genre | by shoe size             | shoe
            number of books by genre | why not include refunds? | refunds
            """)
    void namesTheWordsThatItDoesNotKnow(String question, String followUp, String unknown) {
        assertThat(declined(said(question, followUp)).unknownWords()).contains(unknown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number of books by genre | drop the date filter   | no particular time
            number of books          | top 3                  | what order
            books from Italy         | by genre               | measures nothing
            books from Italy         | from Italy             | changes nothing
            number of books by genre | compare with last year | comparison
            books from Italy         | and from the United States | as well, or instead
            number of books by genre | by month               | as well, or instead
            number of books by genre | delete the novels      | never changes data
            """)
    void declinesWhatCannotBeOrIsNotClear(String question, String followUp, String reason) {
        assertThat(declined(said(question, followUp)).message()).contains(reason);
    }

    @Test
    void aWholeQuestionOfItsOwnIsTakenAsSuch() {
        Candidate candidate = best(said("number of books by genre", "how many readers are there?"));

        assertThat(candidate.revision()).contains(new Revision(Revision.Manner.NEW_QUESTION, List.of()));
        assertThat(candidate.restatement()).isEqualTo("Number of member.");
    }

    @Test
    void whatWasNotUnderstoodChangesNothing() {
        assertThat(changed(said("number of books by genre", "by shoe size", "top 3")))
                .isEqualTo("added limit: only the first 3");
    }

    @Test
    void aChainThatMeansSomethingElseTodayIsDeclined() {
        List<Attempt> earlier =
                List.of(attempt("number of books", Attempt.Outcome.ANSWERED, Optional.of("Number of scrolls.")));

        assertThat(declined(engine.refine(
                                refined("number of books", 2, "only novels"), earlier, Library.context(), Trials.NONE))
                        .message())
                .contains("otherwise today");
    }

    @Test
    void aChainThatBeganElsewhereIsDeclined() {
        Attempt byModel = new Attempt(
                "number of books",
                Library.question("x").askedAt(),
                Attempt.Outcome.ANSWERED,
                Optional.of("Number of book."),
                Optional.empty(),
                false);

        assertThat(declined(engine.refine(
                                refined("number of books", 2, "only novels"),
                                List.of(byModel),
                                Library.context(),
                                Trials.NONE))
                        .reason())
                .isEqualTo(Decline.Reason.UNSUPPORTED);
    }

    @Test
    void aChainWithoutItsBeginningIsDeclined() {
        List<Attempt> earlier =
                List.of(attempt("only novels", Attempt.Outcome.ANSWERED, Optional.of("Number of book.")));

        assertThat(declined(engine.refine(
                                refined("number of books", 3, "top 3"), earlier, Library.context(), Trials.NONE))
                        .message())
                .contains("no longer kept");
    }

    @Test
    void relativeDatesOfTheChainStayThoseOfTheirDay() {
        Question question = refined("loans last month", 2, "count them");
        Attempt first =
                attempt("loans last month", engine.propose(Library.question("loans last month"), Library.context()));
        Question later = new Question(
                question.id(),
                question.team(),
                question.source(),
                question.text(),
                question.tables(),
                true,
                question.maxRows(),
                question.askedAt().plus(Duration.ofDays(60)),
                question.refinement());

        assertThat(best(engine.refine(later, List.of(first), Library.context(), Trials.NONE))
                        .restatement())
                .contains("from 2026-02-01 to 2026-02-28");
    }

    @Test
    void whatTookTooMuchIsAskedOfAShorterTimeThenOfAShorterOne() {
        Attempt slow = attempt("number of loans", Attempt.Outcome.TOO_MUCH, Optional.empty());
        Proposal year = engine.refine(refined("number of loans", 2, ""), List.of(slow), Library.context(), Trials.NONE);
        Attempt slower = attempt("", Attempt.Outcome.TOO_MUCH, Optional.empty());
        Proposal quarter =
                engine.refine(refined("number of loans", 3, ""), List.of(slow, slower), Library.context(), Trials.NONE);

        assertThat(changed(year)).isEqualTo("repaired – added: lent on of loan is from 2025-03-18 to 2026-03-18");
        assertThat(best(quarter).revision().map(Revision::manner)).contains(Revision.Manner.REPAIRED);
        assertThat(best(quarter).restatement()).contains("2025-12-18");
    }

    @Test
    void aListThatTookTooMuchAndHasNoTimeIsCutShort() {
        Attempt slow = attempt("authors", Attempt.Outcome.TOO_MUCH, Optional.empty());
        Proposal proposal =
                engine.refine(refined("list all authors", 2, ""), List.of(slow), Library.context(), Trials.NONE);

        assertThat(best(proposal).revision())
                .hasValueSatisfying(revision -> assertThat(revision.changes())
                        .extracting(Change::part)
                        .containsAnyOf(Change.Part.LIMIT, Change.Part.CONDITION));
    }

    @Test
    void whatWasInterruptedIsAskedAgain() {
        Attempt interrupted = attempt("number of books", Attempt.Outcome.INTERRUPTED, Optional.empty());
        Proposal proposal =
                engine.refine(refined("number of books", 2, ""), List.of(interrupted), Library.context(), Trials.NONE);

        assertThat(best(proposal).revision()).contains(new Revision(Revision.Manner.ASKED_AGAIN, List.of()));
    }
}
