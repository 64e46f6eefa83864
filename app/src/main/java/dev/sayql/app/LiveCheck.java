package dev.sayql.app;

import dev.sayql.core.execution.Limits;
import dev.sayql.core.generation.Decline;
import dev.sayql.core.generation.Draft;
import dev.sayql.core.generation.Drafted;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.history.EgressLog;
import dev.sayql.core.question.Question;
import dev.sayql.core.team.ModelPolicies;
import dev.sayql.core.team.ModelPolicy;
import dev.sayql.core.team.TeamId;
import dev.sayql.llm.LanguageModel;
import dev.sayql.store.StoredModelCalls;
import dev.sayql.store.StoredModelPolicies;
import dev.sayql.store.SystemDatabase;
import dev.sayql.store.SystemDatabaseException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks the configured language model a few real questions about the configured database, whatever the local engine would say, up
 * to a limit of cost. What it writes is checked and planned, and not run. For starting by hand: no test calls a real provider.
 */
public final class LiveCheck {

    private static final List<String> QUESTIONS = List.of(
            "How many rows does the largest table have?",
            "For each month, how many rows were added to the table with the most dates?",
            "Which table is about people, and how many of them are there?");

    private LiveCheck() {}

    /**
     * What came of one question. Immutable.
     *
     * @param good whether there is SQL that passes every check
     */
    public record Finding(String question, boolean good, String sentence, BigDecimal cost) {}

    /**
     * Asks until the questions or the money are at an end.
     *
     * @param most in US dollars, for all of it
     * @throws ConfigurationException when no model is configured, or the source is refused
     * @throws CannotStartException when the system database cannot be used
     */
    public static void run(AppConfig config, Parts parts, BigDecimal most, Consumer<Finding> findings) {
        if (config.model().isEmpty()) {
            throw new ConfigurationException(List.of("No language model is configured; docs/models.md says how."));
        }
        Databases.OfOurs ours = Databases.ofOurs(config, parts);
        try (SystemDatabase system = SystemDatabase.open(ours.system());
                Workbench workbench = new Workbench();
                Workbench.Bench bench = workbench.open(config, parts)) {
            Clock clock = Clock.systemUTC();
            EgressLog log = new StoredModelCalls(system);
            ModelPolicies upTo = new UpTo(new StoredModelPolicies(system), config.team(), log, clock, most);
            try (LanguageModel model = ModelAccess.model(config.model().get(), system, upTo, Optional.empty(), clock)) {
                QUESTIONS.forEach(text -> findings.accept(ask(text, workbench, bench, model)));
            }
        } catch (SystemDatabaseException down) {
            throw new CannotStartException(down);
        } finally {
            ours.local().ifPresent(LocalDatabases.Opened::close);
        }
    }

    private static Finding ask(String text, Workbench workbench, Workbench.Bench bench, LanguageModel model) {
        Question question = workbench.question(bench, text);
        Proposal declined = new Proposal.Declined(
                new Decline(Decline.Reason.UNSUPPORTED, "Left to the model.", List.of(), List.of()), Optional.empty());
        Drafted drafted = workbench.draft(declined, model, question, bench, Limits.defaults());
        return new Finding(
                text,
                drafted.draft() instanceof Draft.Proven,
                sentence(drafted.draft()),
                drafted.spent().cost());
    }

    private static String sentence(Draft draft) {
        return switch (draft) {
            case Draft.Proven(var sql, var _) -> sql.text();
            case Draft.Unclear(var clarification) -> clarification.question();
            case Draft.Declined(var decline) -> decline.message();
            case Draft.Refused(String sql, var _) -> "Refused: " + sql;
            case Draft.TooExpensive(var sql, double _, double _) -> "Too expensive: " + sql.text();
            case Draft.Failed(var sql, var error) -> error.message() + " " + sql.text();
            case Draft.Cancelled(var sql) -> "Cancelled: " + sql.text();
            case Draft.SourceUnavailable(var _, String sentence) -> sentence;
            case Draft.ModelUnavailable(var fault, var _) -> fault.sentence();
        };
    }

    /** What the team shares, and no more money than this check may spend beyond what was counted before it. */
    private record UpTo(ModelPolicies policies, ModelPolicy.Sharing sharing, BigDecimal budget)
            implements ModelPolicies {

        UpTo(ModelPolicies policies, TeamId team, EgressLog log, Clock clock, BigDecimal most) {
            this(
                    policies,
                    policies.of(team).sharing(),
                    log.counted(Workbench.TEAM, YearMonth.now(clock.withZone(ZoneOffset.UTC)))
                            .add(most));
        }

        @Override
        public ModelPolicy of(TeamId team) {
            return new ModelPolicy(sharing, Optional.of(budget));
        }

        @Override
        public boolean change(TeamId team, ModelPolicy policy) {
            return policies.change(team, policy);
        }
    }
}
