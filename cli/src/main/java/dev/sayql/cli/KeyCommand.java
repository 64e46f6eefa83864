package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.Administration;
import dev.sayql.app.AppConfig;
import dev.sayql.core.team.IssuedKey;
import dev.sayql.core.team.KeyState;
import dev.sayql.core.team.Team;
import dev.sayql.core.team.TeamId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Makes, lists, replaces and revokes API keys, directly in the system database. A new key alone goes to standard output; what
 * else there is to say goes to standard error.
 */
@Command(name = "key", description = "Makes, lists, replaces and revokes API keys.", mixinStandardHelpOptions = true)
final class KeyCommand implements Callable<Integer> {

    private static final int MOST_HOURS = 24 * 365;
    private static final int LONGEST_LABEL = 200;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    KeyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: create, list, rotate or revoke.");
    }

    @Command(
            name = "create",
            description = "Makes a key of a team, or of an administrator, and shows it once.",
            mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "team", arity = "0..1", description = "The team's id.") @Nullable String team,
            @Option(names = "--admin", description = "A key for the calls of administrators.") boolean admin,
            @Option(names = "--label", defaultValue = "made on the command line", description = "For people.")
                    String label) {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new CommandFailure(ExitCode.USAGE, "A label has 1 to 200 characters.");
        }
        Optional<TeamId> owner = owner(team, admin);
        IssuedKey key = with(administration -> owner.map(id -> {
                    Team known = administration.teams().find(id).orElseThrow(() -> Names.noTeam(id));
                    return administration.keys().issue(known.id(), administration.keyEnvironment(), label);
                })
                .orElseGet(() -> administration.adminKeys().issue(label)));
        show(key);
        return ExitCode.ANSWERED;
    }

    @Command(
            name = "list",
            description = "Lists the keys of a team, or of administrators.",
            mixinStandardHelpOptions = true)
    int list(
            @Parameters(paramLabel = "team", arity = "0..1", description = "The team's id.") @Nullable String team,
            @Option(names = "--admin", description = "The keys of administrators.") boolean admin) {
        Optional<TeamId> owner = owner(team, admin);
        List<KeyState> keys = with(administration -> owner.map(id -> {
                    Team known = administration.teams().find(id).orElseThrow(() -> Names.noTeam(id));
                    return administration.keys().list(known.id());
                })
                .orElseGet(() -> administration.adminKeys().list()));
        Instant now = Clock.systemUTC().instant();
        console.out().printf("%-13s %-6s %-8s %-20s %-20s %-20s %s%n", heading());
        for (KeyState key : keys) {
            console.out()
                    .printf(
                            "%-13s %-6s %-8s %-20s %-20s %-20s %s%n",
                            key.id(),
                            key.environment(),
                            state(key, now),
                            second(Optional.of(key.created())),
                            second(key.lastUsed()),
                            second(key.expires()),
                            Escaped.line(key.label()));
        }
        return ExitCode.ANSWERED;
    }

    private static Object[] heading() {
        return new Object[] {"KEY", "FOR", "STATE", "MADE", "LAST USED", "EXPIRES", "LABEL"};
    }

    private static String state(KeyState key, Instant now) {
        if (key.revoked().isPresent()) {
            return "revoked";
        }
        return key.isValidAt(now) ? "valid" : "expired";
    }

    private static String second(Optional<Instant> moment) {
        return moment.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("-");
    }

    @Command(
            name = "rotate",
            description = "Makes a key in place of another, which stays valid for a while, and shows the new one once.",
            mixinStandardHelpOptions = true)
    int rotate(
            @Parameters(paramLabel = "team", description = "The team's id.") String team,
            @Parameters(paramLabel = "key", description = "The old key's id, as list shows it.") String key,
            @Option(
                            names = "--overlap-hours",
                            defaultValue = "24",
                            description = "For how long both are valid; 0 ends the old one now (${DEFAULT-VALUE}).")
                    int hours) {
        if (hours < 0 || hours > MOST_HOURS) {
            throw new CommandFailure(ExitCode.USAGE, "--overlap-hours is a whole number from 0 to 8,760.");
        }
        TeamId id = Names.team(team);
        IssuedKey next = with(administration -> administration.keys().rotate(id, key, Duration.ofHours(hours)))
                .orElseThrow(() -> noKey(id, key));
        show(next);
        console.progress("The old key " + key + " is valid for " + hours + " h more.");
        return ExitCode.ANSWERED;
    }

    @Command(
            name = "revoke",
            description = "Makes a key invalid; every server refuses it within five seconds.",
            mixinStandardHelpOptions = true)
    int revoke(
            @Parameters(paramLabel = "team", arity = "0..1", description = "The team's id.") @Nullable String team,
            @Option(names = "--admin", description = "It is an administrator's key.") boolean admin,
            @Option(names = "--key", required = true, description = "The key's id, as list shows it.") String key) {
        Optional<TeamId> owner = owner(team, admin);
        boolean revoked =
                with(administration -> owner.map(id -> administration.keys().revoke(id, key))
                        .orElseGet(() -> administration.adminKeys().revoke(key)));
        if (!revoked) {
            throw owner.map(id -> noKey(id, key))
                    .orElseGet(() ->
                            new CommandFailure(ExitCode.USAGE, "There is no valid administrator's key " + key + "."));
        }
        console.out().println("Revoked; servers follow within five seconds.");
        return ExitCode.ANSWERED;
    }

    private static Optional<TeamId> owner(@Nullable String team, boolean admin) {
        if (admin == (team != null)) {
            throw new CommandFailure(ExitCode.USAGE, "Name one team, or say --admin.");
        }
        return Optional.ofNullable(team).map(Names::team);
    }

    private static CommandFailure noKey(TeamId team, String key) {
        return new CommandFailure(ExitCode.USAGE, "Team " + team + " has no valid key " + key + ".");
    }

    private void show(IssuedKey key) {
        console.out().println(key.text());
        console.out().flush();
        console.progress("This is key " + key.id() + ". It is shown only now: keep it where it cannot be read.");
    }

    private <T> T with(Function<Administration, T> work) {
        return Administration.with(AppConfig.from(console.environment()), Opening.parts(console), work);
    }
}
