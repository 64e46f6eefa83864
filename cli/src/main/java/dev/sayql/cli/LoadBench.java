package dev.sayql.cli;

import dev.sayql.api.Json;
import dev.sayql.app.App;
import dev.sayql.app.AppConfig;
import dev.sayql.core.answer.Answer;
import dev.sayql.core.answering.Progress;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.team.IssuedKey;
import dev.sayql.core.team.Team;
import dev.sayql.core.team.TeamId;
import dev.sayql.core.team.TeamLimits;
import dev.sayql.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Asks a server on this machine over HTTP, from this machine, with history on: first questions of which no two are the same,
 * then a few over and over. Says how many answers a second came, how long they took, and how that compares with the bare
 * driver running the same SQL.
 */
final class LoadBench {

    /** Apart from whoever works here: what is measured fills nobody's history and uses up nobody's month. */
    static final TeamId TEAM = new TeamId("bench");

    private static final TeamId LIMITED = new TeamId("bench-limited");

    private static final TeamLimits NO_LIMITS =
            new TeamLimits(TeamLimits.MOST, TeamLimits.MOST, TeamLimits.MOST, 1_000, 1_000);
    private static final TeamLimits ONE_A_MINUTE = new TeamLimits(1, 1, 1, 1, 1);
    private static final int BARE_ROUNDS = 20;
    private static final double WANTED_A_SECOND = 50;
    private static final double WANTED_P95_MILLIS = 150;

    /** Wordings with a place for a number, so that no two questions are the same. */
    private static final List<String> WORDINGS = List.of(
            "How many orders were placed in the last %d days?",
            "What is the total revenue by region in the last %d days?",
            "Which customers placed more than %d orders?",
            "List the top %d products by price",
            "How many products cost more than %d?",
            "What is the average order value in the last %d days?",
            "Show the top %d customers by revenue",
            "How many reviews have a rating above %d?");

    private static final List<String> REPEATED = List.of(
            "How many orders are there?",
            "What is the total revenue by region?",
            "List all products",
            "Which customers placed the most orders?",
            "What is the average order value?");

    private final Console console;
    private final Duration duration;
    private final int threads;

    LoadBench(Console console, Duration duration, int threads) {
        this.console = console;
        this.duration = duration;
        this.threads = threads;
    }

    /** Samples of one kind of questions, in nanoseconds. */
    private record Load(int answered, int withheld, int failed, List<Long> nanos, Duration took) {

        double aSecond() {
            return answered / (took.toNanos() / 1e9);
        }

        double millis(int percent) {
            return BenchCommand.percentile(nanos, percent) / 1e6;
        }
    }

    void run(AppConfig config) {
        served(config, (app, port, key) -> {
            measure(app, port, key);
            refuse(app, port, key);
        });
    }

    /** Types so many questions instead of asking them. */
    void type(AppConfig config, int questions) {
        served(config, (app, port, key) -> {
            try (HttpClient client = HttpClient.newHttpClient()) {
                new TypingBench(client, port, key, this::print)
                        .run(
                                questions,
                                text -> app.answering()
                                                .answer(question(app, text), Progress.silent(), Cancellation.never())
                                                .answer()
                                        instanceof Answer.Result);
            }
        });
    }

    /** What is done with a server. */
    @FunctionalInterface
    private interface Measuring {
        void of(App app, int port, String key);
    }

    private void served(AppConfig config, Measuring measuring) {
        // Thousands of lines of the access log would bury the figures.
        System.setProperty("org.slf4j.simpleLogger.log.dev.sayql.server", "warn");
        AppConfig apart = config.withTeam(TEAM);
        try (App app = Opening.app(apart, console)) {
            Team team = app.teams().find(TEAM).orElseThrow();
            IssuedKey key = app.keys().issue(TEAM, "dev", "bench");
            app.teams().change(team.withLimits(NO_LIMITS).withActive(true));
            try (Server server = Server.start(apart.withPort(0), console::progress)) {
                measuring.of(app, server.port(), key.text());
            } finally {
                app.keys().revoke(TEAM, key.id());
                app.teams().change(team.withActive(false));
            }
        }
    }

