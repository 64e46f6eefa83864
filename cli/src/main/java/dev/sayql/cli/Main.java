package dev.sayql.cli;

import java.util.Arrays;
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
        int exitCode = run(Console.ofProcess(), arguments);
        System.exit(exitCode);
    }

    /** Runs one command and returns its exit code. */
    static int run(Console console, String... arguments) {
        CommandLine line = new CommandLine(new Main(console));
        Commands.addTo(line, console, arguments);
        line.setOut(Endings.writer(console.out()));
        line.setErr(Endings.writer(console.err()));
        line.setUsageHelpWidth(Math.clamp(console.width(), 80, 120));
        line.setExecutionExceptionHandler(new Endings(console));
        line.setParameterExceptionHandler(new Endings(console));
        return line.execute(Arrays.copyOf(arguments, arguments.length));
    }

    @Override
    public void run() {
        CommandLine all = new CommandLine(this);
        Commands.addTo(all, console);
        all.usage(console.out());
    }
}
