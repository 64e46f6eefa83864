package dev.sayql.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.history.History;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.team.WorkBoard;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looking after work that goes on here or on another server, and taking it back. Thread-safe. */
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
                reception.look("POST", "/query/{id}/cancel", this::cancel),
                reception.look("GET", "/schema/upload/{id}", this::upload),
                reception.look("POST", "/schema/upload/{id}/cancel", this::cancelUpload));
    }

    /** How far a question has come. */
    record ProgressObject(
            String queryId,
            String state,
            List<Underway.Reached> steps,
            @Nullable JsonNode answer) {}

    /** How far reading a database has come. */
    record UploadObject(
            String uploadId,
            String state,
            List<Underway.Reached> steps,
            @Nullable JsonNode result) {}

    static Object shown(WorkBoard.Kind kind, Underway.Sight sight) {
        String id = sight.id().toString();
        String state = AnswerObjects.id(sight.state());
        return switch (kind) {
            case QUESTION ->
                new ProgressObject(id, state, sight.steps(), sight.reply().orElse(null));
            case UPLOAD ->
                new UploadObject(id, state, sight.steps(), sight.reply().orElse(null));
        };
    }

    private static Reply shown(int status, QueryId id, Underway.Sight sight) {
        return Reply.json(status, shown(WorkBoard.Kind.QUESTION, sight)).about(id);
    }

    private Reply look(Visit visit) {
        Optional<QueryId> id = QueryId.parse(visit.request().pathParameter("id"));
        return id.flatMap(known -> underway.find(visit.teamId(), WorkBoard.Kind.QUESTION, known.value())
                        .map(sight -> shown(200, known, sight))
                        .or(() -> ended(visit, known)))
                .orElseGet(HistoryCalls::unknownQuery);
    }

    private Optional<Reply> ended(Visit visit, QueryId id) {
        return history.find(visit.teamId(), id)
                .map(recorded -> shown(
                        200, id, new Underway.Sight(id.value(), Underway.State.ENDED, List.of(), Optional.empty())));
    }

    private Reply cancel(Visit visit) {
        Optional<QueryId> id = QueryId.parse(visit.request().pathParameter("id"));
        return id.flatMap(known -> underway.stop(visit.teamId(), WorkBoard.Kind.QUESTION, known.value())
                        .map(sight -> shown(202, known, sight))
                        .or(() -> tooLate(visit, known)))
                .orElseGet(HistoryCalls::unknownQuery);
    }

    private Optional<Reply> tooLate(Visit visit, QueryId id) {
        boolean known = underway.find(visit.teamId(), WorkBoard.Kind.QUESTION, id.value())
                        .isPresent()
                || history.find(visit.teamId(), id).isPresent();
        return known
                ? Optional.of(ProblemDetails.of(Kind.CONFLICT, "This question has ended already.")
                        .withQueryId(id)
                        .reply()
                        .about(id))
                : Optional.empty();
    }

    private Reply upload(Visit visit) {
        return Ids.uuid(visit.request().pathParameter("id"))
                .flatMap(id -> underway.find(visit.teamId(), WorkBoard.Kind.UPLOAD, id))
                .map(sight -> Reply.json(200, shown(WorkBoard.Kind.UPLOAD, sight)))
                .orElseGet(WorkCalls::unknownUpload);
    }

    private Reply cancelUpload(Visit visit) {
        return Ids.uuid(visit.request().pathParameter("id"))
                .flatMap(id -> underway.stop(visit.teamId(), WorkBoard.Kind.UPLOAD, id)
                        .map(sight -> Reply.json(202, shown(WorkBoard.Kind.UPLOAD, sight)))
                        .or(() -> underway.find(visit.teamId(), WorkBoard.Kind.UPLOAD, id)
                                .map(ended -> ProblemDetails.of(Kind.CONFLICT, "This upload has ended already.")
                                        .reply())))
                .orElseGet(WorkCalls::unknownUpload);
    }

    private static Reply unknownUpload() {
        return ProblemDetails.of(Kind.NOT_FOUND, "There is no such upload.").reply();
    }
}
