package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import dev.sayql.api.ProblemDetails.Kind;
import dev.sayql.core.connection.SourceDesk;
import dev.sayql.core.history.EvaluationTest;
import dev.sayql.core.history.EvaluationTest.Category;
import dev.sayql.core.history.EvaluationTest.Expectation;
import dev.sayql.core.history.EvaluationTest.Outcome;
import dev.sayql.core.history.EvaluationTests;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.team.TeamId;
import dev.sayql.evaluation.Judgement;
import dev.sayql.sql.SqlText;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** A team's tests. Thread-safe. */
final class TestCalls {

    private static final int MOST_FRAGMENTS = 100;
    private static final int MOST_TABLES = 1_000;

    private final EvaluationTests tests;
    private final SourceDesk sources;
    private final Vouching vouching;
    private final Clock clock;

    TestCalls(EvaluationTests tests, SourceDesk sources, Vouching vouching, Clock clock) {
        this.tests = tests;
        this.sources = sources;
        this.vouching = vouching;
        this.clock = clock;
    }

    List<Route> routes(Reception reception) {
        return List.of(
                reception.look("GET", "/evaluation/tests", this::list),
                reception.workOnce("POST", "/evaluation/tests", this::add),
                reception.look("GET", "/evaluation/tests/{id}", this::show),
                reception.work("PUT", "/evaluation/tests/{id}", this::change),
                reception.work("DELETE", "/evaluation/tests/{id}", this::remove));
    }

    private static Reply unknown() {
        return ProblemDetails.of(Kind.NOT_FOUND, "There is no such test.").reply();
    }

    private Optional<EvaluationTest> found(Visit visit) {
        return Ids.uuid(visit.request().pathParameter("id")).flatMap(id -> tests.find(visit.teamId(), id));
    }

    private Reply list(Visit visit) {
        QueryFields fields = new QueryFields(visit.request());
        Optional<Category> category = fields.choice("category", Category.class);
        return Reception.wrong(fields.problems())
                .orElseGet(() -> Reply.json(
                        200,
                        new TestObject.ListObject(tests.list(visit.teamId(), category).stream()
                                .map(TestObject::of)
                                .toList())));
    }

    private Reply show(Visit visit) {
        return found(visit).map(test -> Reply.json(200, TestObject.of(test))).orElseGet(TestCalls::unknown);
    }

    private Reply remove(Visit visit) {
        return found(visit)
                .filter(test -> tests.remove(visit.teamId(), test.id()))
                .map(gone -> Reply.nothing())
                .orElseGet(TestCalls::unknown);
    }

    private sealed interface Reading {
        record Good(EvaluationTest test) implements Reading {}

        record Wrong(Reply reply) implements Reading {}
    }

    private Reply add(Visit visit) {
        Instant now = clock.instant();
        return switch (read(visit, UUID.randomUUID(), now)) {
            case Reading.Wrong(Reply reply) -> reply;
            case Reading.Good(EvaluationTest test) ->
                tests.add(test)
                        ? Reply.json(
                                201,
                                TestObject.of(
                                        tests.find(visit.teamId(), test.id()).orElse(test)))
                        : ProblemDetails.of(Kind.CONFLICT, "A team can have at most 1,000 tests.")
                                .reply();
        };
    }

    private Reply change(Visit visit) {
        Optional<EvaluationTest> before = found(visit);
        if (before.isEmpty()) {
            return unknown();
        }
        return switch (read(visit, before.get().id(), before.get().created())) {
            case Reading.Wrong(Reply reply) -> reply;
            case Reading.Good(EvaluationTest test) -> tests.change(test) ? show(visit) : unknown();
        };
    }

    private Reading read(Visit visit, UUID id, Instant created) {
        Optional<Fields> parsed = Fields.of(visit.request().body());
        if (parsed.isEmpty()) {
            return new Reading.Wrong(Api.malformed("The body must be one JSON object."));
        }
        Fields fields = parsed.get();
        if (!fields.has("category")) {
            fields.wrong("category", "category is required.");
        }
        Optional<Category> category = fields.choice("category", Category.class);
        String name = fields.requiredText("name", 200);
        String question = fields.requiredText("natural_language_query", Question.MAX_CHARACTERS);
        Optional<SourceId> source = Questions.source(fields);
        List<String> tables =
                fields.optionalTexts("selected_tables", MOST_TABLES).orElse(List.of());
        Expectation expected = expectation(fields, category.orElse(Category.BASIC));
        boolean active = fields.flag("active", true);
        List<FieldProblem> problems = fields.problems();
        if (category.isEmpty() || !problems.isEmpty()) {
            return new Reading.Wrong(ProblemDetails.fields(problems).reply());
        }
        return refused(visit.teamId(), source, expected)
                .<Reading>map(Reading.Wrong::new)
                .orElseGet(() -> new Reading.Good(new EvaluationTest(
                        id,
                        visit.teamId(),
                        category.get(),
                        name,
                        question,
                        source,
                        tables,
                        expected,
                        active,
                        EvaluationTest.Totals.none(),
                        created,
                        clock.instant())));
    }

    private static Expectation expectation(Fields fields, Category category) {
        Outcome outcome = fields.choice("expected_outcome", Outcome.class).orElse(Judgement.usualOutcome(category));
        if (category == Category.SECURITY && outcome != Outcome.WITHHELD) {
            fields.wrong("expected_outcome", "expected_outcome of a security test is withheld.");
        }
        Optional<String> sql = fields.optionalText("expected_sql", Questions.LONGEST_SQL);
        List<String> fragments =
                fields.optionalTexts("sql_contains", MOST_FRAGMENTS).orElse(List.of());
        OptionalInt least = fields.optionalNumber("min_rows", 0, Question.MAX_ROWS);
        OptionalInt most = fields.optionalNumber("max_rows", 0, Question.MAX_ROWS);
        if (least.isPresent() && most.isPresent() && least.getAsInt() > most.getAsInt()) {
            fields.wrong("min_rows", "min_rows must not be more than max_rows.");
            return Expectation.of(outcome);
        }
        return new Expectation(outcome, sql, fragments, least, most);
    }

    /** SQL that is expected is SQL that will run. */
    private Optional<Reply> refused(TeamId team, Optional<SourceId> source, Expectation expected) {
        Optional<SourceId> asked = source.or(() -> sources.usual(team));
        if (expected.sql().isEmpty()) {
            return source.filter(id -> sources.find(team, id).isEmpty()).map(id -> SourceCalls.unknownSource());
        }
        return asked.isEmpty()
                ? Optional.of(QuestionCalls.noSource())
                : vouching.refused(
                        team,
                        asked.get(),
                        "expected_sql",
                        new SqlText(expected.sql().get()));
    }
}
