package dev.sayql.api;

import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.answering.Progress;
import dev.sayql.core.answering.Refined;
import dev.sayql.core.answering.Refining;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.question.FollowUp;
import dev.sayql.core.question.Question;
import dev.sayql.core.team.WorkBoard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asking, refining and running: whatever brings an answer object. Thread-safe. */
final class QuestionCalls {

    private final Door door;
    private final Refining refining;
    private final Questions questions;
    private final Allowance allowance;
    private final Underway underway;
    private final Reception reception;
    private final Clock clock;

    QuestionCalls(
            Door door,
            Refining refining,
            Questions questions,
            Allowance allowance,
            Underway underway,
            Reception reception,
            Clock clock) {
        this.door = door;
        this.refining = refining;
        this.questions = questions;
        this.allowance = allowance;
        this.underway = underway;
        this.reception = reception;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                reception.ask("/query/generate", this::generate),
                reception.ask("/query/refine", this::refine),
                reception.ask("/query/run", this::run));
    }

    /** What brings the answer to a question. */
    @FunctionalInterface
    interface Asking {

        Exchange answer(Progress progress, Cancellation cancellation);
    }

    private Reply generate(Visit visit) {
        return read(
                questions.question(visit),
                question -> answered(
                        visit, question, (progress, cancellation) -> door.ask(question, progress, cancellation)));
    }

    private Reply run(Visit visit) {
        return read(
                questions.written(visit),
                written -> answered(
                        visit,
                        written.question(),
                        (progress, cancellation) ->
                                door.run(written.question(), written.sql(), progress, cancellation)));
    }

    private Reply refine(Visit visit) {
        return read(questions.followUp(visit), followUp -> refined(visit, followUp));
    }

    private Reply refined(Visit visit, FollowUp followUp) {
        return switch (refining.question(followUp)) {
            case Refined.Asks(Question question) ->
                answered(visit, question, (progress, cancellation) -> door.ask(question, progress, cancellation));
            case Refined.UnknownParent _ -> HistoryCalls.unknownQuery();
            case Refined.NothingToRepair _ ->
                ProblemDetails.fields(List.of(new ProblemDetails.FieldProblem(
                                "user_refinement",
                                "user_refinement must say what to change: the parent was answered, so there is nothing"
                                        + " to repair.")))
                        .reply();
        };
    }

    private static <T> Reply read(Questions.Reading<T> reading, Function<T, Reply> then) {
        return switch (reading) {
            case Questions.Reading.Good<T>(T value) -> then.apply(value);
            case Questions.Reading.NotAnObject<T>() -> Api.malformed("The body must be one JSON object.");
            case Questions.Reading.Wrong<T>(var problems) ->
                ProblemDetails.fields(problems).reply();
            case Questions.Reading.NoSource<T>() -> noSource();
        };
    }

    static Reply noSource() {
        return ProblemDetails.of(
                        Kind.NOT_FOUND, "This team has no source yet; connect a database with POST /schema/upload.")
                .reply();
    }

    /** How an answer goes over the wire. */
    @FunctionalInterface
    interface Showing {

        Reply reply(Exchange exchange, Duration took);
    }

    private Reply answered(Visit visit, Question question, Asking asking) {
        return answered(visit, question, asking, Replies::of);
    }

    /** The answer to a question that counts against the month, in its turn. */
    Reply answered(Visit visit, Question question, Asking asking, Showing showing) {
        Optional<Reply> exhausted = allowance.count(visit);
        if (exhausted.isPresent()) {
            return exhausted.get();
        }
        return underway.work(
                        visit,
                        WorkBoard.Kind.QUESTION,
                        question.id().value(),
                        "/query/" + question.id() + "/progress",
                        work -> worked(visit, work, asking, showing))
                .about(question.id());
    }

    private Reply worked(Visit visit, Underway.Work work, Asking asking, Showing showing) {
        Instant started = clock.instant();
        return reception.guarded(() -> allowance.inTurn(visit, () -> {
            work.run();
            Exchange exchange = asking.answer(work, work.cancellation());
            allowance.answered(exchange.answer());
            return showing.reply(exchange, Duration.between(started, clock.instant()));
        }));
    }
}
