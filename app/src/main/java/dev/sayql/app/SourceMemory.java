package dev.sayql.app;

import dev.sayql.core.generation.Contexts;
import dev.sayql.core.question.Source;
import dev.sayql.jdbc.SourcePools;

/**
 * What this process keeps of sources so that it need not look again: how each is reached, its connections, what it looks like,
 * questions about its tables. Thread-safe, as its parts are.
 */
record SourceMemory(Connections connections, SourcePools pools, Contexts contexts, KnownQuestions questions) {

    /** The source was connected anew, or taken away: nothing of it counts any more. */
    void forget(Source source) {
        connections.forget(source);
        pools.forget(source);
        contexts.forget(source);
    }

    /** The source looks different now. */
    void changed(Source source) {
        contexts.forget(source);
        questions.prepare(source);
    }
}
