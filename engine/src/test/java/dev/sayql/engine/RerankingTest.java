package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.CrossEncoder;
import dev.sayql.core.generation.EmbedderUnavailableException;
import dev.sayql.core.generation.Meaning;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.engine.meaning.ProvenMeaning;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The likeliest candidates are read together with the question, and the order that was learned for that counts then. */
class RerankingTest {
    private static final String QUESTION = "number of books by genre";

    /** The grammar's first reading is likeliest; once they are read, the one that is read as likeliest. */
    private static EngineModels models() {
        return EngineModels.none().rankedBy(MadeRankers.byGrammar(0.95, 0.95)).rerankedBy(MadeRankers.byReading(0.97));
    }

    private static Candidate answer(EngineModels models, SourceContext context) {
        Proposal proposal = new LocalEngine(models).propose(Library.question(QUESTION), context);
        assertThat(proposal).isInstanceOf(Proposal.Candidates.class);
        return ((Proposal.Candidates) proposal).ranked().getFirst();
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

        Candidate best = answer(models().readBy(encoder), Library.untaught());

        assertThat(read).hasSizeBetween(2, 6);
        assertThat(best.restatement()).isEqualTo(read.getLast());
        assertThat(best.confidence()).isCloseTo(0.97, within(1e-6));
        assertThat(best.sql()).isNotEqualTo(answer(models(), Library.untaught()).sql());
    }

    @Test
    void whereReadingChangesNothingItsSurenessIsThatOfBefore() {
        CrossEncoder agreeing = (question, texts) -> {
            float[] scores = new float[texts.size()];
            scores[0] = 1;
            return scores;
        };

        Candidate best = answer(models().readBy(agreeing), Library.untaught());

        assertThat(best.sql()).isEqualTo(answer(models(), Library.untaught()).sql());
        assertThat(best.confidence()).isCloseTo(0.95, within(1e-6));
    }

    @Test
    void nothingIsReadWhereNothingWasLearnedForItOrWordsWereTaught() {
        CrossEncoder unwanted = (question, texts) -> {
            throw new AssertionError("read " + texts);
        };
        EngineModels rankedOnce = EngineModels.none().rankedBy(MadeRankers.byGrammar(0.95, 0.95));

        assertThat(answer(rankedOnce.readBy(unwanted), Library.untaught()).confidence())
                .isCloseTo(0.95, within(1e-6));
        answer(models().readBy(unwanted), Library.context());
    }

    @Test
    void whatAQuestionMeansIsWorkedOutWithoutReading() {
        CrossEncoder unwanted = (question, texts) -> {
            throw new AssertionError("read " + texts);
        };
        Meaning meaning = new ProvenMeaning(new LocalEngine(models().readBy(unwanted)));

        assertThat(meaning.of(Library.question(QUESTION), Library.untaught())).isPresent();
    }

    @Test
    void whereNothingCanReadTheFirstOrderStands() {
        CrossEncoder broken = (question, texts) -> {
            throw new EmbedderUnavailableException("no network", new IllegalStateException());
        };

        assertThat(answer(models().readBy(broken), Library.untaught())).isEqualTo(answer(models(), Library.untaught()));
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
