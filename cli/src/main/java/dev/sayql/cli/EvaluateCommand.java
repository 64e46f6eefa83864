package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.api.ExpectedRows;
import dev.sayql.app.App;
import dev.sayql.app.AppConfig;
import dev.sayql.core.answering.Progress;
import dev.sayql.core.answering.Refined;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.question.FollowUp;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.evaluation.CaseResult;
import dev.sayql.evaluation.Evaluation;
import dev.sayql.evaluation.EvaluationCase;
import dev.sayql.evaluation.MalformedQuestionSetException;
import dev.sayql.evaluation.QuestionSet;
import dev.sayql.evaluation.Report;
import java.io.StringReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks a set of questions whose right answers are known, and says how many answers are right, wrong and withheld. */
@Command(
        name = "evaluate",
        description = "Asks questions whose right answers are known, and says how many are answered right.",
        footer = {
            "",
            "In:  {\"id\",\"question\",\"kind\",\"expect\":\"answer\"|\"decline\",\"sql\",\"ordered\"} a line, see datasets/README.md.",
            "Out: {\"id\",\"outcome\",\"right\",\"reason\",\"sql\",\"millis\"} a line.",
            "The questions are asked as users ask them, so they stand in the history too. The right SQL is checked and run read-only."
        },
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    private static final int TOLD_EVERY = 10;

    private final Console console;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(
            names = "--questions",
            required = true,
            paramLabel = "set.jsonl",
            description = "The questions and their right SQL.")
    private String questions = "";

    @Option(names = "--out", paramLabel = "results.jsonl", description = "Gets how each question ended.")
    private @Nullable String out;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    /** One line of the results. */
    private record Line(
            String id,
            String outcome,
            boolean right,
            String reason,
            @Nullable String sql,
            long millis) {

        static Line of(CaseResult result) {
            return new Line(
                    result.asked().id(),
                    result.outcome().name().toLowerCase(Locale.ROOT),
                    result.right(),
                    result.reason(),
                    result.sql().orElse(null),
                    result.took().toMillis());
        }
    }

    @Override
    public Integer call() {
        QuestionSet set = read();
        AppConfig config = source.applyTo(AppConfig.from(console.environment()));
        try (App app = Opening.app(config, console);
                LineWriter file = out == null ? null : LineWriter.to(out, questions)) {
            app.roleWarning().ifPresent(console::warn);
            Evaluation evaluation = evaluation(app);
            List<CaseResult> results = new ArrayList<>();
            for (EvaluationCase one : set.cases()) {
                CaseResult result = evaluation.run(one);
                results.add(result);
                if (file != null) {
                    file.write(Line.of(result));
                }
                if (results.size() % TOLD_EVERY == 0) {
                    console.progress("[%,d/%,d] questions asked"
                            .formatted(results.size(), set.cases().size()));
                }
            }
            console.out().print(Escaped.text(new Report(results).text()));
            console.out().flush();
            boolean failed = !results.isEmpty()
                    && results.stream().allMatch(result -> result.outcome() == CaseResult.Outcome.FAILED);
            return failed ? ExitCode.FAILED : ExitCode.ANSWERED;
        }
    }

    private QuestionSet read() {
        try {
            return QuestionSet.read(new StringReader(SourceOptions.readText(questions)));
        } catch (MalformedQuestionSetException malformed) {
            throw new CommandFailure(ExitCode.USAGE, questions + " is no set of questions:\n" + malformed.getMessage());
        }
    }

    private static Evaluation evaluation(App app) {
        return new Evaluation(
                text -> new Question(
                        newId(),
                        app.team(),
                        app.source().id(),
                        text,
                        Optional.empty(),
                        true,
                        Question.MAX_ROWS,
                        Instant.now()),
                (parent, text) -> refined(app, parent, text),
                question -> app.answering()
                        .answer(question, Progress.silent(), Cancellation.never())
                        .answer(),
                sql -> ExpectedRows.of(app.checked(), app.source(), sql),
                InstantSource.system());
    }

    private static Question refined(App app, Question parent, String text) {
        FollowUp followUp = new FollowUp(newId(), app.team(), parent.id(), text, true, Instant.now());
        return switch (app.refining().question(followUp)) {
            case Refined.Asks(Question question) -> question;
            case Refined.UnknownParent _, Refined.NothingToRepair _ ->
                throw new IllegalStateException("the question before it is gone");
        };
    }

    private static QueryId newId() {
        return new QueryId(UUID.randomUUID());
    }
}
