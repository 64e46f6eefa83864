package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.execution.Cancellation;
import dev.sayql.core.execution.Execution;
import dev.sayql.core.execution.Executor;
import dev.sayql.core.execution.Limits;
import dev.sayql.core.generation.Contexts;
import dev.sayql.core.generation.Draft;
import dev.sayql.core.generation.Drafting;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.Table;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.team.TeamId;
import dev.sayql.embedded.Endpoint;
import dev.sayql.engine.LocalEngine;
import dev.sayql.engine.SampleQuestions;
import dev.sayql.jdbc.CatalogReader;
import dev.sayql.jdbc.ConnectionSettings;
import dev.sayql.jdbc.JdbcSource;
import dev.sayql.jdbc.ReadOnlyExecutor;
import dev.sayql.jdbc.SourcePools;
import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.Rules;
import dev.sayql.sql.SqlValidator;
import dev.sayql.store.SemanticsYaml;
import dev.sayql.testkit.SampleDatabase;
import dev.sayql.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Every question that is offered for a table is asked through the whole of SayQL. */
class SampleQuestionsTest {

    private static final Path DATASETS = Path.of("..", "datasets");
    private static final Path SHOP_SEMANTICS = Path.of(
            "..", "embedded", "src", "main", "resources", "dev", "sayql", "embedded", "ecommerce", "semantics.yaml");

    /** A source with the parts that answer questions of it, put together as the application does. */
    private record Asked(SourceContext context, LocalEngine engine, Drafting drafting, Executor executor) {

        static <T> T in(Endpoint database, String semantics, Function<Asked, T> use) {
            Source source = new Source(new TeamId("team"), new SourceId("asked"), "asked");
            ConnectionSettings settings = ConnectionSettings.of(
                    database.host(), database.port(), database.database(), database.user(), database.password());
            LocalEngine engine = new LocalEngine();
            try (SourcePools pools = new SourcePools(any -> Optional.of(JdbcSource.ofOperator(settings, false)));
                    ReadOnlyExecutor executor = new ReadOnlyExecutor(pools);
                    SqlValidator validator = new SqlValidator()) {
                SourceContext context =
                        new Contexts(new CatalogReader(pools), any -> taught(semantics), Clock.systemUTC()).of(source);
                return use.apply(new Asked(context, engine, new Drafting(engine, validator, executor), executor));
            }
        }

        private static Semantics taught(String yaml) {
            return ((SemanticsYaml.Read.Understood) SemanticsYaml.read(yaml)).semantics();
        }

        /** How asking ended, in words; empty when there were rows. */
        Optional<String> failure(String text) {
            Question question = new Question(
                    new QueryId(UUID.randomUUID()),
                    context.source().team(),
                    context.source().id(),
                    text,
                    Optional.empty(),
                    true,
                    Question.DEFAULT_ROWS,
                    Instant.now());
            Rules rules = Rules.allTablesOf(context.schema().catalog());
            Draft draft = drafting.draft(question, context, rules, Limits.defaults(), Cancellation.never());
            if (!(draft instanceof Draft.Proven(ReadOnlySql sql, var _))) {
                return Optional.of(text + ": " + draft);
            }
            Execution execution = executor.execute(context.source(), sql, Limits.defaults(), Cancellation.never());
            return execution instanceof Execution.Done ? Optional.empty() : Optional.of(text + ": " + execution);
        }

        Map<String, List<String>> offered() {
            SampleQuestions questions = new SampleQuestions(engine);
            Map<String, List<String>> offered = new LinkedHashMap<>();
            for (Table table : context.schema().tables()) {
                if (!table.isView()) {
                    offered.put(table.name().name(), questions.of(table, context, Instant.now()));
                }
            }
            return offered;
        }
    }

    @Test
    void ofTheSampleShopAreAnswered() throws IOException {
        Map<String, List<String>> offered =
                Asked.in(SampleDatabase.reader(), Files.readString(SHOP_SEMANTICS), SampleQuestionsTest::answered);

        assertThat(offered.get("orders"))
                .contains("How many orders are there?", "Show the 5 newest orders", "Number of orders by status");
    }

    @Test
    void ofAClinicWithShortenedNamesAreAnswered() throws IOException {
        assertAnswered("clinic");
    }

    @Test
    void ofAGymAreAnswered() throws IOException {
        assertAnswered("gym");
    }

    private static void assertAnswered(String set) throws IOException {
        Path folder = DATASETS.resolve(set);
        String script = Files.readString(folder.resolve("schema.sql")) + data(folder);
        try (TestDatabase database = TestDatabase.create(set, script + "; ANALYZE")) {
            Asked.in(
                    database.reader(),
                    Files.readString(folder.resolve("semantics.yaml")),
                    SampleQuestionsTest::answered);
        }
    }

    private static String data(Path folder) throws IOException {
        Path packed = folder.resolve("data.sql.gz");
        if (!Files.exists(packed)) {
            return Files.readString(folder.resolve("data.sql"));
        }
        try (InputStream text = new GZIPInputStream(Files.newInputStream(packed))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What is offered, all of it answered, three questions or more for nearly every table. */
    private static Map<String, List<String>> answered(Asked asked) {
        Map<String, List<String>> offered = asked.offered();
        assertThat(offered.values().stream().flatMap(List::stream).flatMap(text -> asked.failure(text).stream()))
                .isEmpty();
        assertThat(offered.values())
                .allSatisfy(questions -> assertThat(questions).hasSizeBetween(1, 6));
        long enough = offered.values().stream()
                .filter(questions -> questions.size() >= 3)
                .count();
        assertThat(enough).as("%s", offered).isGreaterThanOrEqualTo(Math.round(offered.size() * 0.9));
        return offered;
    }
}
