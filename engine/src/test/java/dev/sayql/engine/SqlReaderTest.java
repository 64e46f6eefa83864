package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.core.schema.Schema;
import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.SqlValidator;
import dev.sayql.sql.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlReaderTest {
    private static final SqlValidator VALIDATOR = new SqlValidator();

    private final SourceContext library = Library.context();
    private final Schema schema = library.schema();

    @AfterAll
    static void close() {
        VALIDATOR.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT title FROM book",
                "SELECT * FROM member",
                "SELECT DISTINCT genre FROM book WHERE pages > 100 AND genre <> 'essay'",
                "SELECT b.genre, count(*) FROM book b JOIN loan l ON l.book_id = b.book_id GROUP BY b.genre HAVING count(*) >= 2",
                "SELECT a.name FROM author a JOIN book b ON b.author_id = a.author_id GROUP BY a.author_id, a.name ORDER BY count(*) DESC LIMIT 3",
                "SELECT avg(pages), max(pages), count(DISTINCT genre) FROM book WHERE title ILIKE '%city%'",
                "SELECT name FROM author WHERE author_id NOT IN (SELECT author_id FROM book WHERE pages BETWEEN 10 AND 20)",
                "SELECT title FROM book WHERE pages > (SELECT avg(pages) FROM book)",
                "SELECT genre FROM book WHERE pages > 300 INTERSECT SELECT genre FROM book WHERE pages < 100",
                "SELECT name FROM author EXCEPT (SELECT a.name FROM author a JOIN book b ON b.author_id = a.author_id LIMIT 5)",
                "SELECT title FROM book WHERE genre = 'novel' OR (genre = 'essay' AND pages IN (10, 20))",
                "SELECT title, pages * 2 FROM book WHERE title IS NOT NULL ORDER BY pages, title DESC",
            })
    void whatIsReadAndWrittenAgainMeansTheSame(String statement) {
        ReadOnlySql checked = checked(statement);
        Query query = SqlReader.read(checked.syntax(), schema).orElseThrow();
        ReadOnlySql again = checked(SqlWriter.write(query, new Keys(schema)).text());

        assertThat(SqlReader.read(again.syntax(), schema)).contains(query);
        assertThat(again.tables()).isEqualTo(checked.tables());
        assertThat(again.columns()).isEqualTo(checked.columns());
    }

    @Test
    void anotherOrderShowsTheSameRowsUnlessSomeAreLeftOut() {
        Query all = read("SELECT title FROM book WHERE pages > 9").orElseThrow();
        Query ordered =
                read("SELECT title FROM book WHERE pages > 9 ORDER BY pages").orElseThrow();
        Query first = read("SELECT title FROM book WHERE pages > 9 ORDER BY pages LIMIT 3")
                .orElseThrow();
        Query last = read("SELECT title FROM book WHERE pages > 9 ORDER BY pages DESC LIMIT 3")
                .orElseThrow();

        assertThat(all.showsRowsOf(ordered)).isTrue();
        assertThat(ordered.showsRowsOf(first)).isFalse();
        assertThat(first.showsRowsOf(last)).isFalse();
        assertThat(first.showsRowsOf(first)).isTrue();
    }

    @Test
    void aTableTwiceIsTwoRanges() {
        Query query = read("SELECT x.title FROM book x JOIN book y ON y.author_id = x.author_id WHERE y.pages > 9")
                .orElseThrow();

        assertThat(query.joins()).singleElement().satisfies(step -> {
            assertThat(step.to()).isEqualTo(new Expression.Range(Library.BOOK, 1));
            assertThat(step.toMany()).isTrue();
        });
    }

    @Test
    void whatIsCountedIsTheSideOfTheMany() {
        Query query =
                read("SELECT count(*) FROM loan l JOIN book b ON b.book_id = l.book_id JOIN author a ON a.author_id = b.author_id")
                        .orElseThrow();

        assertThat(query.outputs().getFirst().expression())
                .isEqualTo(Expression.Fold.countOf(Expression.Range.of(Library.LOAN)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH x AS (SELECT title FROM book) SELECT title FROM x",
                "SELECT title FROM (SELECT title FROM book) AS x",
                "SELECT b.title FROM book b LEFT JOIN loan l ON l.book_id = b.book_id",
                "SELECT b.title FROM book b CROSS JOIN loan l",
                "SELECT upper(title) FROM book",
                "SELECT title, rank() OVER (ORDER BY pages) FROM book",
                "SELECT count(*) FILTER (WHERE pages > 3) FROM book",
                "SELECT genre FROM book UNION ALL SELECT genre FROM book",
                "SELECT title FROM book LIMIT 3 OFFSET 2",
                "SELECT title FROM book WHERE title ILIKE 'a%b'",
                "SELECT title FROM book b WHERE EXISTS (SELECT 1 FROM loan l WHERE l.book_id = b.book_id)",
            })
    void whatItHasNoWordsForIsNotRead(String statement) {
        assertThat(read(statement)).isEmpty();
    }

    private Optional<Query> read(String statement) {
        return SqlReader.read(checked(statement).syntax(), schema);
    }

    private ReadOnlySql checked(String statement) {
        Verdict verdict = VALIDATOR.validate(new SqlText(statement), library.rules());
        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        return ((Verdict.Allowed) verdict).sql();
    }
}
