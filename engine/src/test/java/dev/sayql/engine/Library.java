package dev.sayql.engine;

import static dev.sayql.engine.Tables.date;
import static dev.sayql.engine.Tables.flag;
import static dev.sayql.engine.Tables.integer;
import static dev.sayql.engine.Tables.key;
import static dev.sayql.engine.Tables.nullable;
import static dev.sayql.engine.Tables.number;
import static dev.sayql.engine.Tables.table;
import static dev.sayql.engine.Tables.text;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.question.QueryId;
import dev.sayql.core.question.Question;
import dev.sayql.core.question.Source;
import dev.sayql.core.question.SourceId;
import dev.sayql.core.schema.ColumnName;
import dev.sayql.core.schema.Schema;
import dev.sayql.core.schema.Table;
import dev.sayql.core.schema.Values;
import dev.sayql.core.semantics.Aggregation;
import dev.sayql.core.semantics.Metric;
import dev.sayql.core.semantics.Semantics;
import dev.sayql.core.semantics.Term;
import dev.sayql.core.team.TeamId;
import dev.sayql.sql.TableName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A lending library, unlike a shop, with no database behind it: members borrow copies of books by authors. */
public final class Library {
    static final TableName AUTHOR = new TableName("public", "author");
    static final TableName BOOK = new TableName("public", "book");
    static final TableName MEMBER = new TableName("public", "member");
    static final TableName LOAN = new TableName("public", "loan");

    private Library() {}

    public static SourceContext context() {
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

    /** The same, where nobody taught what words mean. */
    static SourceContext untaught() {
        SourceContext taught = context();
        return new SourceContext(taught.source(), taught.schema(), taught.values(), Semantics.none());
    }

    public static Question question(String text) {
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
        return table(AUTHOR, List.of(integer("author_id"), text("name"), text("country"), date("born_on")));
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
                key("author_id", AUTHOR, "author_id"));
    }

    private static Table member() {
        return table(
                MEMBER, List.of(integer("member_id"), text("first_name"), text("last_name"), nullable(text("phone"))));
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
                key("book_id", BOOK, "book_id"),
                key("member_id", MEMBER, "member_id"));
    }
}
