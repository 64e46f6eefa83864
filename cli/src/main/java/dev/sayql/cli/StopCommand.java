package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.AppConfig;
import dev.sayql.embedded.EmbeddedPostgres;
import dev.sayql.server.RunningServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops every HTTP server and the embedded database of this home. */
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
        List<RunningServer> servers = RunningServer.all(config.home());
        List<RunningServer> left =
                servers.stream().filter(server -> !server.stop(PATIENCE)).toList();
        if (!left.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The server (process " + left.getFirst().pid() + ") did not stop in " + PATIENCE.toSeconds()
                            + " s.");
        }
        console.out()
                .println(
                        switch (servers.size()) {
                            case 0 -> "No server was running.";
                            case 1 -> "Server stopped.";
                            default -> servers.size() + " servers stopped.";
                        });
        boolean database = EmbeddedPostgres.stop(config.home());
        console.out().println(database ? "Database stopped." : "No database was running.");
        return ExitCode.ANSWERED;
    }
}
