package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.core.team.TeamId;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Walks the ways that a question can go, so that the Java runtime can record which classes a start needs. What goes wrong
 * is no matter: whatever was reached is recorded.
 */
@Command(name = "warm-up", description = "Records what fast starts need.", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

    private static final List<String> QUESTIONS = List.of(
            "What is the total revenue by region?",
            "How many orders were delivered last month?",
            "What will the weather be tomorrow?");

    private static final TeamId TEAM = new TeamId("warm-up");

    private final Console console;

    WarmUpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Console silent = new Console(nowhere, console.err(), console.width(), false, console.environment());
            for (String question : QUESTIONS) {
                ask(silent, question);
            }
            ask(silent, "--json", QUESTIONS.getFirst());
            ask(silent, "");
        }
        return ExitCode.ANSWERED;
    }

    /** On behalf of a team of its own, so that nobody finds questions in their history that they never asked. */
    private static void ask(Console silent, String... arguments) {
        CommandLine line = new CommandLine(new Main(silent)).addSubcommand("ask", new AskCommand(silent, TEAM));
        Main.execute(
                line,
                silent,
                Stream.concat(Stream.of("ask"), Stream.of(arguments)).toArray(String[]::new));
    }
}
