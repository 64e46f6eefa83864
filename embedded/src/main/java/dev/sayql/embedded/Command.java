package dev.sayql.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs one program to its end and keeps what it said. */
final class Command {

    /**
     * How it ended.
     *
     * @param exitCode 0 when it went well
     * @param output standard output and error together
     */
    record Outcome(int exitCode, String output) {

        boolean wentWell() {
            return exitCode == 0;
        }
    }

    private Command() {}

    /** Runs in the root folder, in PostgreSQL's plain environment; a program that takes too long is killed. */
    static Outcome run(List<String> words, Duration patience) throws IOException {
        ProcessBuilder builder = plain(words).redirectErrorStream(true);
        Process process = builder.start();
        var output = CompletableFuture.supplyAsync(() -> read(process), Command::startVirtual);
        try {
            if (!process.waitFor(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                process.destroyForcibly();
                return new Outcome(-1, words.getFirst() + " did not end within " + patience.toSeconds() + " seconds");
            }
            return new Outcome(process.exitValue(), output.join());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw EmbeddedException.interrupted(e);
        }
    }

    /** Starts a program that goes on when we end; nothing of it is kept. */
    static void leaveRunning(List<String> words) throws IOException {
        plain(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static ProcessBuilder plain(List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(new File("/"))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static void startVirtual(Runnable task) {
        Thread.ofVirtual().name("sayql-embedded-output").start(task);
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
