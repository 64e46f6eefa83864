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

    private static final List<String> FILES = List.of(SKETCHES, SLOTS, RANKING, SURENESS, TRIED);

    private static final EngineModels NONE = new EngineModels(Optional.empty(), Optional.empty(), Optional.empty());

    private record Ranker(TreeEnsemble trees, TreeEnsemble sureness, TreeEnsemble tried) {}

    private final Optional<SketchModel> sketches;
    private final Optional<Ranker> ranker;
    private final Optional<String> problem;

    private EngineModels(Optional<SketchModel> sketches, Optional<Ranker> ranker, Optional<String> problem) {
        this.sketches = sketches;
        this.ranker = ranker;
        this.problem = problem;
    }

    /** Where files are read from. */
    @FunctionalInterface
    interface Files {
        /** The file's bytes; empty when there is none of this name. */
        Optional<InputStream> open(String name);
    }

    /** Rules alone. */
    public static EngineModels none() {
        return NONE;
    }

    /** Candidates are put together from what was learned, but not ranked: for training the ranking. */
    public static EngineModels of(LogLinear sketches, TreeEnsemble slots) {
        return new EngineModels(Optional.of(new SketchModel(sketches, slots)), Optional.empty(), Optional.empty());
    }

    /**
     * The same with a ranking.
     *
     * @param sureness gives, from the features of a {@link Winner}, the logarithm of the odds that it is right
     * @param tried the same from its features together with what was found
     */
    public EngineModels rankedBy(TreeEnsemble ranking, TreeEnsemble sureness, TreeEnsemble tried) {
        return new EngineModels(sketches, Optional.of(new Ranker(ranking, sureness, tried)), Optional.empty());
    }

    /**
     * Those of the artifact on the class path; none when it is not there. When one of its files is missing, damaged or of another
     * version, none of them is used, for they were learned together: {@link #problem} says which and why.
     */
    public static EngineModels bundled() {
        return of(name -> Optional.ofNullable(EngineModels.class.getResourceAsStream(FOLDER + name)));
    }

    static EngineModels of(Files files) {
        try {
            if (FILES.stream().noneMatch(name -> isThere(files, name))) {
                return NONE;
            }
            return of(read(files, SKETCHES, LogLinear::read), read(files, SLOTS, TreeEnsemble::read))
                    .rankedBy(
                            read(files, RANKING, TreeEnsemble::read),
                            read(files, SURENESS, TreeEnsemble::read),
                            read(files, TRIED, TreeEnsemble::read));
        } catch (UnreadableModelException unreadable) {
            return new EngineModels(
                    Optional.empty(), Optional.empty(), Optional.of(String.valueOf(unreadable.getMessage())));
        }
    }

    private static boolean isThere(Files files, String name) {
        try (InputStream stream = files.open(name).orElseGet(InputStream::nullInputStream)) {
            return stream.read() >= 0;
        } catch (IOException e) {
            throw new UnreadableModelException(name, "it cannot be read", e);
        }
    }

    private static <T> T read(Files files, String name, Function<InputStream, T> reader) {
        try (InputStream stream =
                files.open(name).orElseThrow(() -> new UnreadableModelException(name, "it is missing"))) {
            return reader.apply(stream);
        } catch (UnreadableModelException unreadable) {
            throw unreadable.in(name);
        } catch (IOException e) {
            throw new UnreadableModelException(name, "it cannot be read", e);
        }
    }

    /** Why the artifact's models are not used although it is there; the rules answer alone then. */
    public Optional<String> problem() {
        return problem;
    }

    Optional<SketchModel> sketches() {
        return sketches;
    }

    /** Whether candidates are ranked by what was learned. */
    public boolean canRank() {
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
