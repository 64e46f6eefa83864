package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.SourceContext;

/** What the engine says of questions over schemas made up for tests. */
final class Answers {
    private static final LocalEngine ENGINE = new LocalEngine();

    private Answers() {}

    /** The question is answered, and the SQL has this part; blanks count once. */
    static void assertAnswered(String question, SourceContext context, String part) {
        assertThat(ENGINE.propose(Library.question(question), context))
                .isInstanceOfSatisfying(
                        Proposal.Candidates.class,
                        found -> assertThat(
                                        found.ranked().getFirst().sql().text().replaceAll("\\s+", " "))
                                .contains(part));
    }

    static void assertDeclined(String question, SourceContext context) {
        assertThat(ENGINE.propose(Library.question(question), context)).isInstanceOf(Proposal.Declined.class);
    }

    /** The question is declined, or asked back. */
    static void assertNotAnswered(String question, SourceContext context) {
        assertThat(ENGINE.propose(Library.question(question), context)).isNotInstanceOf(Proposal.Candidates.class);
    }
}
