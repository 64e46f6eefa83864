package dev.sayql.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line's entry: parses the arguments, runs the named command and exits with its code.
 */
@Command(
        name = "sayql",
        description = "Plain-English questions answered from PostgreSQL with checked, executed, explained SQL.",
        version = "sayql 0.1.0-SNAPSHOT",
        mixinStandardHelpOptions = true)
public final class Main implements Runnable {

    Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
