package dev.sayql.llm;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Clarification;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.ModelFault;
import dev.sayql.core.generation.ModelReply;
import dev.sayql.core.generation.ModelTask;
import dev.sayql.core.generation.ModelWriter;
import dev.sayql.core.generation.Spending;
import dev.sayql.core.generation.TextEmbedder;
import dev.sayql.core.history.EgressLog;
import dev.sayql.core.history.VerifiedQueries;
import dev.sayql.core.team.ModelPolicies;
import dev.sayql.core.team.ModelPolicy;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.SqlText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Writes SQL by asking the configured language model. Nothing is sent on behalf of a team that does not want it, nothing beyond
 * its budget, and nothing that was not recorded first. Thread-safe.
 */
public final class LanguageModel implements ModelWriter, AutoCloseable {

    /** Nobody measured how often a model is right here, so an answer of one is never called sure. */
    private static final double UNMEASURED = 0.5;

    private final ModelSettings settings;
    private final ModelPolicies policies;
    private final Examples examples;
    private final Prompts prompts;
    private final Calls calls;
    private final Clock clock;
    private final Flights<Flight> flights = new Flights<>();

    /** Equal for questions that one reply answers: the prompt holds all that a reply depends on. */
    private record Flight(TeamId team, Prompt prompt) {}

    /**
     * @param verified what people approved: the likest of it goes along as examples
     * @param embedder finds the tables of a large schema by meaning; it may take long to read all of them
     * @param chance numbers from 0 to 1
     */
    public LanguageModel(
            ModelSettings settings,
            EgressLog log,
            ModelPolicies policies,
            VerifiedQueries verified,
            Optional<TextEmbedder> embedder,
            Clock clock,
            DoubleSupplier chance) {
        this.settings = settings;
        this.policies = policies;
        this.examples = new Examples(verified);
        this.prompts = new Prompts(settings.contextTokens(), embedder);
        this.calls = new Calls(settings, log, clock, chance);
        this.clock = clock;
    }

    /** Who writes with these settings: the model and the version of the prompt. What another wrote is not the same. */
    public static String writer(ModelSettings settings) {
        return settings.model() + " " + Prompts.VERSION;
    }

    @Override
    public ModelReply write(ModelTask task, Duration within, Cancellation cancellation) {
        TeamId team = task.question().team();
        ModelPolicy policy = policies.of(team);
        if (policy.sharing() == ModelPolicy.Sharing.NOTHING) {
            return new ModelReply.Failed(ModelFault.SWITCHED_OFF, Spending.none());
        }
        Prompt prompt = prompts.of(
                task,
                policy.sharing(),
                examples.of(team, task.context(), task.question().text()));
        Calls.Payer payer = new Calls.Payer(
                team, Optional.of(task.question().id()), policy.monthlyBudget().orElse(settings.budget()));
        return flights.share(
                new Flight(team, prompt),
                cancellation,
                () -> reply(calls.call(prompt, payer, shorter(within), cancellation), task.declined()));
    }

    /** Twice what one call may take: a repair of a slow reply is worth as much again, and no more. */
    @Override
    public Duration patience() {
        return settings.deadline().multipliedBy(2);
    }

    private Duration shorter(Duration within) {
        return within.compareTo(settings.deadline()) < 0 ? within : settings.deadline();
    }

    private ModelReply reply(Calls.Ended ended, Decline otherwise) {
        return switch (ended) {
            case Calls.Ended.Failed(ModelFault fault, Spending spent) -> new ModelReply.Failed(fault, spent);
            case Calls.Ended.Replied(String text, Spending spent) ->
                switch (ReplyReading.of(text)) {
                    case ReplyReading.Wrote(String sql, List<String> assumptions) ->
                        new ModelReply.Wrote(candidate(sql, assumptions), spent);
                    case ReplyReading.AsksBack(String question, List<String> options) ->
                        new ModelReply.Unclear(new Clarification(question, options), spent);
                    case ReplyReading.Declines(String reason) ->
                        new ModelReply.Declined(
                                new Decline(
                                        Decline.Reason.UNSUPPORTED,
                                        "The language model declines: " + reason,
                                        otherwise.unknownWords(),
                                        otherwise.nearest()),
                                spent);
                    case ReplyReading.Unreadable() -> new ModelReply.Failed(ModelFault.UNREADABLE, spent);
                };
        };
    }

    private Candidate candidate(String sql, List<String> assumptions) {
        String restatement = assumptions.isEmpty()
                ? "A language model wrote this SQL."
                : "A language model wrote this SQL. It assumed: " + String.join("; ", assumptions) + ".";
        return new Candidate(new SqlText(sql), restatement, List.of(), UNMEASURED, List.of())
                .writtenBy(settings.model());
    }

    /**
     * What a test of the access brought. Immutable.
     *
     * @param fault why there was no reply; empty when there was one
     * @param spent what the test cost
     */
    public record Access(String model, Optional<ModelFault> fault, Spending spent, Duration took) {}

    /** Makes one tiny call on a team's behalf and says whether there was a reply, in whatever form. */
    public Access test(TeamId team) {
        Instant started = clock.instant();
        Calls.Ended ended = calls.call(
                prompts.ofTest(),
                new Calls.Payer(
                        team,
                        Optional.empty(),
                        policies.of(team).monthlyBudget().orElse(settings.budget())),
                settings.deadline(),
                Cancellation.never());
        Optional<ModelFault> fault =
                ended instanceof Calls.Ended.Failed(ModelFault why, Spending _) ? Optional.of(why) : Optional.empty();
        return new Access(settings.model(), fault, ended.spent(), Duration.between(started, clock.instant()));
    }

    @Override
    public void close() {
        calls.close();
    }
}
