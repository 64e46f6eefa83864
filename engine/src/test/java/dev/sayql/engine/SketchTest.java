package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayql.core.generation.SourceContext;
import dev.sayql.sql.ReadOnlySql;
import dev.sayql.sql.SqlText;
import dev.sayql.sql.SqlValidator;
import dev.sayql.sql.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchTest {
    private static final SqlValidator VALIDATOR = new SqlValidator();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);

    private final SourceContext library = Library.context();
    private final Knowledge knowledge = new Knowledge(library);

    @AfterAll
    static void close() {
        VALIDATOR.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT title, pages FROM book WHERE pages > 100 AND genre <> 'essay'",
                "SELECT * FROM member",
                "SELECT count(*) FROM loan WHERE fine BETWEEN 1 AND 2",
                "SELECT genre, count(*) FROM book GROUP BY genre HAVING count(*) >= 2 ORDER BY count(*) DESC LIMIT 3",
                "SELECT a.name FROM author a JOIN book b ON b.author_id = a.author_id WHERE b.genre = 'novel'",
                "SELECT a.name FROM author a JOIN book b ON b.author_id = a.author_id GROUP BY a.author_id, a.name"
                        + " ORDER BY count(*) DESC LIMIT 1",
                "SELECT name FROM author WHERE author_id NOT IN (SELECT author_id FROM book)",
                "SELECT title FROM book WHERE pages > (SELECT avg(pages) FROM book)",
                "SELECT genre FROM book WHERE pages > 300 INTERSECT SELECT genre FROM book WHERE pages < 100",
                "SELECT avg(pages), max(pages), count(DISTINCT genre) FROM book WHERE title ILIKE '%city%'",
                "SELECT title FROM book WHERE genre = 'novel' OR genre = 'essay'",
                "SELECT DISTINCT m.last_name FROM member m JOIN loan l ON l.member_id = m.member_id",
            })
    void aQueryIsItsSketchAndWhatFillsIt(String statement) {
        ReadOnlySql checked = checked(statement);
        SketchReader.Filled filled = filled(checked);
        Sketch again = SketchText.read(SketchText.of(filled.sketch()));
        Query written = SketchWriter.write(again, filled.choices(), knowledge).orElseThrow();
        ReadOnlySql rewritten =
                checked(SqlWriter.write(written, knowledge.keys()).text());

        assertThat(again).isEqualTo(filled.sketch());
        assertThat(Slot.of(again)).hasSameSizeAs(filled.choices());
        assertThat(filled(rewritten)).isEqualTo(filled);
        assertThat(rewritten.tables()).isEqualTo(checked.tables());
    }

    @Test
    void whatIsNoSketchIsRefused() {
        assertThatThrownBy(() -> SketchText.read("COLUMN .")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SketchText.read("NOTHING . --- . NOT . . NONE ALONE"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SketchText.read("COLUMN . --- . NOT . . NONE ALONE ALONE"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLessonSaysWhatFillsEachSlot() {
        CandidatePool.Lesson lesson = new CandidatePool(library, EngineModels.none())
                .lesson(
                        "What are the titles of all novels?",
                        TODAY,
                        checked("SELECT title FROM book WHERE genre = 'novel'"))
                .orElseThrow();

        assertThat(lesson.slots()).isNotEmpty();
        assertThat(lesson.parts()).anyMatch(part -> part.startsWith(SketchParts.WHOLE));
        assertThat(lesson.words()).isNotEmpty();
    }

    @Test
    void theWordsOfAQuestionAreMaskedByWhatTheyName() {
        List<String> words =
                new Linking(new Chart(Tokens.of("novels by Italo Calvino over 300 pages"), knowledge, TODAY)).masked();

        assertThat(words).contains("«value»", "«column»", "over").doesNotContain("italo", "calvino");
    }

    @Test
    void withoutModelsThePoolIsWhatTheGrammarReads() {
        List<CandidatePool.Candidate> pool =
                new CandidatePool(library, EngineModels.none()).of("how many books are there", TODAY);

        assertThat(pool).isNotEmpty().allMatch(CandidatePool.Candidate::fromRules);
        assertThat(pool.getFirst().sql().text()).contains("count(*)");
        assertThat(pool)
                .allMatch(candidate ->
                        candidate.features().length == pool.getFirst().features().length);
    }

    private SketchReader.Filled filled(ReadOnlySql checked) {
        return SqlReader.read(checked.syntax(), library.schema())
                .flatMap(query -> SketchReader.read(query, knowledge))
                .orElseThrow();
    }

    private ReadOnlySql checked(String statement) {
        Verdict verdict = VALIDATOR.validate(new SqlText(statement), library.rules());
        assertThat(verdict).isInstanceOf(Verdict.Allowed.class);
        return ((Verdict.Allowed) verdict).sql();
    }
}
