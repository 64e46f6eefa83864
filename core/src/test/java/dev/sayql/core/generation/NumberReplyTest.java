package dev.sayql.core.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Refinement;
import dev.sayql.sql.Rules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberReplyTest {

    private static final Clarification CHOICE =
            new Clarification("What is meant?", List.of("Number of orders.", "Number of users."));
    private static final Attempt ASKED_BACK = attempt("How many?", Attempt.Outcome.NOT_UNDERSTOOD);

    private final List<ModelTask> tasks = new ArrayList<>();

    /** Offers two meanings for the first question and makes nothing of any change. */
    private static final class Unsure implements Generator {

        @Override
        public Proposal propose(Question question, SourceContext context, Trials trials) {
            return new Proposal.Unclear(CHOICE, Optional.empty());
        }

        @Override
        public Proposal refine(Question question, List<Attempt> earlier, SourceContext context, Trials trials) {
            return new Proposal.Declined(
                    new Decline(Decline.Reason.UNSUPPORTED, "By what order?", List.of(), List.of()), Optional.empty());
        }
    }

    private static Attempt attempt(String text, Attempt.Outcome outcome) {
        return new Attempt(text, Shop.NOW, outcome, Optional.empty(), Optional.empty(), true);
    }

    private Draft draft(String reply, Attempt... earlier) {
        return draft(reply, earlier.length + 1, earlier);
    }

    private Draft draft(String reply, int number, Attempt... earlier) {
        Question first = Shop.question("How many?");
        Question question = new Question(
                first.id(),
                first.team(),
                first.source(),
                first.text(),
                first.tables(),
                true,
                first.maxRows(),
                first.askedAt(),
                Optional.of(new Refinement(new QueryId(UUID.randomUUID()), number, reply)));
        ModelWriter model = new ModelWriter() {
            @Override
            public ModelReply write(ModelTask task, Duration within, Cancellation cancellation) {
                tasks.add(task);
                return new ModelReply.Failed(ModelFault.SWITCHED_OFF, Spending.none());
            }

            @Override
            public Duration patience() {
                return Duration.ofMinutes(1);
            }
        };
        return new Drafting(new Unsure(), Optional.of(model), Shop.VALIDATOR, new ScriptedExecutor())
                .draft(
                        question,
                        List.of(earlier),
                        Shop.CONTEXT,
                        Rules.allTablesOf(Shop.SCHEMA.catalog()),
                        Limits.defaults(),
                        Cancellation.never())
                .draft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", " 7. ", "#7", "option 7", "No. 7", "number 7)"})
    void whatWasOfferedIsOfferedAgainWithHowManyItIsAndNoModelIsPaidForIt(String reply) {
        assertThat(draft(reply, ASKED_BACK))
                .isEqualTo(new Draft.Unclear(new Clarification(
                        "There is no number 7: 2 meanings were offered. Choose one of these by its number,"
                                + " or ask in other words.",
                        CHOICE.options())));
        assertThat(tasks).isEmpty();
    }

    @Test
    void alsoWhenSomethingElseWasNotUnderstoodSince() {
        assertThat(draft("7", ASKED_BACK, attempt("8", Attempt.Outcome.NOT_UNDERSTOOD)))
                .isInstanceOf(Draft.Unclear.class);
    }

    @Test
    void afterAnAnswerThereWasNothingToChooseFrom() {
        assertThat(sentence(draft("7", attempt("How many orders?", Attempt.Outcome.ANSWERED))))
                .startsWith(
                        "There was nothing to choose from: the earlier question was answered. Nor does the number alone"
                                + " change it. By what order?");
    }

    @Test
    void whatIsNoNumberAloneIsDeclinedAsBefore() {
        assertThat(sentence(draft("top 7", attempt("How many orders?", Attempt.Outcome.ANSWERED))))
                .startsWith("By what order?");
        assertThat(sentence(draft("7 of them", ASKED_BACK))).startsWith("By what order?");
    }

    @Test
    void whereTheBeginningIsGoneOrTheAttemptFailedNothingIsSaidOfChoices() {
        assertThat(sentence(draft("7", 3, ASKED_BACK))).startsWith("By what order?");
        assertThat(sentence(draft("7", attempt("How many?", Attempt.Outcome.NOT_RUN))))
                .startsWith("By what order?");
    }

    private static String sentence(Draft draft) {
        return draft instanceof Draft.Declined(Decline decline) ? decline.message() : draft.toString();
    }
}
