package dev.sayql.cli;

import dev.sayql.app.Workbench;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * How long parsing and ranking a question takes with how many tables: the same questions of made-up sources of each size, with
 * words taught (rules alone) and without (rules and what was learned). What is worked out once for a source, before its first
 * question, is told apart. Needs no database.
 */
final class TablesBench {

    private static final double WANTED = 5;
    private static final double AIM = 3;
    private static final int WARMING = 5;

    private final Consumer<String> print;
    private final int rounds;

    TablesBench(Consumer<String> print, int rounds) {
        this.print = print;
        this.rounds = rounds;
    }

    /** Measures each size; the first is what the others are compared with. */
    void run(List<Integer> sizes) {
        List<String> questions = MadeSchema.questions();
        print.accept("%d questions, %d rounds, made-up sources; parsing and ranking alone"
                .formatted(questions.size(), rounds));
        print.accept("%-34s %10s %10s %10s %14s".formatted("", "median", "p95", "× first", "words worked out"));
        try (Workbench workbench = new Workbench()) {
            for (boolean taught : List.of(true, false)) {
                // Else the first size would pay for what the machine compiles.
                SourceContext small = new MadeSchema(sizes.getFirst()).context(taught);
                for (int time = 0; time < Math.min(WARMING, rounds); time++) {
                    measure(workbench, small, questions);
                }
                double first = 0;
                for (int size : sizes) {
                    SourceContext context = new MadeSchema(size).context(taught);
                    Duration once = workbench.workOut(context);
                    List<Long> nanos = measure(workbench, context, questions);
                    double median = BenchCommand.percentile(nanos, 50) / 1e6;
                    first = first == 0 ? median : first;
                    print.accept(line(size, taught, nanos, median / first, once));
                }
            }
        }
        print.accept(
                "Asked: at most %.0f times (aim: %.0f) at 2,000 tables what it takes at 20".formatted(WANTED, AIM));
    }

    private List<Long> measure(Workbench workbench, SourceContext context, List<String> questions) {
        List<Long> nanos = new ArrayList<>();
        for (int round = -1; round < rounds; round++) {
            for (String text : questions) {
                Question question = new Question(
                        new QueryId(UUID.randomUUID()),
                        context.source().team(),
                        context.source().id(),
                        text,
                        Optional.empty(),
                        true,
                        Question.DEFAULT_ROWS,
                        Instant.now());
                long started = System.nanoTime();
                workbench.generator().propose(question, context);
                if (round >= 0) {
                    nanos.add(System.nanoTime() - started);
                }
            }
        }
        return nanos;
    }

    private static String line(int size, boolean taught, List<Long> nanos, double times, Duration once) {
        return String.format(
                Locale.ROOT,
                "%-34s %7.2f ms %7.2f ms %10.1f %11.2f s",
                "%,d tables, %s".formatted(size, taught ? "words taught" : "nothing taught"),
                BenchCommand.percentile(nanos, 50) / 1e6,
                BenchCommand.percentile(nanos, 95) / 1e6,
                times,
                once.toMillis() / 1e3);
    }
}
