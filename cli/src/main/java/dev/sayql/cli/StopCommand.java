package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.AppConfig;
import dev.sayql.embedded.EmbeddedPostgres;
import dev.sayql.server.RunningServer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops the HTTP server and the embedded database of this home. */
@Command(
        name = "stop",
        description = "Stops the HTTP server and the embedded database.",
        mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Console console;

    StopCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        AppConfig config = AppConfig.from(console.environment());
        Optional<RunningServer> server = RunningServer.find(config.home());
        if (server.isPresent() && !server.get().stop(PATIENCE)) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The server (process " + server.get().pid() + ") did not stop in " + PATIENCE.toSeconds() + " s.");
        }
        console.out().println(server.isPresent() ? "Server stopped." : "No server was running.");
        boolean database = EmbeddedPostgres.stop(config.home());
        console.out().println(database ? "Database stopped." : "No database was running.");
        return ExitCode.ANSWERED;
    }
}
