package dev.sayql.app;

import dev.sayql.core.generation.Contexts;
import dev.sayql.core.history.AnswerCache;
import dev.sayql.core.history.CacheUnavailableException;
import dev.sayql.core.question.Source;
import dev.sayql.jdbc.SourcePools;

/**
 * What this process keeps of sources so that it need not look again: how each is reached, its connections, what it looks like,
 * questions about its tables and those that people type; what models wrote about it. Thread-safe, as its parts are.
 */
record SourceMemory(
        Connections connections,
        SourcePools pools,
        Contexts contexts,
        KnownQuestions questions,
        TypedQuestions typed,
        AnswerCache answers) {

    private static final System.Logger LOG = System.getLogger(SourceMemory.class.getName());

    /** The source was connected anew, or taken away: nothing of it counts any more. */
    void forget(Source source) {
        connections.forget(source);
        pools.forget(source);
        contexts.forget(source);
        typed.forget(source);
        drifted(source);
    }

    /** What was written for the source as it was is no good any more; its keys say so too, so that an outage does no harm. */
    void drifted(Source source) {
        try {
            answers.forget(source.team(), source.id());
        } catch (CacheUnavailableException away) {
            LOG.log(System.Logger.Level.WARNING, "answer_cache=unavailable", away);
        }
    }

    /** The source looks different now. */
    void changed(Source source) {
        contexts.forget(source);
        questions.prepare(source);
    }
}
