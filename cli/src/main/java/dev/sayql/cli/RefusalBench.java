package dev.sayql.cli;

import dev.sayql.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Sends what a server refuses without any work, one request after the other over one connection, and says how long that took as
 * a caller sees it.
 */
final class RefusalBench {

    private static final int ROUNDS = 500;
    private static final int WARMING = 100;
    private static final double WANTED_MILLIS = 2;

    private final HttpClient client;
    private final URI asking;
    private final Consumer<String> print;

    RefusalBench(HttpClient client, int port, Consumer<String> print) {
        this.client = client;
        this.asking = URI.create("http://127.0.0.1:" + port + "/query/generate");
        this.print = print;
    }

    /**
     * Measures; unknown keys come last, for after twenty of them no key from here is looked at for a while.
     *
     * @param key of a team that may ask as often as it likes
     * @param limited of a team that has asked as often as it may
     */
    void run(String key, String limited) {
        String question = Json.write(Map.of("natural_language_query", "How many orders are there?"));
        String tooLong = Json.write(Map.of("natural_language_query", "a".repeat(4_001)));
        boolean reached = measure("over the limit", limited, question, 429);
        reached &= measure("a question that is too long", key, tooLong, 400);
        reached &= measure("unknown keys", "sayql_dev_unknown", question, 429);
        print.accept((reached ? "Reached" : "Missed") + ": refused within 2 ms (median), without any work");
    }

    private boolean measure(String what, String key, String body, int status) {
        List<Long> nanos = new ArrayList<>();
        for (int round = 0; round < WARMING + ROUNDS; round++) {
            long started = System.nanoTime();
            int got = send(key, body);
            if (round >= WARMING) {
                nanos.add(System.nanoTime() - started);
                if (got != status) {
                    throw new IllegalStateException(what + " got " + got + ", not " + status);
                }
            }
        }
        double p50 = BenchCommand.percentile(nanos, 50) / 1e6;
        print.accept(String.format(
                Locale.ROOT,
                "refused: %-28s p50 %.2f ms, p95 %.2f ms",
                what,
                p50,
                BenchCommand.percentile(nanos, 95) / 1e6));
        return p50 <= WANTED_MILLIS;
    }

    private int send(String key, String body) {
        HttpRequest request = HttpRequest.newBuilder(asking)
                .header("x-api-key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
