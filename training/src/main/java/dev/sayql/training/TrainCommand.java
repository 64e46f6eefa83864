package dev.sayql.training;

import dev.sayql.engine.EngineModels;
import dev.sayql.engine.learned.LogLinear;
import dev.sayql.engine.learned.TreeEnsemble;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Learns the models: shapes and slots from one half of the training databases are tried on the other half, so that the
 * ranking sees candidates as they will be over unseen databases, each question in both of its wordings; then everything is learned from
 * all of them. The ranking also learns from the project's own questions, as asked of sources that nobody has taught anything.
 */
@Command(
        name = "train",
        description = "Learns the engine's models from questions with known answers.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final SketchTrainer.Settings SKETCHES = new SketchTrainer.Settings(4, 0.05, 1e-4, 4, 0.4, 1);
    private static final TreeTrainer.Settings SLOTS = new TreeTrainer.Settings(130, 6, 0.12, 0.6, 0.6, 1, 2, 1);

    /** The questions about Spider's databases have no relative dates. */
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    @Option(names = "--data", required = true, description = "The folder with questions.jsonl.")
    private Path data = Path.of("");

    @Option(names = "--url", required = true, description = "postgresql://user@host:port/sp_{db}")
    private String url = "";

    @Option(names = "--own", required = true, description = "The folder with the project's own question sets.")
    private Path own = Path.of("");

    @Option(
            names = "--own-url",
            required = true,
            description = "postgresql://user@host:port/{db}, a database for each.")
    private String ownUrl = "";

    @Option(names = "--out", required = true, description = "The folder that gets the models.")
    private Path out = Path.of("");

    @Option(
            names = "--kept",
            description =
                    "A folder that keeps candidates once they are made: a run that was broken off goes on with them.")
    private Optional<Path> kept = Optional.empty();

    @Override
    public Integer call() throws IOException, SQLException {
        Files.createDirectories(out);
        List<BenchQuestion> questions = BenchQuestion.readAll(data);
        try (Benches<BenchQuestion> benches = Benches.of(questions, url);
                Benches<BenchQuestion> wordings = Benches.of(
                        questions.stream().flatMap(BenchQuestion::wordings).toList(), url);
                Benches<OwnQuestions.Own> ours = new Benches<>(OwnQuestions.read(own), ownUrl)) {
            // A database that is missing is better met now than after half an hour.
            ours.each(
                    any -> true,
                    open -> say("%,d own questions about %s"
                            .formatted(open.questions().size(), open.database())));
            KeptGroups keptGroups = new KeptGroups(kept);
            Lessons tune = Lessons.of(benches, in(Fold.TUNE));
            Groups training = new Groups();
            for (int half = 0; half < 2; half++) {
                training.addAll(otherHalf(half, benches, wordings, tune, keptGroups));
                say("half %d: %,d candidates".formatted(half, training.size()));
            }
            EngineModels models = learned(benches, in(Fold.TRAIN), tune, true);
            Groups ownPools = keptGroups.of(
                    KeptGroups.OWN, () -> Pools.of(ours, any -> true, models, LocalDate.now(ZoneOffset.UTC)));
            say("own: %,d candidates".formatted(ownPools.size()));
            Groups tunePools = keptGroups.of(KeptGroups.TUNE, () -> Pools.of(wordings, in(Fold.TUNE), models, ANY_DAY));
            Groups heldPools =
                    keptGroups.of(KeptGroups.CALIBRATE, () -> Pools.of(wordings, in(Fold.CALIBRATE), models, ANY_DAY));
            Ranking ranking = Ranking.learned(training, ownPools, tunePools);
            write(EngineModels.RANKING, ranking.trees()::write);
            write(EngineModels.SURENESS, ranking.sureness()::write);
            write(EngineModels.TRIED, ranking.tried()::write);
            Groups held = Ranking.triedWinners(heldPools, ranking.trees());
            say("on held-out databases: said to be right %.3f, right %.3f"
                    .formatted(
                            Arrays.stream(ranking.probabilities(held)).average().orElse(0), held.share()));
        }
        return 0;
    }

    /** The candidates for the questions of one half of the training databases, made of what the other half teaches. */
    private Groups otherHalf(
            int taught,
            Benches<BenchQuestion> benches,
            Benches<BenchQuestion> wordings,
            Lessons tune,
            KeptGroups keeping)
            throws SQLException, IOException {
        Predicate<String> half = database -> Fold.half(database) == taught;
        return keeping.of(KeptGroups.half(taught), () -> {
            EngineModels models = learned(benches, in(Fold.TRAIN).and(half), tune, false);
            return Pools.of(wordings, in(Fold.TRAIN).and(half.negate()), models, ANY_DAY);
        });
    }

    private static Predicate<String> in(Fold fold) {
        return database -> Fold.of(database) == fold;
    }

    private EngineModels learned(
            Benches<BenchQuestion> benches, Predicate<String> databases, Lessons tune, boolean whole)
            throws SQLException, IOException {
        Lessons lessons = Lessons.of(benches, databases);
        say("%,d questions teach shapes, %,d choices fill slots"
                .formatted(lessons.sketches().size(), lessons.slots().size()));
        LogLinear sketches = SketchTrainer.train(lessons.sketches(), SKETCHES);
        TreeEnsemble slots = TreeTrainer.train(lessons.slots(), tune.slots(), SLOTS);
        if (whole) {
            write(EngineModels.SKETCHES, sketches::write);
            write(EngineModels.SLOTS, slots::write);
        }
        return EngineModels.of(sketches, slots);
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
