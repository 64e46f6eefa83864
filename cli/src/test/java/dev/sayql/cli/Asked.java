package dev.sayql.cli;

import dev.sayql.app.App;
import dev.sayql.app.AppConfig;
import dev.sayql.app.Parts;
import dev.sayql.core.answering.Answering;
import dev.sayql.core.answering.Refined;
import dev.sayql.core.execution.Cell;
import dev.sayql.core.execution.Rows;
import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.FollowUp;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.schema.Table;
import dev.sayql.embedded.Endpoint;
import dev.sayql.embedding.MiniLmCrossEncoder;
import dev.sayql.embedding.SentenceEncoder;
import dev.sayql.server.DynamoTables;
import dev.sayql.server.EmbeddedDatabases;
import dev.sayql.testkit.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A database with all that answers questions of it, and a connection of its own for the statements known to be right. */
final class Asked implements AutoCloseable {

    private final Cli cli = new Cli();
    private final App app;
    private final Connection connection;

    Asked(Endpoint database, String semantics) {
        this(database, Optional.of(semantics));
    }

    /** @param semantics what has been taught; empty where nobody taught anything */
    Asked(Endpoint database, Optional<String> semantics) {
        AppConfig plain =
                AppConfig.from(cli.with("SAYQL_SOURCE_URL", Cli.url(database)).environment());
        app = App.start(
                semantics.map(plain::withSemantics).orElse(plain),
                new Parts(
                        new EmbeddedDatabases(),
                        new DynamoTables(),
                        new SentenceEncoder(),
                        MiniLmCrossEncoder.bundled(),
                        notice -> {}));
        connection = connect(database);
    }

    Answering answering() {
        return app.answering();
    }

    Question question(String text) {
        return new Question(
                new QueryId(UUID.randomUUID()),
                app.team(),
                app.source().id(),
                text,
                Optional.empty(),
                true,
                Question.MAX_ROWS,
                Instant.now());
    }

    /** The tables, without views. */
    List<Table> tables() {
        return context().schema().tables().stream()
                .filter(table -> !table.isView())
                .toList();
    }

    /** What is offered to be asked of a table. */
    List<String> sampleQuestions(Table table) {
        return app.sources().sampleQuestions(context(), table);
    }

    private SourceContext context() {
        return app.sources().context(app.source());
    }

    /** What changes an earlier question, which must have been asked. */
    Question refined(Question parent, String text) {
        FollowUp followUp =
                new FollowUp(new QueryId(UUID.randomUUID()), app.team(), parent.id(), text, true, Instant.now());
        return switch (app.refining().question(followUp)) {
            case Refined.Asks(Question question) -> question;
            case Refined.UnknownParent _, Refined.NothingToRepair _ ->
                throw new IllegalStateException("no question to refine: " + parent.text());
        };
    }

    /** The rows of a trusted statement, all of them, in UTC. */
    Rows gold(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int width = rows.getMetaData().getColumnCount();
            List<Rows.Column> columns = new ArrayList<>();
            for (int column = 1; column <= width; column++) {
                columns.add(
                        new Rows.Column("column_" + column, rows.getMetaData().getColumnTypeName(column)));
            }
            List<List<Cell>> values = new ArrayList<>();
            while (rows.next()) {
                List<Cell> row = new ArrayList<>();
                for (int column = 1; column <= width; column++) {
                    row.add(cell(rows, column));
                }
                values.add(row);
            }
            return new Rows(columns, values, false, Duration.ZERO);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static Cell cell(ResultSet rows, int column) throws SQLException {
        return switch (rows.getObject(column)) {
            case null -> new Cell.Null();
            case Boolean value -> new Cell.Bool(value);
            case Float value -> new Cell.Real(value);
            case Double value -> new Cell.Real(value);
            case BigDecimal value -> new Cell.Decimal(value);
            case Number value -> new Cell.Decimal(BigDecimal.valueOf(value.longValue()));
            default -> new Cell.Text(rows.getString(column));
        };
    }

    private static Connection connect(Endpoint database) {
        try {
            Connection connection = TestDatabase.connect(database);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TIME ZONE 'UTC'");
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try (cli;
                app) {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
