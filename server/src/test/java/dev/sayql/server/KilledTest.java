package dev.sayql.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.api.Json;
import java.io.UncheckedIOException;
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

    @Test
    void nothingThatWasAnsweredIsMissing(@TempDir Path home) throws Exception {
        try (Service service = new Service("killed", home)) {
            String key = service.key();
            ServerProcess victim = ServerProcess.start(service.settings(), "-Xmx256m", home);
            Set<String> answered = ConcurrentHashMap.newKeySet();
            AtomicBoolean killed = new AtomicBoolean();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 8; i++) {
                    int begin = i;
                    threads.execute(() -> ask(service, victim.port(), key, begin, answered, killed));
                }
                while (answered.size() < 40) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                killed.set(true);
                victim.kill();
            }
            assertThat(answered).hasSizeGreaterThanOrEqualTo(40);
            for (String id : answered) {
                assertThat(service.get(key, "/query/{id}", Map.of("id", id), "").status())
                        .as(id)
                        .isEqualTo(200);
            }
        }
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
