package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.CrossEncoder;
import dev.sayql.core.generation.EmbedderUnavailableException;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.engine.learned.TreeEnsemble;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The likeliest candidates are read together with the question, and the order that was learned for that counts then. */
class RerankingTest {
    private static final String QUESTION = "number of books by genre";
    private static final int OF_CANDIDATES = new CandidatePool(Library.context(), EngineModels.none())
            .of(QUESTION, LocalDate.of(2026, 3, 18))
            .getFirst()
            .features()
            .length;
    private static final int OF_READ = OF_CANDIDATES + 3;

    private static Ranker ranker(int feature, double likelier, double probability, int width) {
        float odds = (float) Math.log(probability / (1 - probability));
        TreeEnsemble.Split split = new TreeEnsemble.Split(
                feature, 0.5f, false, new TreeEnsemble.Leaf((float) likelier), new TreeEnsemble.Leaf(0));
        return new Ranker(
                TreeEnsemble.of(features(width), 0, List.of(split)),
                TreeEnsemble.of(features(width + 9), 0, List.of(new TreeEnsemble.Leaf(odds))),
                TreeEnsemble.of(features(width + 24), 0, List.of(new TreeEnsemble.Leaf(odds))));
    }

    private static List<String> features(int count) {
        return IntStream.range(0, count).mapToObj(index -> "f" + index).toList();
    }

    /** The grammar's first reading is likeliest; once they are read, the one that is read as likeliest. */
    private static EngineModels models() {
        return EngineModels.none()
                .rankedBy(ranker(0, 2, 0.95, OF_CANDIDATES))
                .rerankedBy(ranker(OF_CANDIDATES + 1, 2, 0.97, OF_READ));
    }

    private static Candidate answer(EngineModels models, SourceContext context) {
        Proposal proposal = new LocalEngine(models).propose(Library.question(QUESTION), context);
        assertThat(proposal).isInstanceOf(Proposal.Candidates.class);
        return ((Proposal.Candidates) proposal).ranked().getFirst();
    }

    private static SourceContext untaught() {
        SourceContext taught = Library.context();
        return new SourceContext(taught.source(), taught.schema(), taught.values(), Semantics.none());
    }

    private static float[] lastHighest(int count) {
        float[] scores = new float[count];
        for (int index = 0; index < count; index++) {
            scores[index] = index;
        }
        return scores;
    }

    @Test
    void whatIsReadAsLikeliestIsTheAnswer() {
        List<String> read = new ArrayList<>();
        CrossEncoder encoder = (question, texts) -> {
            assertThat(question).isEqualTo(QUESTION);
            read.addAll(texts);
            return lastHighest(texts.size());
        };

        Candidate best = answer(models().readBy(encoder), untaught());

        assertThat(read).hasSizeBetween(2, 6);
        assertThat(best.restatement()).isEqualTo(read.getLast());
        assertThat(best.confidence()).isCloseTo(0.97, within(1e-6));
        assertThat(best.sql()).isNotEqualTo(answer(models(), untaught()).sql());
    }

    @Test
    void whereReadingChangesNothingItsSurenessIsThatOfBefore() {
        CrossEncoder agreeing = (question, texts) -> {
            float[] scores = new float[texts.size()];
            scores[0] = 1;
            return scores;
        };

        Candidate best = answer(models().readBy(agreeing), untaught());

        assertThat(best.sql()).isEqualTo(answer(models(), untaught()).sql());
        assertThat(best.confidence()).isCloseTo(0.95, within(1e-6));
    }

    @Test
    void nothingIsReadWhereNothingWasLearnedForItOrWordsWereTaught() {
        CrossEncoder unwanted = (question, texts) -> {
            throw new AssertionError("read " + texts);
        };
        EngineModels rankedOnce = EngineModels.none().rankedBy(ranker(0, 2, 0.95, OF_CANDIDATES));

        assertThat(answer(rankedOnce.readBy(unwanted), untaught()).confidence()).isCloseTo(0.95, within(1e-6));
        answer(models().readBy(unwanted), Library.context());
    }

    @Test
    void whereNothingCanReadTheFirstOrderStands() {
        CrossEncoder broken = (question, texts) -> {
            throw new EmbedderUnavailableException("no network", new IllegalStateException());
        };

        assertThat(answer(models().readBy(broken), untaught())).isEqualTo(answer(models(), untaught()));
    }

    @Test
    void whatWasReadTellsItsShareItsRankAndHowItStood() {
        List<float[]> rows = List.of(new float[] {1}, new float[] {2}, new float[] {3});
        Reranking reranking = new Reranking(rows, new Winner(rows, new double[] {0, 5, 4}));

        assertThat(reranking.read()).containsExactly(1, 2, 0);
        List<float[]> read = reranking.rows(new float[] {0, (float) Math.log(2), 0});

        assertThat(read.get(0)).containsExactly(new float[] {1, (float) Math.log(0.25), 1, -5}, within(1e-6f));
        assertThat(read.get(2)).containsExactly(new float[] {3, (float) Math.log(0.5), 0, -1}, within(1e-6f));
        assertThatThrownBy(() -> reranking.rows(new float[2])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNotReadStandsBehindWhatIs() {
        List<float[]> rows =
                IntStream.range(0, 9).mapToObj(index -> new float[] {index}).toList();
        double[] scores = IntStream.range(0, 9).mapToDouble(index -> -index).toArray();
        Reranking reranking = new Reranking(rows, new Winner(rows, scores));

        assertThat(reranking.read()).containsExactly(0, 1, 2, 3, 4, 5);
        float[] unread = reranking.rows(new float[6]).getLast();
        assertThat(unread[1]).isNaN();
        assertThat(unread[2]).isEqualTo(6);
    }
}
