package dev.sayql.training;

import dev.sayql.app.TimedTrials;
import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.embedding.MiniLmCrossEncoder;
import dev.sayql.engine.CandidatePool;
import dev.sayql.engine.EngineModels;
import dev.sayql.engine.LocalEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the engine over the questions of a fold: what it would do, executed and compared with the known answers. */
@Command(
        name = "score",
        description = "Measures the engine on questions with known answers.",
        mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {
    private static final int LISTED = 20;
    private static final double SURE = 0.9;
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @Option(names = "--data", required = true, description = "The folder with questions.jsonl.")
    private Path data = Path.of("");

    @Option(names = "--url", required = true, description = "postgresql://user@host:port/sp_{db}")
    private String url = "";

    @Option(names = "--fold", description = "train, tune, calibrate or report; of the last two only totals are shown.")
    private Fold fold = Fold.TUNE;

    @Option(names = "--reworded", description = "Ask the questions in their other wording.")
    private boolean reworded;

    @Option(names = "--elsewhere", description = "Ask each question of another database: every answer is wrong.")
    private boolean elsewhere;

    @Option(names = "--rules-only", description = "Leave out what was learned.")
    private boolean rulesOnly;

    @Option(names = "--without-encoder", description = "Rank candidates without reading them.")
    private boolean withoutEncoder;

    @Option(names = "--seed", description = "Of the bootstrap over databases.")
    private long seed = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException {
        EngineModels models = rulesOnly ? EngineModels.none() : EngineModels.bundled();
        models.problem().ifPresent(problem -> {
            throw new IllegalStateException(problem);
        });
        List<Scored> scored = new ArrayList<>();
        try (MiniLmCrossEncoder encoder = MiniLmCrossEncoder.bundled();
                Benches<BenchQuestion> benches = Benches.of(questions(), url)) {
            benches.each(database -> Fold.of(database) == fold, open -> {
                LocalEngine engine = new LocalEngine(withoutEncoder ? models : models.readBy(encoder));
                CandidatePool pool = new CandidatePool(open.bench().context(), models);
                for (BenchQuestion question : open.questions()) {
                    scored.add(score(question, open, engine, pool));
                    open.oracle().forget();
                }
            });
        }
        report(scored);
        return 0;
    }

    private List<BenchQuestion> questions() throws IOException {
        List<BenchQuestion> all = BenchQuestion.readAll(data).stream()
                .filter(question -> Fold.of(question.database()) == fold)
                .toList();
        return elsewhere ? moved(all) : all;
    }

    /** Each question is asked of the database of the question that stands half the list away. */
    private static List<BenchQuestion> moved(List<BenchQuestion> all) {
        List<BenchQuestion> moved = new ArrayList<>();
        for (int index = 0; index < all.size(); index++) {
            BenchQuestion question = all.get(index);
            String other = all.get((index + all.size() / 2) % all.size()).database();
            if (!other.equals(question.database())) {
                moved.add(new BenchQuestion(
                        question.id(), other, question.text(), "SELECT NULL WHERE false", false, question.reworded()));
            }
        }
        return moved;
    }

    private Scored score(
            BenchQuestion question, Benches.Open<BenchQuestion> open, LocalEngine engine, CandidatePool pool) {
        String text = reworded ? question.reworded().orElse(question.text()) : question.text();
        TimedTrials trials = open.workbench().trials(open.bench());
        long started = System.nanoTime();
        Proposal proposal = engine.propose(asked(text, open), open.bench().context(), trials);
        double millis = (System.nanoTime() - started) / 1e6 - trials.millis();
        Optional<Candidate> best = best(proposal);
        boolean right = !elsewhere
                && best.filter(one -> open.oracle().isRight(one.sql().text(), question))
                        .isPresent();
        boolean possible = right
                || (!elsewhere
                        && pool.of(text, TODAY).stream()
                                .anyMatch(one -> open.oracle().isRight(one.sql().text(), question)));
        return new Scored(
                question,
                right,
                possible,
                proposal instanceof Proposal.Candidates,
                best.map(one -> one.sql().text()).orElse(""),
                ending(proposal),
                confidence(best),
                millis,
                trials.millis(),
                elsewhere ? "" : cause(question, best, right, open));
    }

    private static Optional<Candidate> best(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Candidates(List<Candidate> ranked) -> Optional.of(ranked.getFirst());
            case Proposal.Unclear(var _, Optional<Candidate> guess) -> guess;
            case Proposal.Declined(var _, Optional<Candidate> guess) -> guess;
        };
    }

    private static String ending(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Candidates _ -> "answered";
            case Proposal.Unclear _ -> "asked back";
            case Proposal.Declined(var decline, var _) ->
                decline.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static double confidence(Optional<Candidate> best) {
        return best.map(Candidate::confidence).orElse(0.0);
    }

    private static Question asked(String text, Benches.Open<BenchQuestion> open) {
        return new Question(
                new QueryId(new UUID(0, 1)),
                open.workbench().team(),
                open.bench().context().source().id(),
                text,
                Optional.empty(),
                false,
                Question.DEFAULT_ROWS,
                NOW);
    }

    private static String cause(
            BenchQuestion question, Optional<Candidate> best, boolean right, Benches.Open<BenchQuestion> open) {
        if (right) {
            return "";
        }
        if (best.isEmpty()) {
            return "no guess";
        }
        Optional<ResultTable> found = open.oracle().rows(best.get().sql().text());
        Optional<ResultTable> gold = open.oracle().rows(question.sql());
        if (found.isEmpty() || gold.isEmpty()) {
            return "does not run";
        }
        if (found.get().width() != gold.get().width()) {
            return "other columns";
        }
        return found.get().rows().size() == gold.get().rows().size() ? "other values" : "other rows";
    }

    private void report(List<Scored> scored) {
        PrintWriter out = spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
        out.printf(
                "%s: %,d questions over %d databases%n",
                fold.name().toLowerCase(Locale.ROOT),
                scored.size(),
                scored.stream().map(one -> one.question().database()).distinct().count());
        if (elsewhere) {
            out.printf("answered although asked of another database: %.1f %%%n", 100 * Metrics.coverage(scored));
            out.flush();
            return;
        }
        totals(scored, out);
        endings(scored, out);
        if (fold == Fold.TRAIN || fold == Fold.TUNE) {
            failures(scored, out);
        }
        out.flush();
    }

    private void totals(List<Scored> scored, PrintWriter out) {
        Metrics.Interval interval = Metrics.bootstrap(scored, Metrics::accuracy, seed);
        out.printf(
                "accuracy %.1f %% (%.1f to %.1f); among the candidates %.1f %%%n",
                100 * Metrics.accuracy(scored),
                100 * interval.low(),
                100 * interval.high(),
                100 * Metrics.oracle(scored));
        Metrics.Interval precise = Metrics.bootstrap(scored, Metrics::precision, seed);
        out.printf(
                "answered %.1f %%, of those right %.1f %% (%.1f to %.1f)%n",
                100 * Metrics.coverage(scored),
                100 * Metrics.precision(scored),
                100 * precise.low(),
                100 * precise.high());
        out.printf("could answer %.1f %% with 95 %% right%n", 100 * Metrics.coverageAt(0.95, scored));
        out.printf(
                "right of the surest tenths: %s%n",
                Metrics.curve(scored).stream()
                        .map(value -> "%.2f".formatted(value))
                        .collect(Collectors.joining(" ")));
        out.printf("calibration error %.3f%n", Metrics.calibrationError(scored));
        out.printf(
                "parse and rank: median %.1f ms, 95 %% within %.1f ms; trying the likeliest: median %.1f ms, 95 %% within %.1f ms%n",
                Metrics.percentile(0.5, Scored::millis, scored),
                Metrics.percentile(0.95, Scored::millis, scored),
                Metrics.percentile(0.5, Scored::triedMillis, scored),
                Metrics.percentile(0.95, Scored::triedMillis, scored));
    }

    /** Where coverage is lost: what the best guess would have been worth, for each way a question ended. */
    private static void endings(List<Scored> scored, PrintWriter out) {
        scored.stream()
                .collect(Collectors.groupingBy(Scored::ending, TreeMap::new, Collectors.toList()))
                .forEach((ending, those) -> {
                    List<Scored> sure = those.stream()
                            .filter(one -> one.confidence() >= SURE)
                            .toList();
                    out.printf(
                            "%s: %d, the best guess right for %d; at least %.1f sure of it: %d, right %d%n",
                            ending, those.size(), right(those), SURE, sure.size(), right(sure));
                });
    }

    private static long right(List<Scored> scored) {
        return scored.stream().filter(Scored::right).count();
    }

    private static void failures(List<Scored> scored, PrintWriter out) {
        Map<String, List<Scored>> causes = scored.stream()
                .filter(one -> !one.right())
                .collect(Collectors.groupingBy(
                        one -> (one.answered() ? "answered, " : "declined, ")
                                + (one.possible() ? "ranked below, " : "not found, ")
                                + one.cause(),
                        TreeMap::new,
                        Collectors.toList()));
        causes.forEach((cause, failed) -> {
            out.printf("%n%s: %d%n", cause, failed.size());
            failed.stream()
                    .limit(LISTED)
                    .forEach(one -> out.printf(
                            "  %s %s: %s%n    known %s%n    guess %s%n",
                            one.question().id(),
                            one.question().database(),
                            one.question().text(),
                            one.question().sql(),
                            one.guess()));
        });
    }
}
