package dev.sayql.cli;

import dev.sayql.api.AnswerObject;
import dev.sayql.api.AnswerObjects;
import dev.sayql.api.Door;
import dev.sayql.api.ExitCode;
import dev.sayql.api.Outcome;
import dev.sayql.api.Replies;
import dev.sayql.app.App;
import dev.sayql.app.AppConfig;
import dev.sayql.core.answer.Answer;
import dev.sayql.core.answering.Progress;
import dev.sayql.core.answering.Refined;
import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.history.Exchange;
import dev.sayql.core.question.FollowUp;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.team.TeamId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks one question and prints the answer, for people or as JSON. */
@Command(
        name = "ask",
        description = "Asks a question in plain English.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered",
            "1:something went wrong on our side",
            "2:the command or the request is wrong",
            "3:declined, or asked back",
            "4:refused by policy",
            "5:too slow, or the database could not run it"
        })
final class AskCommand implements Callable<Integer> {

    private static final int TRIES_TO_CANCEL = 30;
    private static final Duration TRY_TO_CANCEL = Duration.ofMillis(100);

    private final Console console;
    private final TeamId team;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private TableOptions onlyThese = new TableOptions();

    @Option(names = "--json", description = "Print the answer object and nothing else.")
    private boolean json;

    @Option(names = "--sql-only", description = "Write and check the SQL, but do not run it.")
    private boolean sqlOnly;

    @Option(
            names = "--max-rows",
            paramLabel = "n",
            description = "How many rows to show at most, 1 to 10,000; 1,000 when not given.")
    private int maxRows = Question.DEFAULT_ROWS;

    @Option(
            names = "--refine",
            paramLabel = "query-id",
            description =
                    "Change an earlier question, named by its query id, or by \"last\" for the newest one. What is typed"
                            + " says how; nothing typed repairs one that failed. Source, tables and --max-rows are those of the"
                            + " earlier question.")
    private Optional<String> refine = Optional.empty();

    @Parameters(paramLabel = "question", arity = "0..*", description = "The question; best in quotes.")
    private List<String> words = List.of();

    AskCommand(Console console) {
        this(console, AppConfig.DEMO_TEAM);
    }

    /** Asks on behalf of another team than this machine's. */
    AskCommand(Console console, TeamId team) {
        this.console = console;
        this.team = team;
    }

    @Override
    public Integer call() {
        try {
            return ask();
        } catch (RuntimeException failure) {
            if (!json) {
                throw failure;
            }
            CommandFailure ending = Endings.of(failure);
            console.out()
                    .println(Replies.problem(ending.exitCode(), ending.sentence())
                            .body());
            Endings.debug(console, failure);
            return ending.exitCode();
        }
    }

    private int ask() {
        String text = refine.isPresent() ? QuestionText.ofRefinement(words) : QuestionText.of(words);
        if (maxRows < 1 || maxRows > Question.MAX_ROWS) {
            throw new CommandFailure(ExitCode.USAGE, "--max-rows must be between 1 and 10,000.");
        }
        Optional<List<String>> tables = onlyThese.names();
        AppConfig config = source.applyTo(AppConfig.from(console.environment())).withTeam(team);
        Clock clock = Clock.systemUTC();
        Instant started = clock.instant();
        try (App app = Opening.app(config, console)) {
            Question question = refine.isPresent()
                    ? refined(app, refine.get(), text, clock)
                    : new Question(
                            new QueryId(UUID.randomUUID()),
                            app.team(),
                            app.source().id(),
                            text,
                            tables,
                            !sqlOnly,
                            maxRows,
                            clock.instant());
            Door door = new Door(app.answering(), app.history(), Opening.failures(console), clock);
            Exchange exchange = ask(door, question);
            print(exchange, Duration.between(started, clock.instant()));
            return Outcome.of(exchange.answer()).exitCode();
        }
    }

    private Question refined(App app, String parent, String text, Clock clock) {
        Optional<QueryId> id = parent.equals("last") ? app.newestExchange() : QueryId.parse(parent);
        Refined refined = id.map(found -> app.refining()
                        .question(new FollowUp(
                                new QueryId(UUID.randomUUID()), app.team(), found, text, !sqlOnly, clock.instant())))
                .orElseThrow(() -> unknown(parent));
        return switch (refined) {
            case Refined.Asks(Question question) -> question;
            case Refined.UnknownParent _ -> throw unknown(parent);
            case Refined.NothingToRepair _ ->
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "The earlier question was answered, so there is nothing to repair. Say what to change.");
        };
    }

    private static CommandFailure unknown(String parent) {
        return new CommandFailure(
                ExitCode.USAGE,
                parent.equals("last")
                        ? "There is no earlier question to change."
                        : "There is no query " + parent + " of this team.");
    }

    private void print(Exchange exchange, Duration took) {
        exchange.warnings().forEach(console::warn);
        if (json) {
            console.out().println(Replies.of(exchange, took).body());
        } else {
            AnswerObject object = AnswerObjects.of(exchange, took);
            Optional<Rows> rows = exchange.answer() instanceof Answer.Result result ? result.rows() : Optional.empty();
            new AnswerText(console).print(object, rows);
        }
        console.out().flush();
    }

    /** Ctrl-C ends the process; the statement in the database is to end with it, and history to tell of it. */
    private static Exchange ask(Door door, Question question) {
        Cancellation cancellation = new Cancellation();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cancel(cancellation, ended), "cancel-on-interrupt"));
        try {
            return door.ask(question, Progress.silent(), cancellation);
        } finally {
            ended.countDown();
        }
    }

    private static void cancel(Cancellation cancellation, CountDownLatch ended) {
        if (ended.getCount() == 0) {
            return;
        }
        cancellation.request();
        try {
            for (int tries = 0; tries < TRIES_TO_CANCEL && ended.getCount() > 0; tries++) {
                Thread.sleep(TRY_TO_CANCEL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
