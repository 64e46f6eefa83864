package dev.sayql.engine;

import dev.sayql.core.generation.CrossEncoder;
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

    /** Once more the last three, where the likeliest were read together with the question. */
    public static final String RERANKING = "reranking.bin";

    public static final String RERANKED_SURENESS = "reranked-sureness.bin";
    public static final String RERANKED_TRIED = "reranked-tried.bin";

    private static final List<String> FILES = List.of(SKETCHES, SLOTS, RANKING, SURENESS, TRIED);
    private static final List<String> RERANKING_FILES = List.of(RERANKING, RERANKED_SURENESS, RERANKED_TRIED);

    private static final EngineModels NONE =
            new EngineModels(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final Optional<SketchModel> sketches;
    private final Optional<Ranker> ranker;
    private final Optional<Ranker> reranker;
    private final Optional<CrossEncoder> encoder;
    private final Optional<String> problem;

    private EngineModels(
            Optional<SketchModel> sketches,
            Optional<Ranker> ranker,
            Optional<Ranker> reranker,
            Optional<CrossEncoder> encoder,
            Optional<String> problem) {
        this.sketches = sketches;
        this.ranker = ranker;
        this.reranker = reranker;
        this.encoder = encoder;
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
        return new EngineModels(
                Optional.of(new SketchModel(sketches, slots)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with a ranking. */
    public EngineModels rankedBy(Ranker ranking) {
        return new EngineModels(sketches, Optional.of(ranking), reranker, encoder, problem);
    }

    /** The same with another ranking for candidates of which the likeliest were read, from the features of {@link Reranking#rows}. */
    public EngineModels rerankedBy(Ranker reranking) {
        return new EngineModels(sketches, ranker, Optional.of(reranking), encoder, problem);
    }

    /** The same with what reads the likeliest candidates together with the question, wherever that ranking was learned. */
    public EngineModels readBy(CrossEncoder reader) {
        return new EngineModels(sketches, ranker, reranker, Optional.of(reader), problem);
    }

    /** The same with nothing that reads. */
    EngineModels unread() {
        return new EngineModels(sketches, ranker, reranker, Optional.empty(), problem);
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
            EngineModels models = of(read(files, SKETCHES, LogLinear::read), read(files, SLOTS, TreeEnsemble::read))
                    .rankedBy(ranker(files, FILES.subList(2, FILES.size())));
            return RERANKING_FILES.stream().noneMatch(name -> isThere(files, name))
                    ? models
                    : models.rerankedBy(ranker(files, RERANKING_FILES));
        } catch (UnreadableModelException unreadable) {
            return new EngineModels(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(String.valueOf(unreadable.getMessage())));
        }
    }

    private static Ranker ranker(Files files, List<String> names) {
        return new Ranker(
                read(files, names.get(0), TreeEnsemble::read),
                read(files, names.get(1), TreeEnsemble::read),
                read(files, names.get(2), TreeEnsemble::read));
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

    /** What ranks candidates by what is known of each; empty where nothing was learned. */
    Optional<Ranker> ranker() {
        return ranker;
    }

    /** What reads them; empty where there is nothing. */
    Optional<CrossEncoder> encoder() {
        return encoder;
    }

    /** What ranks them again once the likeliest were read; empty where that was not learned. */
    Optional<Ranker> reranker() {
        return reranker;
    }
}
