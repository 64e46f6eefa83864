package dev.sayql.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command reads its surroundings and writes its words. Everything goes out in UTF-8.
 *
 * @param width characters in a line; what is wider is shortened
 * @param terminal whether a person looks at standard output, and not a program
 * @param environment the variables of the process
 */
record Console(PrintStream out, PrintStream err, int width, boolean terminal, Map<String, String> environment) {

    private static final int USUAL_WIDTH = 120;
    private static final int LEAST_WIDTH = 40;

    Console {
        environment = Map.copyOf(environment);
    }

    /** The process's own. */
    static Console ofProcess() {
        return new Console(
                Output.to(new FileOutputStream(FileDescriptor.out)),
                Output.to(new FileOutputStream(FileDescriptor.err)),
                width(System.getenv()),
                terminalOfProcess().isPresent(),
                System.getenv());
    }

    /** Shows a line of progress; progress never goes to standard output. */
    void progress(String line) {
        err.println(line);
    }

    /** Says what whoever asks should know and nothing is refused for; never on standard output. */
    void warn(String sentence) {
        err.println(Escaped.line("Warning: " + sentence));
    }

    private static int width(Map<String, String> environment) {
        try {
            return Math.max(
                    LEAST_WIDTH,
                    Optional.ofNullable(environment.get("COLUMNS"))
                            .or(Console::terminalWidth)
                            .map(Integer::parseInt)
                            .orElse(USUAL_WIDTH));
        } catch (NumberFormatException notANumber) {
            return USUAL_WIDTH;
        }
    }

    private static Optional<Path> terminalOfProcess() {
        try {
            Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/1"));
            return Optional.of(target)
                    .filter(path ->
                            path.startsWith("/dev/pts") || path.toString().startsWith("/dev/tty"));
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }

    /** Asks the terminal, when standard output is one. */
    private static Optional<String> terminalWidth() {
        try {
            Optional<Path> terminal = terminalOfProcess();
            if (terminal.isEmpty()) {
                return Optional.empty();
            }
            Process size = new ProcessBuilder("stty", "size")
                    .redirectInput(terminal.get().toFile())
                    .start();
            String answer = new String(size.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return Optional.of(answer.substring(answer.indexOf(' ') + 1)).filter(columns -> !columns.equals("0"));
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }
}
