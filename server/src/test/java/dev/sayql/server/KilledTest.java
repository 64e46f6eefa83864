package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.api.Json;
import dev.sayql.app.AppConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is killed under load has recorded everything it answered. */
class KilledTest {

    private static final List<String> QUESTIONS = List.of(
            "How many orders are there?",
            "What is the total revenue by region?",
            "List all products",
            "How many orders were cancelled last month?");

    /** The server that is killed, as a process of its own. */
    public static final class Victim {

        private Victim() {}

        /** Serves until it is killed; tells its port in a file, for its words go to the parent's log. */
        public static void main(String[] arguments) throws IOException, InterruptedException {
            Server server = Server.start(AppConfig.from(System.getenv()), notice -> {});
            Files.writeString(Path.of(arguments[0]), Integer.toString(server.port()));
            Thread.currentThread().join();
        }
    }

    @Test
    void nothingThatWasAnsweredIsMissing(@TempDir Path home) throws Exception {
        try (Service service = new Service("killed", home)) {
            String key = service.key();
            Path port = home.resolve("victim.port");
            Process victim = start(service, port);
            Set<String> answered = ConcurrentHashMap.newKeySet();
            AtomicBoolean killed = new AtomicBoolean();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                int number = awaitPort(port, victim);
                for (int i = 0; i < 8; i++) {
                    int begin = i;
                    threads.execute(() -> ask(service, number, key, begin, answered, killed));
                }
                while (answered.size() < 40) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                killed.set(true);
                victim.destroyForcibly().waitFor();
            }
            assertThat(answered).hasSizeGreaterThanOrEqualTo(40);
            for (String id : answered) {
                assertThat(service.get(key, "/query/{id}", Map.of("id", id), "").status())
                        .as(id)
                        .isEqualTo(200);
            }
        }
    }

    private static Process start(Service service, Path port) throws IOException {
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                port.toString());
        process.environment().putAll(service.settings());
        process.redirectErrorStream(true);
        Process started = process.start();
        Thread.ofVirtual().start(() -> drain(started));
        return started;
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

    private static int awaitPort(Path port, Process victim) throws Exception {
        while (!Files.exists(port) || Files.size(port) == 0) {
            assertThat(victim.isAlive()).isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Integer.parseInt(Files.readString(port));
    }

    private static void ask(
            Service service, int port, String key, int begin, Set<String> answered, AtomicBoolean killed) {
        for (int i = begin; !killed.get(); i++) {
            String question = "{\"natural_language_query\": \"" + QUESTIONS.get(i % QUESTIONS.size()) + "\"}";
            try {
                var reply = service.send(port, "POST", "/query/generate", question, Map.of("x-api-key", key));
                if (reply.statusCode() == 200) {
                    answered.add(Json.read(reply.body())
                            .orElseThrow()
                            .get("query_id")
                            .textValue());
                }
            } catch (UncheckedIOException gone) {
                return;
            }
        }
    }
}
