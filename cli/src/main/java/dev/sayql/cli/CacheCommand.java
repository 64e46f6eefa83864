package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.Administration;
import dev.sayql.app.AnswerCacheConfig.Home;
import dev.sayql.app.AppConfig;
import dev.sayql.core.history.AnswerCache;
import dev.sayql.core.history.CacheStatistics;
import dev.sayql.core.history.CacheUnavailableException;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is remembered of what language models wrote, directly where it is kept. */
@Command(
        name = "cache",
        description = "Tells what remembered answers of language models are good for, or forgets them.",
        mixinStandardHelpOptions = true)
final class CacheCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CacheCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: stats or clear.");
    }

    @Command(
            name = "stats",
            description = "Tells how many answers a team has, how often they were used, what that saved.",
            mixinStandardHelpOptions = true)
    int stats(
            @Option(names = "--team", description = "Whose; this machine's team when left out.") @Nullable
                    String team) {
        CacheStatistics counted = with(team, AnswerCache::statistics);
        long asked = counted.hits() + counted.misses();
        console.out().println("Answers remembered: %,d".formatted(counted.entries()));
        console.out()
                .println("Questions answered from them: %,d of %,d (%.1f %%)"
                        .formatted(counted.hits(), asked, asked == 0 ? 0 : 100.0 * counted.hits() / asked));
        console.out().println("Saved: $" + counted.saved().toPlainString());
        return ExitCode.ANSWERED;
    }

    @Command(name = "clear", description = "Forgets a team's answers.", mixinStandardHelpOptions = true)
    int clear(
            @Option(names = "--team", description = "Whose; this machine's team when left out.") @Nullable String team,
            @Option(names = "--source", description = "Only those about this source.") @Nullable String source) {
        Optional<SourceId> id = Optional.ofNullable(source).map(CacheCommand::source);
        int forgotten = with(
                team,
                (answers, whose) -> id.map(one -> answers.forget(whose, one)).orElseGet(() -> answers.forget(whose)));
        console.out().println("Forgotten: %,d".formatted(forgotten));
        return ExitCode.ANSWERED;
    }

    private static SourceId source(String text) {
        try {
            return new SourceId(text);
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(ExitCode.USAGE, "Wrong: " + wrong.getMessage() + ".");
        }
    }

    private <T> T with(@Nullable String team, BiFunction<AnswerCache, TeamId, T> work) {
        AppConfig config = AppConfig.from(console.environment());
        if (config.cache().home() == Home.MEMORY) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "With SAYQL_CACHE=memory each server remembers for itself: ask the server, with GET or DELETE /cache.");
        }
        TeamId whose = team == null ? config.team() : Names.team(team);
        try {
            return Administration.with(config, Opening.parts(console), administration -> {
                if (administration.teams().find(whose).isEmpty()) {
                    throw Names.noTeam(whose);
                }
                return work.apply(administration.answers(), whose);
            });
        } catch (CacheUnavailableException away) {
            throw new CommandFailure(ExitCode.FAILED, "The answer cache cannot be reached: look at './sayql doctor'.");
        }
    }
}
