package dev.sayql.cli;

import dev.sayql.core.schema.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said when the word after the program's name is none of its commands. */
final class MistypedCommand {

    private static final int FARTHEST = 2;

    private MistypedCommand() {}

    /** Empty when something else is wrong. */
    static Optional<String> sentence(ParameterException wrong) {
        List<String> commands = wrong.getCommandLine().getSubcommands().entrySet().stream()
                .filter(MistypedCommand::isShown)
                .map(Map.Entry::getKey)
                .toList();
        if (commands.isEmpty()
                || !(wrong instanceof UnmatchedArgumentException unmatched)
                || unmatched.isUnknownOption()
                || unmatched.getUnmatched().isEmpty()) {
            return Optional.empty();
        }
        String typed = unmatched.getUnmatched().getFirst();
        String nearest = commands.stream()
                .filter(command -> EditDistance.between(command, typed) <= FARTHEST)
                .min(Comparator.comparingInt(command -> EditDistance.between(command, typed)))
                .map(command -> "; the nearest is \"" + command + "\".")
                .orElse(commands.contains("ask") ? "; questions go after ask: sayql ask \"How many …?\"" : ".");
        return Optional.of("There is no command \"" + typed + "\"" + nearest);
    }

    private static boolean isShown(Map.Entry<String, CommandLine> command) {
        return !command.getValue().getCommandSpec().usageMessage().hidden();
    }
}
