package dev.sayql.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's entry: parses the arguments, runs the named command and exits with its code. */
@Command(
        name = "sayql",
        description = "Plain-English questions answered from PostgreSQL with checked, executed, explained SQL.",
        version = Main.VERSION,
        mixinStandardHelpOptions = true)
public final class Main implements Runnable {

    static final String VERSION = "sayql 0.1.0-SNAPSHOT";

    private final Console console;

    Main(Console console) {
        this.console = console;
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        int exitCode = run(Console.ofProcess(), Arguments.asTyped(arguments));
        System.exit(exitCode);
    }

    /** Runs one command and returns its exit code. */
    static int run(Console console, String... arguments) {
        CommandLine line = new CommandLine(new Main(console));
        Commands.addTo(line, console, arguments);
        return execute(line, console, arguments);
    }

    /** Runs one of the commands that the line has; what goes wrong ends in a sentence and a code. */
    static int execute(CommandLine line, Console console, String... arguments) {
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().version(VERSION));
        line.setOut(Endings.writer(console.out()));
        line.setErr(Endings.writer(console.err()));
        line.setUsageHelpWidth(Math.clamp(console.width(), 80, 120));
        line.setExecutionExceptionHandler(new Endings(console));
        line.setParameterExceptionHandler(new Endings(console));
        int exitCode = line.execute(arguments);
        return Output.loss(console.out())
                .map(why -> Endings.ofLostOutput(console, why))
                .orElse(exitCode);
    }

    @Override
    public void run() {
        CommandLine all = new CommandLine(this);
        Commands.addTo(all, console);
        all.usage(console.out());
    }
}
