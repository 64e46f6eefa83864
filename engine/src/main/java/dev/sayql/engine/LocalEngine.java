package dev.sayql.engine;

import dev.sayql.core.generation.Attempt;
import dev.sayql.core.generation.Generator;
import dev.sayql.core.generation.Proposal;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.generation.Trials;
import dev.sayql.core.question.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers a question from the words of the schema, the stored values and what the team has taught: no model, no network.
 * Declines whatever it does not understand in full. Thread-safe.
 */
public final class LocalEngine implements Generator {
    private static final int CONTEXTS_KEPT = 16;

    private final EngineModels models;
    private final Map<SourceContext, Learning> known;

    /** With the models on the class path, if there are any. */
    public LocalEngine() {
        this(EngineModels.bundled());
    }

    public LocalEngine(EngineModels models) {
        this(models, new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<SourceContext, Learning> eldest) {
                return size() > CONTEXTS_KEPT;
            }
        });
    }

    private LocalEngine(EngineModels models, Map<SourceContext, Learning> known) {
        this.models = models;
        this.known = known;
    }

    /** The same, knowing the same of its sources; no candidates are read, whatever this machine can do. */
    public LocalEngine withoutReading() {
        return new LocalEngine(models.unread(), known);
    }

    @Override
    public Proposal propose(Question question, SourceContext context, Trials trials) {
        return new Deciding(models, knowledgeOf(context), trials)
                .of(question.text(), question.today())
                .proposal();
    }

    @Override
    public Proposal refine(Question question, List<Attempt> earlier, SourceContext context, Trials trials) {
        Knowledge knowledge = knowledgeOf(context);
        return new Refiner(knowledge, new Deciding(models, knowledge, trials)).refine(question, earlier);
    }

    /** Why what was learned is not used although it is there; the rules answer alone then. */
    public Optional<String> problem() {
        return models.problem();
    }

    /** Whether candidates are ranked by what was learned; else the rules answer alone. */
    public boolean hasLearned() {
        return models.canRank();
    }

    /** What the source has names and values for. */
    public SourceWords wordsOf(SourceContext context) {
        return knowledgeOf(context).words();
    }

    Knowledge knowledgeOf(SourceContext context) {
        Learning learning;
        synchronized (known) {
            learning = known.computeIfAbsent(context, Learning::new);
        }
        return learning.done();
    }

    /** What is known of one source, worked out once: a large one takes seconds, in which others are answered. */
    private static final class Learning {
        private final SourceContext context;
        private @Nullable Knowledge knowledge;

        Learning(SourceContext context) {
            this.context = context;
        }

        synchronized Knowledge done() {
            Knowledge learnt = knowledge == null ? new Knowledge(context) : knowledge;
            knowledge = learnt;
            return learnt;
        }
    }
}
