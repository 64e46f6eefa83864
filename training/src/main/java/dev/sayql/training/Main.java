package dev.sayql.training;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Learns the engine's models and measures the engine. */
@Command(
        name = "training",
        description = "Learns the engine's models and measures the engine.",
        subcommands = {TrainCommand.class, ScoreCommand.class, ContextCommand.class, ThesaurusCommand.class},
        mixinStandardHelpOptions = true)
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(arguments));
    }
}