    private void refuse(App app, int port, String key) {
        Team limited = new Team(LIMITED, LIMITED.value(), Optional.empty(), ONE_A_MINUTE, true, Instant.now());
        app.teams().create(limited);
        app.teams().change(limited);
        IssuedKey limitedKey = app.keys().issue(LIMITED, "dev", "bench");
        try (HttpClient client = HttpClient.newHttpClient()) {
            new RefusalBench(client, port, this::print).run(key, limitedKey.text());
        } finally {
            app.keys().revoke(LIMITED, limitedKey.id());
            app.teams().change(limited.withActive(false));
        }
    }

    private void measure(App app, int port, String key) {
        IntFunction<String> distinct =
                number -> WORDINGS.get(number % WORDINGS.size()).formatted(2 + number / WORDINGS.size());
        IntFunction<String> repeated = number -> REPEATED.get(number % REPEATED.size());
        load(port, key, distinct, 0, Duration.ofSeconds(Math.max(3, duration.toSeconds() / 2)));
        Load first = load(port, key, distinct, 4_000, duration);
        Load second = load(port, key, repeated, 0, duration);
        print("%d callers, %d s for each kind, history on, all on this machine"
                .formatted(threads, duration.toSeconds()));
        print("%-26s %10s %10s %10s %10s %10s".formatted("", "answers/s", "p50 ms", "p95 ms", "withheld", "failed"));
        print(line("distinct questions", first));
        print(line("repeated questions", second));
        compare(app, "distinct", distinct, first);
        compare(app, "repeated", repeated, second);
        boolean reached = first.aSecond() >= WANTED_A_SECOND && first.millis(95) <= WANTED_P95_MILLIS;
        print((reached ? "Reached" : "Missed") + ": 50 answers a second with p95 within 150 ms, of distinct questions");
    }

    private static String line(String what, Load load) {
        return String.format(
                Locale.ROOT,
                "%-26s %10.1f %10.1f %10.1f %10d %10d",
                what,
                load.aSecond(),
                load.millis(50),
                load.millis(95),
                load.withheld(),
                load.failed());
    }

    /** The same SQL over the bare driver, one statement after the other. */
    private void compare(App app, String what, IntFunction<String> questions, Load load) {
        List<Long> bare = new ArrayList<>();
        for (int number = 0; number < BARE_ROUNDS * WORDINGS.size(); number++) {
            Answer answer = app.answering()
                    .answer(question(app, questions.apply(number)), Progress.silent(), Cancellation.never())
                    .answer();
            if (answer instanceof Answer.Result result) {
                bare.add(app.runBare(result.sql()).toNanos());
            }
        }
        double p50 = BenchCommand.percentile(bare, 50) / 1e6;
        double p95 = BenchCommand.percentile(bare, 95) / 1e6;
        print(String.format(
                Locale.ROOT,
                "bare driver, %-13s %10s %10.1f %10.1f   answer / driver: p50 %.1f, p95 %.1f",
                what,
                "",
                p50,
                p95,
                load.millis(50) / p50,
                load.millis(95) / p95));
    }

    private static Question question(App app, String text) {
        return new Question(
                new QueryId(UUID.randomUUID()),
                app.team(),
                app.source().id(),
                text,
                Optional.empty(),
                true,
                Question.DEFAULT_ROWS,
                Instant.now());
    }

    private Load load(int port, String key, IntFunction<String> questions, int begin, Duration time) {
        AtomicInteger next = new AtomicInteger(begin);
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger withheld = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        long started = System.nanoTime();
        long until = started + time.toNanos();
        try (HttpClient client = HttpClient.newHttpClient();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < threads; i++) {
                callers.execute(() -> {
                    while (System.nanoTime() < until) {
                        long asked = System.nanoTime();
                        String reply = ask(client, port, key, questions.apply(next.getAndIncrement()));
                        nanos.add(System.nanoTime() - asked);
                        count(reply, answered, withheld, failed);
                    }
                });
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        return new Load(answered.get(), withheld.get(), failed.get(), List.copyOf(nanos), took);
    }

    private static void count(String reply, AtomicInteger answered, AtomicInteger withheld, AtomicInteger failed) {
        Optional<Boolean> success = Json.read(reply)
                .filter(object -> object.has("success"))
                .map(object -> object.get("success").booleanValue());
        success.map(yes -> yes ? answered : withheld).orElse(failed).incrementAndGet();
    }

    private static String ask(HttpClient client, int port, String key, String question) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/query/generate"))
                .header("x-api-key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Map.of("natural_language_query", question))))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void print(String line) {
        console.out().println(line);
    }
}
