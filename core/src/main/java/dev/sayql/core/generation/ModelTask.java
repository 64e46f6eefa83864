package dev.sayql.core.generation;

import dev.sayql.core.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a language model is asked for. Immutable.
 *
 * @param earlier the attempts before, when the question changes an earlier one; the first one first
 * @param declined why the question is not answered without a model
 * @param guess the likeliest query all the same; never run
 * @param trials what the model wrote before and what is wrong with it; empty at first
 */
public record ModelTask(
        Question question,
        List<Attempt> earlier,
        SourceContext context,
        Decline declined,
        Optional<Candidate> guess,
        List<Trial> trials) {

    public ModelTask {
        earlier = List.copyOf(earlier);
        trials = List.copyOf(trials);
    }

    /**
     * A statement that did not pass. Immutable.
     *
     * @param sql as the model wrote it
     * @param problem exactly what is wrong, in English
     */
    public record Trial(String sql, String problem) {}

    /** The same, after this did not pass. */
    public ModelTask after(Trial trial) {
        List<Trial> all = new ArrayList<>(trials);
        all.add(trial);
        return new ModelTask(question, earlier, context, declined, guess, all);
    }
}
