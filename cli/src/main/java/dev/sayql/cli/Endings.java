package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.api.Replies;
import dev.sayql.app.CannotStartException;
import dev.sayql.app.ConfigurationException;
import dev.sayql.core.history.HistoryUnavailableException;
import dev.sayql.core.schema.SourceUnavailableException;
import dev.sayql.embedded.EmbeddedException;
import dev.sayql.server.CannotListenException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns every failure of a command into one sentence and an exit code. Stack traces are shown only when SAYQL_DEBUG is
 * set.
 */
final class Endings implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final Console console;

    Endings(Console console) {
        this.console = console;
    }

    static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** The code and the sentence that a failure ends with. */
    static CommandFailure of(Throwable failure) {
        return switch (failure) {
            case CommandFailure known -> known;
            case ConfigurationException wrong ->
                new CommandFailure(ExitCode.USAGE, String.join(System.lineSeparator(), wrong.problems()));
            case SourceUnavailableException down ->
                new CommandFailure(down.reason().isRefusal() ? ExitCode.REFUSED : ExitCode.FAILED, down.sentence());
            case HistoryUnavailableException down -> new CommandFailure(ExitCode.FAILED, sentence(down));
            case EmbeddedException unusable -> new CommandFailure(ExitCode.FAILED, sentence(unusable));
            case CannotStartException down -> new CommandFailure(ExitCode.FAILED, sentence(down));
            case CannotListenException busy -> new CommandFailure(ExitCode.USAGE, sentence(busy));
            case NoSuchFileException missing ->
                new CommandFailure(ExitCode.USAGE, "There is no file " + missing.getFile() + ".");
            default ->
                new CommandFailure(
                        ExitCode.INTERNAL,
                        "Something went wrong on our side (error id " + UUID.randomUUID() + ", "
                                + failure.getClass().getSimpleName() + "). Set SAYQL_DEBUG=1 to see more.");
        };
    }

    /** Shows the stack trace when the user asked for such things. */
    static void debug(Console console, Throwable failure) {
        String wanted = console.environment().getOrDefault("SAYQL_DEBUG", "");
        if (wanted.equals("1") || wanted.equals("true")) {
            failure.printStackTrace(console.err());
        }
    }

    /** What was printed did not arrive: whatever the command found out, whoever waits for it has it not. */
    static int ofLostOutput(Console console, String why) {
        console.err()
                .println(Escaped.line("Writing to standard output failed" + (why.isEmpty() ? "" : " (" + why + ")")
                        + "; is the disk full? What was written is not complete."));
        return ExitCode.FAILED;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult result) {
        return end(failure);
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        Optional<String> unknown = MistypedCommand.sentence(wrong);
        String sentence = unknown.orElseGet(() -> sentence(wrong));
        if (List.of(arguments).contains("--json")) {
            console.out().println(Replies.problem(ExitCode.USAGE, sentence).body());
            return ExitCode.USAGE;
        }
        console.err().println(Escaped.line(sentence));
        if (unknown.isPresent() || !UnmatchedArgumentException.printSuggestions(wrong, console.err())) {
            console.err()
                    .println("Try: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.USAGE;
    }

    int end(Throwable failure) {
        CommandFailure ending = of(failure);
        console.err().println(Escaped.text(ending.sentence()));
        debug(console, failure);
        return ending.exitCode();
    }

    private static String sentence(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
