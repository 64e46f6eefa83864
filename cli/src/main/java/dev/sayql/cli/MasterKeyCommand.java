package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.Administration;
import dev.sayql.app.AppConfig;
import dev.sayql.server.RunningServer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The key under which secrets stand in the system database. */
@Command(
        name = "master-key",
        description = "Changes the key under which connections of teams and kept replies are encrypted.",
        mixinStandardHelpOptions = true)
final class MasterKeyCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    MasterKeyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: master-key rotate.");
    }

    @Command(
            name = "rotate",
            description = {
                "Puts everything that is encrypted under another master key; begun again after a failure it does the rest.",
                "With SAYQL_MASTER_KEY: first start all servers with the new key there and the old one in"
                        + " SAYQL_FORMER_MASTER_KEYS; then run this with the same two; then SAYQL_FORMER_MASTER_KEYS can go.",
                "Without it a new key is made in the home folder; servers of this home must be stopped."
            },
            mixinStandardHelpOptions = true)
    int rotate() {
        AppConfig config = AppConfig.from(console.environment());
        boolean ofFile = config.keeping().masterKey().isEmpty();
        List<RunningServer> running = ofFile ? RunningServer.all(config.home()) : List.of();
        if (!running.isEmpty()) {
            String ports = running.stream()
                    .map(server -> Integer.toString(server.port()))
                    .collect(Collectors.joining(", "));
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "A server runs on this home (port " + ports
                            + ") and would go on with the old key: stop it first, for example with './sayql stop'.");
        }
        Administration.Rotated rotated = Administration.rotateMasterKey(config, Opening.parts(console));
        console.out().println("%,d records stand under the new key now.".formatted(rotated.rewrapped()));
        if (rotated.unreadable() > 0) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    ("%,d records stand under a key that is neither the current one nor a former one, or were changed;"
                                    + " they were left as they are. Name the key in SAYQL_FORMER_MASTER_KEYS and try again,"
                                    + " or connect these sources again.")
                            .formatted(rotated.unreadable()));
        }
        console.progress(
                ofFile
                        ? "The old key is gone."
                        : "SAYQL_FORMER_MASTER_KEYS is needed no more once every server was started with the new key.");
        return ExitCode.ANSWERED;
    }
}
