package dev.sayql.engine;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.schema.Table;
import java.time.Instant;
import java.util.List;

/**
 * Questions that can be asked of a table, worded from its columns, keys and stored values: how many rows there are, the newest,
 * the largest, how many of each kind. Each has been put to the engine, which is sure of its answer; one that it would decline is
 * not offered. Thread-safe.
 */
public final class SampleQuestions {
    private static final int MOST = 6;

    private final LocalEngine engine;

    public SampleQuestions(LocalEngine engine) {
        this.engine = engine;
    }

    /** A question, and the names that its SQL holds when it was understood as it was meant. */
    record Wording(String text, List<String> names) {}

    /** Up to six, the plainest first; none for a view, which may only be read when its owner opens it. */
    public List<String> of(Table table, SourceContext context, Instant now) {
        if (table.isView()) {
            return List.of();
        }
        return new SampleWordings(table, context, engine.knowledgeOf(context))
                .all().stream()
                        .filter(wording -> isAnswered(wording, table, context, now))
                        .map(Wording::text)
                        .distinct()
                        .limit(MOST)
                        .toList();
    }

    private boolean isAnswered(Wording wording, Table table, SourceContext context, Instant now) {
        return new SureAnswers(engine, context)
                .of(wording.text(), now)
                .map(sure -> sure.sql().text())
                .filter(sql -> sql.contains(table.name().quoted())
                        && wording.names().stream().allMatch(sql::contains))
                .isPresent();
    }
}
