package dev.sayql.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Another Java process that starts the server under a home, says what it does line by line, and waits to be ended. */
final class StartProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;

    private StartProcess(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The other process: prints progress, then "ready" and the port, then holds the server until its input ends. */
    public static void main(String[] arguments) throws IOException {
        EmbeddedSettings settings = EmbeddedSettings.of(Path.of(arguments[0]))
                .withIdleTimeout(Duration.ofSeconds(60))
                .withoutDurability();
        Consumer<String> say = System.out::println;
        try (EmbeddedPostgres server = EmbeddedPostgres.start(settings.withProgress(say))) {
            say.accept("ready " + server.sample().port());
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (EmbeddedException e) {
            say.accept("failed " + e.code() + " " + e.getMessage());
        }
    }

    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    static StartProcess in(Path home) throws IOException {
        return new StartProcess(builder(List.of(), classPath(), home).start());
    }

    /** With another program path, or as another account by way of the words put before. */
    static ProcessBuilder builder(List<String> before, String classPath, Path home) {
        List<String> words = new ArrayList<>(before);
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-cp", classPath, StartProcess.class.getName(), home.toString()));
        return new ProcessBuilder(words).redirectErrorStream(true).directory(new File("/"));
    }

    static StartProcess of(ProcessBuilder builder) throws IOException {
        return new StartProcess(builder.start());
    }

    /** Reads on to the first line with these words, which is answered. */
    String await(String words) {
        StringBuilder said = new StringBuilder();
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains(words)) {
                    return line;
                }
                said.append(line).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("The other process ended without saying '" + words + "': " + said);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
