package dev.sayql.training;

import dev.sayql.engine.EngineModels;
import dev.sayql.engine.model.IsotonicCurve;
import dev.sayql.engine.model.LogLinear;
import dev.sayql.engine.model.TreeEnsemble;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Learns the models: shapes and slots from one half of the training databases are tried on the other half, so that the
 * ranking sees candidates as they will be over unseen databases; then everything is learned from all of them.
 */
@Command(
        name = "train",
        description = "Learns the engine's models from questions with known answers.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final SketchTrainer.Settings SKETCHES = new SketchTrainer.Settings(4, 0.05, 1e-4, 4, 0.4, 1);
    private static final TreeTrainer.Settings SLOTS = new TreeTrainer.Settings(130, 6, 0.12, 0.6, 0.6, 1, 2, 1);
    private static final TreeTrainer.Settings RANKING = new TreeTrainer.Settings(300, 5, 0.08, 0.7, 0.5, 1, 3, 1);

    @Option(names = "--data", required = true, description = "The folder with questions.jsonl.")
    private Path data = Path.of("");

    @Option(names = "--url", required = true, description = "postgresql://user@host:port/sp_{db}")
    private String url = "";

    @Option(names = "--out", required = true, description = "The folder that gets the models.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException, SQLException {
        Files.createDirectories(out);
        try (Benches benches = new Benches(BenchQuestion.readAll(data), url)) {
            Lessons tune = Lessons.of(benches, in(Fold.TUNE));
            Groups training = new Groups();
            for (int half = 0; half < 2; half++) {
                int own = half;
                EngineModels models =
                        learned(benches, in(Fold.TRAIN).and(database -> Fold.half(database) == own), tune, false);
                training.addAll(Pools.of(benches, in(Fold.TRAIN).and(database -> Fold.half(database) != own), models));
                say("half %d: %,d candidates".formatted(half, training.size()));
            }
            EngineModels models = learned(benches, in(Fold.TRAIN), tune, true);
            rank(benches, training, models);
        }
        return 0;
    }

    private static Predicate<String> in(Fold fold) {
        return database -> Fold.of(database) == fold;
    }

    private EngineModels learned(Benches benches, Predicate<String> databases, Lessons tune, boolean kept)
            throws SQLException, IOException {
        Lessons lessons = Lessons.of(benches, databases);
        say("%,d questions teach shapes, %,d choices fill slots"
                .formatted(lessons.sketches().size(), lessons.slots().size()));
        LogLinear sketches = SketchTrainer.train(lessons.sketches(), SKETCHES);
        TreeEnsemble slots = TreeTrainer.train(lessons.slots(), tune.slots(), SLOTS);
        if (kept) {
            write(EngineModels.SKETCHES, sketches::write);
            write(EngineModels.SLOTS, slots::write);
        }
        return EngineModels.of(sketches, slots);
    }

    private void rank(Benches benches, Groups training, EngineModels models) throws SQLException, IOException {
        Groups tune = Pools.of(benches, in(Fold.TUNE), models);
        TreeEnsemble ranking = TreeTrainer.train(training, tune, RANKING);
        write(EngineModels.RANKING, ranking::write);
        Groups calibrate = Pools.of(benches, in(Fold.CALIBRATE), models);
        List<IsotonicTrainer.Outcome> outcomes = new ArrayList<>();
        for (Groups.Span span : calibrate.spans()) {
            outcomes.add(outcome(calibrate, span, ranking));
        }
        IsotonicCurve calibration = IsotonicTrainer.train(outcomes);
        write(EngineModels.CALIBRATION, calibration::write);
        say("tune %.3f, calibrate %.3f of the best candidates are right"
                .formatted(accuracy(tune, ranking), accuracy(calibrate, ranking)));
    }

    private static double accuracy(Groups groups, TreeEnsemble ranking) {
        long right = groups.spans().stream()
                .filter(span -> outcome(groups, span, ranking).right())
                .count();
        return (double) right / groups.spans().size();
    }

    /** How far the best candidate stands out, and whether it is right. */
    private static IsotonicTrainer.Outcome outcome(Groups groups, Groups.Span span, TreeEnsemble ranking) {
        double[] scores = new double[span.end() - span.start()];
        int best = 0;
        for (int index = 0; index < scores.length; index++) {
            scores[index] = ranking.score(groups.row(span.start() + index));
            best = scores[index] > scores[best] ? index : best;
        }
        return new IsotonicTrainer.Outcome(EngineModels.share(best, scores), groups.isRight(span.start() + best));
    }

    private interface Writer {
        void write(OutputStream stream) throws IOException;
    }

    private void write(String name, Writer writer) throws IOException {
        try (OutputStream stream = Files.newOutputStream(out.resolve(name))) {
            writer.write(stream);
        }
    }

    private static void say(String text) {
        System.err.println(text);
    }
}
