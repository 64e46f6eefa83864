package dev.sayql.api;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.history.AuditEntry;
import dev.sayql.core.history.Ending;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/**
 * Counts what this process does, and writes it in Prometheus' text form. Routes are named by their patterns and nothing
 * names a team, so that the number of series stays small. Thread-safe.
 */
public final class Figures {

    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /** Upper bounds of the classes of durations, in seconds. */
    private static final double[] BOUNDS = {
        0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
    };

    private final ConcurrentMap<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> endings = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Durations> durations = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Durations> refusals = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> problems = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Gauge> gauges = new CopyOnWriteArrayList<>();

    private record Gauge(String name, String help, IntSupplier value) {}

    private static final class Durations {

        private final LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
        private final LongAdder nanos = new LongAdder();

        Durations() {
            for (int i = 0; i < counts.length; i++) {
                counts[i] = new LongAdder();
            }
        }

        void add(long took) {
            int slot = 0;
            while (slot < BOUNDS.length && took > BOUNDS[slot] * 1e9) {
                slot++;
            }
            counts[slot].increment();
            nanos.add(took);
        }
    }

    /** Adds a number that is looked up whenever figures are asked for. */
    public void gauge(String name, String help, IntSupplier value) {
        gauges.add(new Gauge(name, help, value));
    }

    /** A call was replied to. */
    void replied(AuditEntry entry, boolean refused) {
        String route = "method=\"" + entry.method() + "\",route=\"" + entry.route() + "\"";
        count(requests, route + ",status=\"" + entry.status() + "\"");
        entry.problem().ifPresent(problem -> count(problems, "problem=\"" + problem + "\""));
        long took = entry.took().toNanos();
        durations.computeIfAbsent(route, key -> new Durations()).add(took);
        if (refused) {
            entry.problem()
                    .ifPresent(
                            problem -> refusals.computeIfAbsent("problem=\"" + problem + "\"", key -> new Durations())
                                    .add(took));
        }
    }

    /** A question ended. */
    void ended(Answer answer) {
        count(endings, "ending=\"" + AnswerObjects.id(Ending.of(answer)) + "\"");
    }

    private static void count(ConcurrentMap<String, LongAdder> counters, String labels) {
        counters.computeIfAbsent(labels, key -> new LongAdder()).increment();
    }

    /** All of it, as text. */
    String text() {
        StringBuilder text = new StringBuilder(8_192);
        counters(text, "sayql_requests_total", "Calls by route and status.", requests);
        counters(text, "sayql_questions_total", "Questions by how they ended.", endings);
        counters(text, "sayql_problems_total", "Calls that were refused or failed, by problem.", problems);
        histograms(text, "sayql_request_seconds", "How long calls took.", durations);
        histograms(
                text, "sayql_refusal_seconds", "How long it took to refuse calls that no work was done for.", refusals);
        for (Gauge gauge : gauges) {
            gauge(text, gauge.name(), gauge.help(), gauge.value().getAsInt());
        }
        process(text);
        return text.toString();
    }

    private static void process(StringBuilder text) {
        Runtime runtime = Runtime.getRuntime();
        gauge(text, "jvm_memory_used_bytes", "Heap in use.", (double) (runtime.totalMemory() - runtime.freeMemory()));
        gauge(text, "jvm_memory_max_bytes", "The largest heap.", (double) runtime.maxMemory());
        gauge(
                text,
                "jvm_threads_live",
                "Platform threads.",
                ManagementFactory.getThreadMXBean().getThreadCount());
        gauge(
                text,
                "process_uptime_seconds",
                "Since the process started.",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1_000.0);
    }

    private static void counters(StringBuilder text, String name, String help, Map<String, LongAdder> counters) {
        head(text, name, "counter", help);
        new TreeMap<>(counters).forEach((labels, count) -> line(text, name, labels, count.sum()));
    }

    private static void histograms(StringBuilder text, String name, String help, Map<String, Durations> all) {
        head(text, name, "histogram", help);
        new TreeMap<>(all).forEach((labels, of) -> histogram(text, name, labels, of));
    }

    private static void histogram(StringBuilder text, String name, String labels, Durations of) {
        long sum = 0;
        for (int i = 0; i < BOUNDS.length; i++) {
            sum += of.counts[i].sum();
            line(text, name + "_bucket", labels + ",le=\"" + BOUNDS[i] + "\"", sum);
        }
        sum += of.counts[BOUNDS.length].sum();
        line(text, name + "_bucket", labels + ",le=\"+Inf\"", sum);
        line(text, name + "_sum", labels, of.nanos.sum() / 1e9);
        line(text, name + "_count", labels, sum);
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void gauge(StringBuilder text, String name, String help, double value) {
        head(text, name, "gauge", help);
        text.append(name).append(' ').append(number(value)).append('\n');
    }

    private static void line(StringBuilder text, String name, String labels, long value) {
        line(text, name, labels, (double) value);
    }

    private static void line(StringBuilder text, String name, String labels, double value) {
        text.append(name)
                .append('{')
                .append(labels)
                .append("} ")
                .append(number(value))
                .append('\n');
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.6f", value);
    }
}
