package dev.sayql.api;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.history.AuditEntry;
import dev.sayql.core.history.Ending;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;

/**
 * Counts what this process does, and writes it in Prometheus' text form. Routes are named by their patterns and nothing
 * names a team, so that the number of series stays small. Thread-safe.
 */
public final class Figures {

    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /** Upper bounds of the classes of durations. */
    private static final Duration[] BOUNDS = LongStream.of(
                    500,
                    1_000,
                    2_000,
                    5_000,
                    10_000,
                    25_000,
                    50_000,
                    100_000,
                    250_000,
                    500_000,
                    1_000_000,
                    2_500_000,
                    5_000_000,
                    10_000_000,
                    30_000_000)
            .mapToObj(micros -> Duration.ofNanos(micros * 1_000))
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MeterProvider<Counter> requests = counter("sayql.requests", "Calls by route and status.");
    private final MeterProvider<Counter> endings = counter("sayql.questions", "Questions by how they ended.");
    private final MeterProvider<Counter> problems =
            counter("sayql.problems", "Calls that were refused or failed, by problem.");
    private final MeterProvider<Timer> durations = timer("sayql.request", "How long calls took.");
    private final MeterProvider<Timer> refusals =
            timer("sayql.refusal", "How long it took to refuse calls that no work was done for.");

    public Figures() {
        Runtime runtime = Runtime.getRuntime();
        number("jvm.memory.used.bytes", "Heap in use.", () -> (double) (runtime.totalMemory() - runtime.freeMemory()));
        number("jvm.memory.max.bytes", "The largest heap.", () -> (double) runtime.maxMemory());
        number("jvm.threads.live", "Platform threads.", () ->
                (double) ManagementFactory.getThreadMXBean().getThreadCount());
        number(
                "process.uptime.seconds",
                "Since the process started.",
                () -> ManagementFactory.getRuntimeMXBean().getUptime() / 1_000.0);
    }

    /** Adds a number that is looked up whenever figures are asked for. */
    public void gauge(String name, String help, IntSupplier value) {
        number(name, help, () -> (double) value.getAsInt());
    }

    private void number(String name, String help, DoubleSupplier value) {
        Gauge.builder(name, value::getAsDouble).description(help).register(registry);
    }

    private MeterProvider<Counter> counter(String name, String help) {
        return Counter.builder(name).description(help).withRegistry(registry);
    }

    private MeterProvider<Timer> timer(String name, String help) {
        return Timer.builder(name)
                .description(help)
                .serviceLevelObjectives(BOUNDS)
                .withRegistry(registry);
    }

    /** A call was replied to. */
    void replied(AuditEntry entry, boolean refused) {
        String status = Integer.toString(entry.status());
        requests.withTags("method", entry.method(), "route", entry.route(), "status", status)
                .increment();
        durations.withTags("method", entry.method(), "route", entry.route()).record(entry.took());
        entry.problem().ifPresent(problem -> {
            problems.withTags("problem", problem).increment();
            if (refused) {
                refusals.withTags("problem", problem).record(entry.took());
            }
        });
    }

    /** A question ended. */
    void ended(Answer answer) {
        endings.withTags("ending", AnswerObjects.id(Ending.of(answer))).increment();
    }

    /** All of it, as text. */
    String text() {
        return registry.scrape(TYPE);
    }
}
