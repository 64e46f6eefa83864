package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.generation.Proposal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that read like simpler ones and would get a plausible wrong answer. */
class PitfallsTest {
    private final LocalEngine engine = new LocalEngine();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the most popular book of each author",
                "members with more loans than average last year",
                "authors from Italy with more rare loans than 2",
                "total novels of members and essays",
                "members and their latest loan",
                "books with more pages than the average of their author",
                "books borrowed by every member",
                "books by all authors but not from Italy",
                "members who borrowed only essays",
                "number of books with and without a genre",
                "fines as a percentage of loans",
                "what did members from Italy borrow",
                "the author with the fewest fines and loans",
                "books on sale",
                "the author with the longest book",
                "invisible pages of The Dispossessed",
                "members older than their loan",
                "books on loan",
                "pages fines",
                "the two longest books of each author",
                "books that are both essay and novel",
                "total fines of the top 3 members",
                "books older than 30",
                "top 99999999999 books",
                "loans between 2026-03-01 and 2026-01-01",
                "what made members return books",
                "books without an author",
                "how many Invisible Cities do we have",
                "books over 300 pages, lowest first by name of what",
                "books with more pages than the average book in their genre",
                "authors whose books were all borrowed",
                "members who borrowed a book they borrowed",
                "authors with members who never borrowed a book"
            })
    void areDeclined(String question) {
        assertThat(engine.propose(Library.question(question), Library.context()))
                .isInstanceOf(Proposal.Declined.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fines per member",
                "top 2 books per author by loans",
                "the second longest book",
                "the longest book",
                "the longest book of each author",
                "the author with the fewest books",
                "books with more than 300 pages",
                "number of loans for every book",
                "the author with the most books",
                "members with more than 2 loans in 2025",
                "books borrowed by members in 2025",
                "how many members borrowed essays last year"
            })
    void theSimplerOnesAreAnswered(String question) {
        assertThat(engine.propose(Library.question(question), Library.context()))
                .isInstanceOf(Proposal.Candidates.class);
    }
}
