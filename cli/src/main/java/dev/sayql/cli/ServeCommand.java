package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.AppConfig;
import dev.sayql.server.Server;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the HTTP interface until it is told to stop. */
@Command(
        name = "serve",
        description = "Serves the HTTP interface until stopped (Ctrl-C, or 'sayql stop').",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(names = "--port", paramLabel = "n", description = "8080 when not given; 0 takes any free port.")
    private @Nullable Integer port;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        AppConfig config = source.applyTo(AppConfig.from(console.environment()));
        if (port != null) {
            if (port < 0 || port > 65_535) {
                throw new CommandFailure(ExitCode.USAGE, "--port must be between 0 and 65535.");
            }
            config = config.withPort(port);
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Server server = Server.start(config, console::progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server, stopped), "shutdown"));
        console.out().println("SayQL listens on http://" + config.server().bind() + ":" + server.port());
        console.out().flush();
        stopped.await();
        return ExitCode.ANSWERED;
    }

    private void close(Server server, CountDownLatch stopped) {
        console.progress("Stopping …");
        server.close();
        stopped.countDown();
    }
}
