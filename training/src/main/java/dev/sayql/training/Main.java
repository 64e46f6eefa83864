package dev.sayql.training;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Learns the engine's models and measures the engine. */
@Command(
        name = "training",
        description = "Learns the engine's models and measures the engine.",
        subcommands = {
            TrainCommand.class,
            TrainEncoderCommand.class,
            TrainRerankingCommand.class,
            ScoreCommand.class,
            ContextCommand.class,
            ThesaurusCommand.class
        },
        mixinStandardHelpOptions = true)
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, _) -> {
            if (!(failure instanceof IllegalArgumentException)) {
                throw failure;
            }
            // What was asked for cannot be done, which is no fault of this program.
            command.getErr().println(failure.getMessage());
            return command.getCommandSpec().exitCodeOnInvalidInput();
        });
        System.exit(line.execute(arguments));
    }
}
