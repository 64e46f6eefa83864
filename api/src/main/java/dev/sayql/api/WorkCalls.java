package dev.sayql.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.history.History;
import dev.sayql.core.question.QueryId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looking after questions that are worked on, and taking them back. Thread-safe. */
final class WorkCalls {

    private final Underway underway;
    private final History history;

    WorkCalls(Underway underway, History history) {
        this.underway = underway;
        this.history = history;
    }

    List<Route> routes(Reception reception) {
        return List.of(
                reception.look("GET", "/query/{id}/progress", this::look),
                reception.look("POST", "/query/{id}/cancel", this::cancel));
    }

    /** How far a question has come. */
    record ProgressObject(
            String queryId,
            String state,
            List<Underway.Reached> steps,
            @Nullable JsonNode answer) {}

    static ProgressObject progress(Underway.Work work) {
        return new ProgressObject(
                work.id().toString(),
                AnswerObjects.id(work.state()),
                work.steps(),
                work.reply().flatMap(reply -> Json.read(reply.body())).orElse(null));
    }

    private Reply look(Visit visit) {
        Optional<QueryId> id = QueryId.parse(visit.request().pathParameter("id"));
        return id.flatMap(known -> underway.find(visit.teamId(), known))
                .map(work -> Reply.json(200, progress(work)).about(work.id()))
                .or(() -> id.flatMap(known -> ended(visit, known)))
                .orElseGet(HistoryCalls::unknownQuery);
    }

    private Optional<Reply> ended(Visit visit, QueryId id) {
        return history.find(visit.teamId(), id)
                .map(recorded -> Reply.json(
                                200,
                                new ProgressObject(
                                        id.toString(), AnswerObjects.id(Underway.State.ENDED), List.of(), null))
                        .about(id));
    }

    private Reply cancel(Visit visit) {
        Optional<QueryId> id = QueryId.parse(visit.request().pathParameter("id"));
        Optional<Underway.Work> work = id.flatMap(known -> underway.find(visit.teamId(), known))
                .filter(running -> running.state() != Underway.State.ENDED);
        if (work.isPresent()) {
            work.get().stop();
            return Reply.json(202, progress(work.get())).about(work.get().id());
        }
        return id.flatMap(known -> underway.find(visit.teamId(), known)
                        .map(Underway.Work::id)
                        .or(() -> history.find(visit.teamId(), known).map(recorded -> recorded.id())))
                .map(known -> ProblemDetails.of(Kind.CONFLICT, "This question has ended already.")
                        .withQueryId(known)
                        .reply()
                        .about(known))
                .orElseGet(HistoryCalls::unknownQuery);
    }
}
