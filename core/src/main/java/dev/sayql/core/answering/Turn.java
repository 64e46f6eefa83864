package dev.sayql.core.answering;

import dev.sayql.core.answer.Answer;
import dev.sayql.core.answer.AnsweredBy;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.generation.Candidate;
import dev.sayql.core.generation.Draft;
import dev.sayql.core.generation.Drafted;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.history.CacheKey;
import dev.sayql.core.history.CachedAnswer;
import dev.sayql.core.question.Question;
import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.Rules;
import dev.sayql.sql.SqlText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One question on its way to a language model: what is remembered for it, and what will be of what the model writes. Equal
 * questions wait for the first until its draft is known, and find it here until it is kept: no gap lets one through. Used by
 * one thread; close it whatever happens.
 */
final class Turn implements AutoCloseable {

    private final Remembering memory;
    private final Question question;
    private final SourceContext context;
    private final Rules rules;
    private final CompletableFuture<Optional<CachedAnswer>> own = new CompletableFuture<>();
    private @Nullable CacheKey key;
    private Optional<String> meaning = Optional.empty();
    private Optional<CachedAnswer> written = Optional.empty();

    Turn(Remembering memory, Question question, SourceContext context, Rules rules) {
        this.memory = memory;
        this.question = question;
        this.context = context;
        this.rules = rules;
    }

    /**
     * The draft that is remembered, if it still passes.
     *
     * @param proof checks it as any other: yesterday's SQL, today's rules and costs
     * @param cancellation ends waiting for an equal question
     */
    Optional<Draft> recalled(Function<Candidate, Draft> proof, Cancellation cancellation) {
        if (!memory.serves(question)) {
            return Optional.empty();
        }
        CacheKey asked = memory.key(question, context, rules);
        key = asked;
        Optional<CachedAnswer> found = memory.join(asked, own)
                .map(other -> cancellation
                        .await(other)
                        .flatMap(brought -> brought)
                        .filter(answer -> answer.isFor(question.today())))
                .orElseGet(() -> memory.find(asked, this::meant, question, context));
        Optional<Draft> draft = found.map(answer -> proof.apply(candidate(answer)))
                .filter(proven -> proven instanceof Draft.Proven
                        || proven instanceof Draft.SourceUnavailable
                        || proven instanceof Draft.Cancelled);
        if (draft.isPresent()) {
            found.ifPresent(answer -> used(answer, draft.get()));
        } else {
            memory.countMiss(question);
        }
        return draft;
    }

    private Optional<String> meant() {
        meaning = memory.meaning(question, context);
        return meaning;
    }

    private void used(CachedAnswer answer, Draft draft) {
        if (draft instanceof Draft.Proven) {
            own.complete(Optional.of(answer));
            memory.countHit(answer);
        }
        close();
    }

    private Candidate candidate(CachedAnswer answer) {
        return new Candidate(
                        new SqlText(answer.sql()),
                        answer.explanation() + " " + note(answer),
                        List.of(),
                        answer.confidence(),
                        List.of())
                .writtenBy(answer.model());
    }

    private String note(CachedAnswer answer) {
        String day = answer.created().atZone(ZoneOffset.UTC).toLocalDate().toString();
        return answer.key().equals(key)
                ? "Remembered from " + day + "."
                : "Remembered from " + day + ", when it was asked as: \""
                        + answer.key().question() + "\".";
    }

    /** Takes note of what the model brought; equal questions that wait take it too. */
    void wrote(Drafted drafted) {
        CacheKey asked = key;
        if (asked != null && drafted.draft() instanceof Draft.Proven(ReadOnlySql sql, Candidate candidate)) {
            written = candidate.model().map(model -> answer(asked, sql, candidate, model, drafted));
        }
        own.complete(written);
    }

    private CachedAnswer answer(CacheKey asked, ReadOnlySql sql, Candidate candidate, String model, Drafted drafted) {
        Instant now = memory.now();
        return new CachedAnswer(
                asked,
                meaning,
                sql.text(),
                candidate.restatement(),
                candidate.confidence(),
                model,
                DayBound.is(question.text(), sql.text(), context.schema())
                        ? Optional.of(question.today())
                        : Optional.empty(),
                drafted.spent().cost(),
                now,
                memory.end(now),
                0);
    }

    /** Keeps what was written once it is known to run and to bring all its rows. */
    void settled(Answer answer) {
        if (answer instanceof Answer.Result result && result.provenance().answeredBy() == AnsweredBy.MODEL) {
            Optional<Rows> whole = result.rows().filter(rows -> !rows.truncated());
            whole.flatMap(rows -> written).ifPresent(memory::keep);
        }
    }

    @Override
    public void close() {
        own.complete(Optional.empty());
        if (key != null) {
            memory.leave(key, own);
        }
    }
}
