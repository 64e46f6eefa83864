package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.AppConfig;
import dev.sayql.embedded.EmbeddedPostgres;
import dev.sayql.embedded.EmbeddedStatus;
import dev.sayql.server.RunningServer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says what runs on this machine; starts nothing. */
@Command(name = "status", description = "Says what runs; starts nothing.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    private final Console console;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        AppConfig config = AppConfig.from(console.environment());
        console.out().println("Home:     " + config.home());
        List<RunningServer> servers = RunningServer.all(config.home());
        servers.forEach(running -> console.out()
                .println("Server:   listens on port " + running.port() + " (process " + running.pid() + ")"));
        if (servers.isEmpty()) {
            console.out().println("Server:   not running");
        }
        String database = switch (EmbeddedPostgres.status(config.home())) {
            case EmbeddedStatus.NotSetUp() -> "not set up yet; the first question does it";
            case EmbeddedStatus.Stopped() -> "stopped; the next question starts it";
            case EmbeddedStatus.Running(long pid, int port) ->
                "runs on port " + port + " (process " + pid + "); stops by itself when idle";
        };
        console.out().println("Database: " + database);
        return ExitCode.ANSWERED;
    }
}
