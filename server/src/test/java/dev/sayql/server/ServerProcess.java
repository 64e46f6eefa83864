package dev.sayql.server;

import dev.sayql.app.AppConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, which can be killed and has no more memory than it is given. */
record ServerProcess(Process process, int port) implements AutoCloseable {

    /** What such a process runs. */
    public static final class Body {

        private Body() {}

        /** Serves until it is killed; tells its port in a file, for its words go to the parent's log. */
        public static void main(String[] arguments) throws IOException, InterruptedException {
            Server server = Server.start(AppConfig.from(System.getenv()), notice -> {});
            Files.writeString(Path.of(arguments[0]), Integer.toString(server.port()));
            Thread.currentThread().join();
        }
    }

    /** Returns when it listens. */
    static ServerProcess start(Map<String, String> environment, String memory, Path folder)
            throws IOException, InterruptedException {
        Path port = folder.resolve(UUID.randomUUID() + ".port");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                memory,
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Body.class.getName(),
                port.toString());
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        Thread.ofVirtual().start(() -> drain(process));
        while (!Files.exists(port) || Files.size(port) == 0) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended with " + process.exitValue());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return new ServerProcess(process, Integer.parseInt(Files.readString(port)));
    }

    private static void drain(Process process) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (lines.readLine() != null) {
                // Its log is nobody's matter.
            }
        } catch (IOException ended) {
            // It was killed.
        }
    }

    /** The largest share of memory that it ever held, in megabytes, as Linux counts it; 0 elsewhere. */
    long peakMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }

    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
