package dev.sayql.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Types questions key by key, as a fast person does, with a call for suggestions after each key. Says how long the calls took,
 * after how many keys something was suggested, and how much of what was suggested from the schema is answered when asked.
 */
final class TypingBench {

    /** Between two keys, whatever the call took. */
    private static final Duration PAUSE = Duration.ofMillis(80);
    /** Fewer letters say too little. */
    private static final int SHORTEST_PREFIX = 3;

    private static final double WANTED_MILLIS = 20;

    static final List<String> TYPED = List.of(
            "how many orders are there",
            "how many customers live in texas",
            "total revenue by region",
            "orders shipped to germany",
            "top 5 products by revenue",
            "average price of products in electronics",
            "number of orders by status",
            "which customers have the most orders",
            "what is the average order value",
            "list all products",
            "how many orders were cancelled last month",
            "revenue last month",
            "show the 5 newest orders",
            "number of reviews by product",
            "products with the highest price",
            "how many suppliers are there");

    /** There are so many questions to type. */
    static final int MOST = 16;

    private final HttpClient client;
    private final int port;
    private final String key;
    private final Consumer<String> print;

    private final List<Long> nanos = new ArrayList<>();
    private final Set<String> offered = new LinkedHashSet<>();
    private int prefixes;
    private int completed;

    TypingBench(HttpClient client, int port, String key, Consumer<String> print) {
        this.client = client;
        this.port = port;
        this.key = key;
        this.print = print;
    }

    /**
     * Types the first questions and prints what was measured.
     *
     * @param answered whether a question is answered, when it is asked
     */
    void run(int questions, Predicate<String> answered) {
        List<String> texts = TYPED.subList(0, questions);
        // A server that was just started has not looked at its source.
        type(texts.getFirst());
        nanos.clear();
        offered.clear();
        prefixes = 0;
        completed = 0;
        texts.forEach(this::type);
        double median = BenchCommand.percentile(nanos, 50) / 1e6;
        double p95 = BenchCommand.percentile(nanos, 95) / 1e6;
        List<Long> later = nanos.subList(nanos.size() / 2, nanos.size());
        long right = offered.stream().filter(answered).count();
        print.accept("%d questions typed, %d keys, %d ms apart, over HTTP"
                .formatted(texts.size(), nanos.size(), PAUSE.toMillis()));
        print.accept(times("suggestions for one key", median, p95));
        print.accept(times(
                "those of the second half, warmed up",
                BenchCommand.percentile(later, 50) / 1e6,
                BenchCommand.percentile(later, 95) / 1e6));
        print.accept(share("prefixes of 3 letters or more with suggestions", completed, prefixes));
        print.accept(share("suggested from the schema and answered", right, offered.size()));
        print.accept((median <= WANTED_MILLIS && p95 <= WANTED_MILLIS ? "Reached" : "Missed")
                + ": suggestions within 20 ms, median and p95");
    }

    private static String times(String what, double median, double p95) {
        return String.format(Locale.ROOT, "%-42s p50 %.1f ms, p95 %.1f ms", what, median, p95);
    }

    private static String share(String what, long part, long whole) {
        return String.format(
                Locale.ROOT, "%-48s %d of %d (%.1f %%)", what, part, whole, 100.0 * part / Math.max(1, whole));
    }

    private void type(String question) {
        for (int length = 1; length <= question.length(); length++) {
            long started = System.nanoTime();
            JsonNode reply = suggestions(question.substring(0, length));
            nanos.add(System.nanoTime() - started);
            reply.path("suggestions").forEach(suggestion -> {
                if (suggestion.path("origin").asText().equals("schema")) {
                    offered.add(suggestion.path("question").asText());
                }
            });
            if (length >= SHORTEST_PREFIX) {
                prefixes++;
                completed += reply.path("suggestions").isEmpty() ? 0 : 1;
            }
            pause();
        }
    }

    private JsonNode suggestions(String prefix) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/suggest?prefix="
                        + URLEncoder.encode(prefix, StandardCharsets.UTF_8)))
                .header("x-api-key", key)
                .build();
        try {
            HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
            return Json.read(reply.body())
                    .filter(body -> body.has("suggestions"))
                    .orElseThrow(() -> new IllegalStateException("no suggestions: " + reply.statusCode()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
