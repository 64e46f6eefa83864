package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.core.answer.Answer;
import dev.sayql.core.answering.Progress;
import dev.sayql.core.connection.CheckedSql;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.history.EvaluationRun;
import dev.sayql.core.history.EvaluationTest;
import dev.sayql.core.history.EvaluationTest.Category;
import dev.sayql.core.history.EvaluationTests;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.SourceId;
import dev.sayql.evaluation.Judgement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks the questions of a team's tests through the door that users come through, and judges the answers. Thread-safe.
 */
final class TestRunCalls {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int USUAL_RUNS = 50;

    private final EvaluationTests tests;
    private final SourceDesk sources;
    private final CheckedSql checked;
    private final Door door;
    private final Allowance allowance;
    private final Clock clock;

    TestRunCalls(
            EvaluationTests tests,
            SourceDesk sources,
            CheckedSql checked,
            Door door,
            Allowance allowance,
            Clock clock) {
        this.tests = tests;
        this.sources = sources;
        this.checked = checked;
        this.door = door;
        this.allowance = allowance;
        this.clock = clock;
    }

    List<Route> routes(Reception reception) {
        return List.of(
                reception.workOnce("POST", "/evaluation/tests/run", this::run),
                reception.look("GET", "/evaluation/runs", this::runs));
    }

    private Reply runs(Visit visit) {
        QueryFields fields = new QueryFields(visit.request());
        int limit = fields.number("limit", 1, 500, USUAL_RUNS);
        return Reception.wrong(fields.problems())
                .orElseGet(() -> Reply.json(
                        200,
                        new TestObject.RunsObject(tests.runs(visit.teamId(), limit).stream()
                                .map(TestObject.SummaryObject::of)
                                .toList())));
    }

    private Reply run(Visit visit) {
        Optional<Fields> parsed = Fields.of(
                visit.request().body().isBlank() ? "{}" : visit.request().body());
        if (parsed.isEmpty()) {
            return Api.malformed("The body must be one JSON object.");
        }
        Fields fields = parsed.get();
        Optional<Category> category = fields.choice("category", Category.class);
        List<UUID> ids = ids(fields);
        Optional<SourceId> named = Questions.source(fields);
        List<FieldProblem> problems = fields.problems();
        if (!problems.isEmpty()) {
            return ProblemDetails.fields(problems).reply();
        }
        if (named.filter(id -> sources.find(visit.teamId(), id).isEmpty()).isPresent()) {
            return SourceCalls.unknownSource();
        }
        Optional<SourceId> source = named.or(() -> sources.usual(visit.teamId()));
        if (source.isEmpty()) {
            return QuestionCalls.noSource();
        }
        List<EvaluationTest> chosen = tests.list(visit.teamId(), category).stream()
                .filter(test -> ids.isEmpty() ? test.active() : ids.contains(test.id()))
                .toList();
        if (!ids.isEmpty() && chosen.size() < ids.stream().distinct().count()) {
            return ProblemDetails.of(ProblemDetails.Kind.NOT_FOUND, "There is no such test.")
                    .reply();
        }
        String filter = filter(category, ids, source.get());
        return allowance.oneTurn(visit, () -> run(visit, chosen, source.get(), filter));
    }

    private static List<UUID> ids(Fields fields) {
        List<UUID> ids = new ArrayList<>();
        for (String text : fields.optionalTexts("ids", EvaluationTests.MOST).orElse(List.of())) {
            Ids.uuid(text)
                    .or(() -> fields.wrong("ids", "ids must be ids of tests."))
                    .ifPresent(ids::add);
        }
        return ids;
    }

    private static String filter(Optional<Category> category, List<UUID> ids, SourceId source) {
        String kind = category.map(one -> AnswerObjects.id(one) + " tests").orElse("all tests");
        return (ids.isEmpty() ? kind : ids.size() + " tests") + " on " + source;
    }

    private Reply run(Visit visit, List<EvaluationTest> chosen, SourceId source, String filter) {
        Instant started = clock.instant();
        long until = System.nanoTime() + LONGEST.toNanos();
        List<EvaluationRun.CaseResult> results = new ArrayList<>();
        for (EvaluationTest test : chosen) {
            boolean over =
                    System.nanoTime() > until || visit.request().cancellation().isRequested();
            if (over || allowance.count(visit).isPresent()) {
                break;
            }
            results.add(run(visit, test, source));
        }
        EvaluationRun run = new EvaluationRun(UUID.randomUUID(), started, clock.instant(), filter, results);
        tests.record(visit.teamId(), run);
        Map<UUID, EvaluationTest> byId =
                chosen.stream().collect(Collectors.toMap(EvaluationTest::id, Function.identity()));
        return Reply.json(200, TestObject.RunObject.of(run, chosen.size() - results.size(), byId));
    }

    private EvaluationRun.CaseResult run(Visit visit, EvaluationTest test, SourceId usual) {
        long started = System.nanoTime();
        SourceId source = test.source().orElse(usual);
        QueryId id = Questions.newId();
        Question question = new Question(
                id,
                visit.teamId(),
                source,
                test.question(),
                test.tables().isEmpty() ? Optional.empty() : Optional.of(test.tables()),
                true,
                Question.MAX_ROWS,
                clock.instant());
        Answer answer = door.ask(question, Progress.silent(), visit.request().cancellation())
                .answer();
        allowance.answered(answer);
        Judgement judgement = Judgement.of(test, answer, sql -> expected(visit, source, sql));
        return new EvaluationRun.CaseResult(
                test.id(),
                judgement.passed(),
                judgement.reason(),
                Duration.ofNanos(System.nanoTime() - started),
                Optional.of(id));
    }

    private Rows expected(Visit visit, SourceId id, String sql) {
        return sources.find(visit.teamId(), id)
                .map(source -> ExpectedRows.of(checked, source, sql))
                .orElseThrow(() -> new IllegalStateException("its source is gone"));
    }
}
