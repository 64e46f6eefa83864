package dev.sayql.engine;

import dev.sayql.core.generation.SourceContext;
import java.time.Instant;
import java.util.List;

/**
 * Completes what somebody types to questions about one source as it was read: from the ways in which people ask, the names of
 * the schema, what the team has taught and stored values. Finding takes milliseconds, putting one to the engine as long as a
 * question takes. Thread-safe.
 */
public final class TypeAhead {
    private final Vocabulary vocabulary;
    private final SureAnswers answers;

    /** Takes as long as the source is large. */
    public TypeAhead(LocalEngine engine, SourceContext context) {
        this.vocabulary = new Vocabulary(context, engine.knowledgeOf(context));
        this.answers = new SureAnswers(engine, context);
    }

    /** Questions that go on as was typed, the most usual first; not all of them can be answered. */
    public List<String> completions(String typed, int most) {
        return new Completing(typed, vocabulary).all(most);
    }

    /** Whether the engine would answer the question, and is sure of it. Runs nothing. */
    public boolean isSure(String question, Instant now) {
        return answers.of(question, now).isPresent();
    }
}
