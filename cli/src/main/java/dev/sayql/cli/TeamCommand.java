package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.Administration;
import dev.sayql.app.AppConfig;
import dev.sayql.core.team.ModelPolicy;
import dev.sayql.core.team.Team;
import dev.sayql.core.team.TeamId;
import dev.sayql.core.team.TeamLimits;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and changes teams, directly in the system database. */
@Command(
        name = "team",
        description = "Makes, lists and changes teams: who may ask, and how much.",
        mixinStandardHelpOptions = true)
final class TeamCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    TeamCommand(Console console) {
        this.console = console;
    }

    /** How much a team may ask; what is not said stays as it is. */
    static final class LimitOptions {

        @Option(names = "--per-minute", description = "Requests a minute, in the long run (10).")
        private @Nullable Integer perMinute;

        @Option(names = "--burst", description = "Requests at once after a pause (20).")
        private @Nullable Integer burst;

        @Option(names = "--monthly", description = "Questions in a calendar month (1,000).")
        private @Nullable Integer monthly;

        @Option(names = "--running", description = "Questions worked on at one time (4).")
        private @Nullable Integer running;

        @Option(names = "--queued", description = "Questions that wait for that (16).")
        private @Nullable Integer queued;

        TeamLimits over(TeamLimits limits) {
            try {
                return new TeamLimits(
                        orElse(perMinute, limits.perMinute()),
                        orElse(burst, limits.burst()),
                        orElse(monthly, limits.monthly()),
                        orElse(running, limits.running()),
                        orElse(queued, limits.queued()));
            } catch (IllegalArgumentException wrong) {
                throw new CommandFailure(ExitCode.USAGE, "Wrong: " + wrong.getMessage() + ".");
            }
        }

        private static int orElse(@Nullable Integer said, int otherwise) {
            return said == null ? otherwise : said;
        }
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: create, list, limits, models, activate or deactivate.");
    }

    @Command(name = "create", description = "Makes a team.", mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "team", description = "Its id: lower-case letters, digits and dashes.") String id,
            @Option(names = "--name", description = "Its name, for people; the id when it is left out.") @Nullable
                    String name,
            @Option(names = "--contact", description = "How to reach its people.") @Nullable String contact,
            @Mixin LimitOptions limits) {
        Team team = newTeam(Names.team(id), Optional.ofNullable(name), Optional.ofNullable(contact), limits);
        if (!with(administration -> administration.teams().create(team))) {
            throw new CommandFailure(ExitCode.USAGE, "There is a team " + id + " already.");
        }
        console.out().println("Made team " + id + ". A key for it: sayql key create " + id);
        return ExitCode.ANSWERED;
    }

    private static Team newTeam(TeamId id, Optional<String> name, Optional<String> contact, LimitOptions limits) {
        try {
            return new Team(
                    id,
                    name.orElse(id.value()),
                    contact,
                    limits.over(TeamLimits.defaults()),
                    true,
                    Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS));
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(ExitCode.USAGE, "Wrong: " + wrong.getMessage() + ".");
        }
    }

    @Command(name = "list", description = "Lists the teams and their limits.", mixinStandardHelpOptions = true)
    int list() {
        List<Team> teams = with(administration -> administration.teams().list());
        console.out()
                .printf(
                        "%-24s %-8s %10s %6s %9s %7s %6s  %s%n",
                        "TEAM", "ACTIVE", "PER MINUTE", "BURST", "MONTHLY", "RUNNING", "QUEUED", "NAME");
        for (Team team : teams) {
            TeamLimits limits = team.limits();
            console.out()
                    .printf(
                            "%-24s %-8s %10d %6d %9d %7d %6d  %s%n",
                            team.id(),
                            team.active() ? "yes" : "no",
                            limits.perMinute(),
                            limits.burst(),
                            limits.monthly(),
                            limits.running(),
                            limits.queued(),
                            Escaped.line(team.name()));
        }
        return ExitCode.ANSWERED;
    }

    @Command(name = "limits", description = "Changes how much a team may ask.", mixinStandardHelpOptions = true)
    int limits(@Parameters(paramLabel = "team", description = "Its id.") String id, @Mixin LimitOptions limits) {
        return change(id, team -> team.withLimits(limits.over(team.limits())));
    }

    @Command(
            name = "models",
            description = "Says, and changes, what a team lets language models see and what it may spend on them.",
            mixinStandardHelpOptions = true)
    int models(
            @Parameters(paramLabel = "team", description = "Its id.") String id,
            @Option(names = "--sharing", description = "What leaves beside the question: values, schema or nothing.")
                    @Nullable
                    String sharing,
            @Option(names = "--budget", description = "US dollars a month; \"none\" for what every team may spend.")
                    @Nullable
                    String budget) {
        TeamId team = Names.team(id);
        ModelPolicy policy = with(administration -> {
            if (administration.teams().find(team).isEmpty()) {
                throw Names.noTeam(team);
            }
            ModelPolicy before = administration.policies().of(team);
            ModelPolicy after = new ModelPolicy(
                    sharing == null ? before.sharing() : shared(sharing),
                    budget == null ? before.monthlyBudget() : dollars(budget));
            administration.policies().change(team, after);
            return after;
        });
        console.out()
                .println("Shared with language models: "
                        + policy.sharing().name().toLowerCase(Locale.ROOT) + ". Budget a month: "
                        + policy.monthlyBudget()
                                .map(amount -> "$" + amount.toPlainString())
                                .orElse("what every team may spend")
                        + ".");
        return ExitCode.ANSWERED;
    }

    private static ModelPolicy.Sharing shared(String text) {
        return switch (text) {
            case "values" -> ModelPolicy.Sharing.VALUES;
            case "schema" -> ModelPolicy.Sharing.SCHEMA;
            case "nothing" -> ModelPolicy.Sharing.NOTHING;
            default -> throw new CommandFailure(ExitCode.USAGE, "Wrong: --sharing is values, schema or nothing.");
        };
    }

    private static Optional<BigDecimal> dollars(String text) {
        if (text.equals("none")) {
            return Optional.empty();
        }
        if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
            throw new CommandFailure(
                    ExitCode.USAGE, "Wrong: --budget is an amount of US dollars such as 2.50, or none.");
        }
        return Optional.of(new BigDecimal(text));
    }

    @Command(name = "activate", description = "Lets a team ask again.", mixinStandardHelpOptions = true)
    int activate(@Parameters(paramLabel = "team", description = "Its id.") String id) {
        return change(id, team -> team.withActive(true));
    }

    @Command(
            name = "deactivate",
            description = "Lets a team ask nothing more: its keys are as unknown ones.",
            mixinStandardHelpOptions = true)
    int deactivate(@Parameters(paramLabel = "team", description = "Its id.") String id) {
        return change(id, team -> team.withActive(false));
    }

    private int change(String typed, UnaryOperator<Team> change) {
        TeamId id = Names.team(typed);
        boolean changed = with(administration -> administration
                .teams()
                .find(id)
                .map(change)
                .filter(administration.teams()::change)
                .isPresent());
        if (!changed) {
            throw Names.noTeam(id);
        }
        console.out().println("Changed; servers follow within five seconds.");
        return ExitCode.ANSWERED;
    }

    private <T> T with(Function<Administration, T> work) {
        return Administration.with(AppConfig.from(console.environment()), Opening.parts(console), work);
    }
}
