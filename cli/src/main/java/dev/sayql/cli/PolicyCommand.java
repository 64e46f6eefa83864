package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.App;
import dev.sayql.app.AppConfig;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.question.PolicyVersion;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and changes what may be read of a source that a team connected. */
@Command(
        name = "policy",
        description = "Shows and changes what may be read of a database that a team connected.",
        mixinStandardHelpOptions = true)
final class PolicyCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PolicyCommand(Console console) {
        this.console = console;
    }

    /** Which source is meant. */
    static final class Owned {

        @Parameters(index = "0", paramLabel = "team", description = "The team's id.")
        private String team = "";

        @Parameters(index = "1", paramLabel = "source", description = "The source's id.")
        private String source = "";

        Source of(App app) {
            TeamId owner = Names.team(team);
            return sourceId()
                    .flatMap(id -> app.sources().find(owner, id))
                    .orElseThrow(() ->
                            new CommandFailure(ExitCode.USAGE, "Team " + owner + " has no source " + source + "."));
        }

        private Optional<SourceId> sourceId() {
            try {
                return Optional.of(new SourceId(source));
            } catch (IllegalArgumentException wrong) {
                return Optional.empty();
            }
        }
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: show or import.");
    }

    @Command(name = "show", description = "Prints the policy as YAML.", mixinStandardHelpOptions = true)
    int show(@Mixin Owned owned) {
        return with(owned, (app, source) -> {
            console.out()
                    .print(Escaped.text(
                            AppConfig.yamlOf(app.sources().policy(source).policy())));
            console.out().flush();
            return ExitCode.ANSWERED;
        });
    }

    @Command(
            name = "import",
            description =
                    "Takes the policy of a YAML file in place of the one before, once the database was seen to allow it.",
            mixinStandardHelpOptions = true)
    int importFile(
            @Mixin Owned owned,
            @Option(names = "--clear", description = "Open every table in full; goes without a file.") boolean clear,
            @Parameters(index = "2", paramLabel = "file.yaml", arity = "0..1", description = "The file to read.")
                    @Nullable
                    String file) {
        if (clear == (file != null)) {
            throw new CommandFailure(ExitCode.USAGE, "Name one file to import, or say --clear.");
        }
        String document = file == null ? "{}" : SourceOptions.readText(file);
        return with(owned, (app, source) -> switch (app.sources().decide(source, document)) {
            case SourceDesk.Decided.Stored(PolicyVersion decided) -> {
                console.progress("Stored as version " + decided.version() + "; every server obeys it now.");
                yield ExitCode.ANSWERED;
            }
            case SourceDesk.Decided.Faulty(List<String> problems) ->
                throw new CommandFailure(ExitCode.USAGE, String.join("\n", problems));
            case SourceDesk.Decided.NotOurs() ->
                throw new CommandFailure(
                        ExitCode.USAGE, "This source is the operator's: SAYQL_POLICY or --policy names its policy.");
        });
    }

    private int with(Owned owned, BiFunction<App, Source, Integer> use) {
        try (App app = Opening.app(AppConfig.from(console.environment()), console)) {
            return use.apply(app, owned.of(app));
        }
    }
}
