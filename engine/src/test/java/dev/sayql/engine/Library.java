package dev.sayql.engine;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.DataType;
import dev.sayql.core.schema.ForeignKey;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.semantics.Term;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.Catalog;
import dev.sayql.sql.TableName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A lending library, unlike a shop, with no database behind it: members borrow copies of books by authors. */
final class Library {
    static final TableName AUTHOR = new TableName("public", "author");
    static final TableName BOOK = new TableName("public", "book");
    static final TableName MEMBER = new TableName("public", "member");
    static final TableName LOAN = new TableName("public", "loan");

    private Library() {}

    static SourceContext context() {
        Schema schema = new Schema(List.of(author(), book(), member(), loan()), List.of("public"), "library");
        Values values = new Values(Map.of(
                new ColumnName(AUTHOR, "name"), List.of("Ursula Le Guin", "Italo Calvino"),
                new ColumnName(AUTHOR, "country"), List.of("Italy", "United States"),
                new ColumnName(BOOK, "title"), List.of("The Dispossessed", "Invisible Cities"),
                new ColumnName(BOOK, "genre"), List.of("novel", "essay"),
                new ColumnName(MEMBER, "first_name"), List.of("Ada", "Alan"),
                new ColumnName(MEMBER, "last_name"), List.of("Byron", "Mathison")));
        Semantics semantics = new Semantics(
                1,
                List.of(
                        new Term("borrow", new Term.Target.Via(LOAN)),
                        new Term("reader", new Term.Target.OfTable(MEMBER))),
                List.of(new Metric(
                        "fines",
                        List.of("penalty"),
                        List.of(new Metric.Form(LOAN, Aggregation.SUM, "fine")),
                        "Sum of all fines")),
                Map.of(MEMBER, List.of("first_name", "last_name")),
                Map.of(LOAN, "lent_on"));
        return new SourceContext(
                new Source(new TeamId("demo"), new SourceId("library"), "library"), schema, values, semantics);
    }

    static Question question(String text) {
        return new Question(
                new QueryId(new UUID(0, 1)),
                new TeamId("demo"),
                new SourceId("library"),
                text,
                Optional.empty(),
                true,
                100,
                Instant.parse("2026-03-18T12:00:00Z"));
    }

    private static Table author() {
        return table(AUTHOR, List.of(integer("author_id"), text("name"), text("country"), date("born_on")), List.of());
    }

    private static Table book() {
        return table(
                BOOK,
                List.of(
                        integer("book_id"),
                        text("title"),
                        integer("author_id"),
                        text("genre"),
                        integer("pages"),
                        flag("is_rare")),
                List.of(new ForeignKey(List.of("author_id"), AUTHOR, List.of("author_id"), false)));
    }

    private static Table member() {
        return table(
                MEMBER,
                List.of(integer("member_id"), text("first_name"), text("last_name"), nullable(text("phone"))),
                List.of());
    }

    private static Table loan() {
        return table(
                LOAN,
                List.of(
                        integer("loan_id"),
                        integer("book_id"),
                        integer("member_id"),
                        date("lent_on"),
                        nullable(date("returned_on")),
                        number("fine")),
                List.of(
                        new ForeignKey(List.of("book_id"), BOOK, List.of("book_id"), false),
                        new ForeignKey(List.of("member_id"), MEMBER, List.of("member_id"), false)));
    }

    private static Table table(TableName name, List<Column> columns, List<ForeignKey> keys) {
        return new Table(
                name,
                Catalog.Kind.TABLE,
                columns,
                List.of(columns.getFirst().name()),
                List.of(),
                keys,
                Optional.empty(),
                100);
    }

    private static Column integer(String name) {
        return column(name, "int4", DataType.INTEGER);
    }

    private static Column number(String name) {
        return column(name, "numeric", DataType.NUMERIC);
    }

    private static Column text(String name) {
        return column(name, "text", DataType.TEXT);
    }

    private static Column date(String name) {
        return column(name, "date", DataType.DATE);
    }

    private static Column flag(String name) {
        return column(name, "bool", DataType.BOOLEAN);
    }

    private static Column nullable(Column column) {
        return new Column(
                column.name(),
                column.type(),
                column.dataType(),
                column.declaredType(),
                true,
                column.comment(),
                column.enumValues());
    }

    private static Column column(String name, String type, DataType dataType) {
        return new Column(name, Catalog.TypeName.builtIn(type), dataType, type, false, Optional.empty(), List.of());
    }
}
