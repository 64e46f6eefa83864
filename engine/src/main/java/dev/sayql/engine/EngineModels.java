package dev.sayql.engine;

import dev.sayql.core.generation.Finding;
import dev.sayql.engine.learned.LogLinear;
import dev.sayql.engine.learned.TreeEnsemble;
import dev.sayql.engine.learned.UnreadableModelException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was learned from questions with known answers. The engine works without any of it, less well; the files come in an
 * artifact of their own. Immutable and thread-safe.
 */
public final class EngineModels {
    /** Where the artifact keeps its files on the class path. */
    public static final String FOLDER = "/dev/sayql/models/";

    /**
     * The files: which shape a question has, what fills it, which candidate is right, how surely, and how surely once it is known
     * what the likeliest ones find.
     */
    public static final String SKETCHES = "sketches.bin";

    public static final String SLOTS = "slots.bin";
    public static final String RANKING = "ranking.bin";
    public static final String SURENESS = "sureness.bin";
    public static final String TRIED = "tried.bin";

    private static final EngineModels NONE = new EngineModels(Optional.empty(), Optional.empty());

    private record Ranker(TreeEnsemble trees, TreeEnsemble sureness, TreeEnsemble tried) {}

    private final Optional<SketchModel> sketches;
    private final Optional<Ranker> ranker;

    private EngineModels(Optional<SketchModel> sketches, Optional<Ranker> ranker) {
        this.sketches = sketches;
        this.ranker = ranker;
    }

    /** Rules alone. */
    public static EngineModels none() {
        return NONE;
    }

    /** Candidates are put together from what was learned, but not ranked: for training the ranking. */
    public static EngineModels of(LogLinear sketches, TreeEnsemble slots) {
        return new EngineModels(Optional.of(new SketchModel(sketches, slots)), Optional.empty());
    }

    /**
     * The same with a ranking.
     *
     * @param sureness gives, from the features of a {@link Winner}, the logarithm of the odds that it is right
     * @param tried the same from its features together with what was found
     */
    public EngineModels rankedBy(TreeEnsemble ranking, TreeEnsemble sureness, TreeEnsemble tried) {
        return new EngineModels(sketches, Optional.of(new Ranker(ranking, sureness, tried)));
    }

    /**
     * Those of the artifact on the class path; none when it is not there.
     *
     * @throws UnreadableModelException when a file is damaged or of another version
     */
    public static EngineModels bundled() {
        if (EngineModels.class.getResource(FOLDER + SURENESS) == null) {
            return NONE;
        }
        return of(read(SKETCHES, LogLinear::read), read(SLOTS, TreeEnsemble::read))
                .rankedBy(
                        read(RANKING, TreeEnsemble::read),
                        read(SURENESS, TreeEnsemble::read),
                        read(TRIED, TreeEnsemble::read));
    }

    private static <T> T read(String file, Function<InputStream, T> reader) {
        try (InputStream stream = EngineModels.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new UnreadableModelException(file, "it is missing");
            }
            return reader.apply(stream);
        } catch (IOException e) {
            throw new UnreadableModelException(file, "it cannot be read", e);
        }
    }

    Optional<SketchModel> sketches() {
        return sketches;
    }

    boolean canRank() {
        return ranker.isPresent();
    }

    /** A number by which candidates for one question are ordered. */
    double score(float[] features) {
        return ranker.map(found -> found.trees().score(features)).orElse(0.0);
    }

    /**
     * How probable it is that the likeliest of some candidates is right, 0 to 1.
     *
     * @param found by each of {@link Winner#likeliest}
     */
    double probability(Winner winner, List<Finding> found) {
        return ranker.map(models -> found.getFirst() instanceof Finding.Untried
                        ? models.sureness().probability(winner.features())
                        : models.tried().probability(winner.features(found)))
                .orElse(0.0);
    }
}
