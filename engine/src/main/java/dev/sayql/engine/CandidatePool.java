package dev.sayql.engine;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.SqlText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The engine opened up for training and measuring: every candidate for a question with its features, and what a question
 * with a known answer teaches. For one source; not thread-safe.
 */
public final class CandidatePool {

    /**
     * A candidate.
     *
     * @param said what it finds, in English
     * @param fromRules whether the grammar found it too
     */
    @SuppressWarnings("ArrayRecordComponent") // a row of numbers, read and never changed
    public record Candidate(SqlText sql, String said, float[] features, boolean fromRules) {}

    /**
     * What a question with a known answer teaches.
     *
     * @param sketch the text of the shape of its query
     * @param parts the parts of that shape, each a class of the model of sketches
     * @param words the hashed features of the question's words
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers of words, read and never changed
    public record Lesson(String sketch, List<String> parts, int[] words, List<Choices> slots) {
        public Lesson {
            parts = List.copyOf(parts);
            slots = List.copyOf(slots);
        }
    }

    /** The features of all that could have filled a slot, and which of it was right. */
    public record Choices(List<float[]> features, int right) {
        public Choices {
            features = List.copyOf(features);
        }
    }

    /** Two to the power of this is the number of features of words. */
    public static final int WORD_BITS = SketchFeatures.BITS;

    private final Knowledge knowledge;
    private final EngineModels models;

    public CandidatePool(SourceContext context, EngineModels models) {
        this.knowledge = new Knowledge(context);
        this.models = models;
    }

    /** All candidates, not ranked. */
    public List<Candidate> of(String question, LocalDate today) {
        Heard.Words heard = Heard.words(chart(question, today), today, knowledge);
        List<Guess> guesses = heard.guesses();
        Linking linking = new Linking(heard.renamed());
        List<LearnedCandidates.Learned> learned = models.sketches()
                .map(model -> new LearnedCandidates(model, linking, knowledge).all())
                .orElse(List.of());
        List<Pooled> pool = Pool.of(guesses, learned, knowledge.keys());
        CandidateFeatures features = new CandidateFeatures(linking, knowledge, pool);
        return pool.stream()
                .map(one -> new Candidate(
                        one.sql(),
                        Restatement.of(one.query()),
                        features.of(one),
                        one.guess().isPresent()))
                .toList();
    }

    private Chart chart(String question, LocalDate today) {
        return new Chart(Spelling.corrected(Tokens.of(question), knowledge.lexicon()), knowledge, today);
    }

    /** What can be learned from a question and the query that answers it; empty when the query has no sketch. */
    public Optional<Lesson> lesson(String question, LocalDate today, ReadOnlySql answer) {
        Optional<SketchReader.Filled> filled = SqlReader.read(
                        answer.syntax(), knowledge.context().schema())
                .flatMap(query -> SketchReader.read(query, knowledge));
        return filled.map(found -> lesson(new Linking(chart(question, today)), found));
    }

    private Lesson lesson(Linking linking, SketchReader.Filled filled) {
        List<Slot> slots = Slot.of(filled.sketch());
        SlotOptions options = new SlotOptions(linking, knowledge);
        SlotFeatures features = new SlotFeatures(linking, knowledge);
        List<Choice> chosen = new ArrayList<>();
        List<Choices> taught = new ArrayList<>();
        for (int index = 0; index < slots.size(); index++) {
            Choice wanted = filled.choices().get(index);
            List<Choice> possible = options.of(slots.get(index));
            int right = right(possible, wanted);
            if (right >= 0 && possible.size() > 1) {
                List<Choice> before = List.copyOf(chosen);
                taught.add(new Choices(
                        possible.stream()
                                .map(choice -> features.of(slots, before, choice))
                                .toList(),
                        right));
            }
            chosen.add(right >= 0 ? possible.get(right) : wanted);
        }
        return new Lesson(
                SketchText.of(filled.sketch()), SketchParts.of(filled.sketch()), SketchFeatures.of(linking), taught);
    }

    /** The choice that means the same and is read best; -1 when there is none. */
    private static int right(List<Choice> possible, Choice wanted) {
        int right = -1;
        for (int index = 0; index < possible.size(); index++) {
            boolean better = right < 0
                    || possible.get(index).score() > possible.get(right).score();
            if (better && possible.get(index).means(wanted)) {
                right = index;
            }
        }
        return right;
    }
}
