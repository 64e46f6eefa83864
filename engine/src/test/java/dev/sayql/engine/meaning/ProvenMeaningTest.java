package dev.sayql.engine.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.engine.Library;
import dev.sayql.engine.LocalEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvenMeaningTest {
    private final ProvenMeaning meaning = new ProvenMeaning(new LocalEngine());

    private String of(String question) {
        return meaning.of(Library.question(question), Library.context()).orElseThrow();
    }

    private boolean areSame(String one, String other) {
        return meaning.areSame(Library.question(one), Library.question(other), Library.context());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list the surnames of members|list the last names of members",
                "distinct genres of books|different genres of books",
                "how many volumes have more than 300 pages|how many books have over 300 pages",
                "members with 3 or more loans|members with at least 3 loans",
                "titles of books sorted by pages from the highest to the lowest|titles of books sorted by pages in descending order",
                "Which author has the largest number of books?|Which author has the most books?",
                "What are the titles of novels?|Which novels are there? Give me the titles.",
                "titles of books in alphabetical order of title|titles of books sorted by title",
                "list the family names of members|list the last names of members",
                "list the full names of members|list the first and last names of members",
                "What is the full name of each member?|What are the first and last name of each member?",
                "List the first names and last names of all members|List the first and last names of all members",
                "forenames and surnames of members|first names and last names of members",
            })
    void sideBySideMoreIsProven(String one, String other) {
        assertThat(areSame(one, other)).isTrue();
    }

    /** Questions and what each asks for, by the file that the engine is held to. */
    private static Map<String, String> questions() throws IOException {
        try (InputStream file = Objects.requireNonNull(Library.class.getResourceAsStream("library-questions.txt"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> sql = new HashMap<>();
            Arrays.stream(text.strip().split("\n\n"))
                    .map(block -> block.split("\n", 2))
                    .forEach(parts -> sql.put(parts[0], parts[1].strip()));
            return sql;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "titles of all novels|Show me the titles of all novels, please",
                "how many members are there|what is the number of members",
                "average pages per genre|the mean pages for each genre",
                "how many volumes are there|how many books are there",
            })
    void otherWordsForTheSameAreFoundByOneTextAndProven(String one, String other) {
        assertThat(of(one)).isEqualTo(of(other));
        assertThat(areSame(one, other)).isTrue();
    }

    @Test
    void questionsWithDifferentQueriesAreNeverTheSame() throws IOException {
        Map<String, String> byMeaning = new HashMap<>();
        Map<String, String> asked = questions();
        asked.forEach((question, sql) -> {
            String other = byMeaning.putIfAbsent(of(question), question);
            assertThat(other == null || Objects.equals(asked.get(other), sql) || !areSame(other, question))
                    .as(question)
                    .isTrue();
        });
    }

    @Test
    void aWordThatCommitsAQuestionIsNeverLost() throws IOException {
        Map<String, String> swaps = Map.ofEntries(
                Map.entry("more", "fewer"),
                Map.entry("most", "fewest"),
                Map.entry("longest", "shortest"),
                Map.entry("average", "maximum"),
                Map.entry("before", "after"),
                Map.entry("over", "under"),
                Map.entry("not", ""),
                Map.entry("without", "with"),
                Map.entry("never", "often"),
                Map.entry("books", "members"),
                Map.entry("title", "genre"),
                Map.entry("titles", "genres"),
                Map.entry("pages", "copies"),
                Map.entry("novels", "poems"));
        int changed = 0;
        for (String question : questions().keySet()) {
            List<String> words = List.of(question.split(" "));
            for (int at = 0; at < words.size(); at++) {
                String word = words.get(at);
                String other = word.matches("\\d+") ? Long.toString(Long.parseLong(word) + 7) : swaps.get(word);
                if (other != null) {
                    List<String> mutated = new ArrayList<>(words);
                    mutated.set(at, other);
                    String text = String.join(" ", mutated);
                    assertThat(areSame(question, text)).as(text).isFalse();
                    changed++;
                }
            }
        }
        assertThat(changed).isGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "books published after 1990|books published before 1990",
                "books published after 1990|books published after 1991",
                "members who never borrowed a book|members who borrowed a book",
                "how many books are there|how many different titles are there",
                "titles of books|titles and pages of books",
                "top 3 books by pages|top 4 books by pages",
                "how many people borrowed 'Dune'|how many people borrowed 'Emma'",
                "number of authors from Italy|number of authors from France",
                "books with 'Olin Shivers' as author|books with 'Aaron Turon' as author",
                "which novels did Ada borrow in March|which novels did Ada return in March",
                "list the last names of members alphabetically|list the first and last names of members alphabetically",
                "when was Ada born|where was Ada born",
                "members with 3 or more loans|members with 3 or fewer loans",
                "oldest author|newest author",
                "how many loans were there last month|how many loans were there last week",
                "number of loans month by month|number of loans week by week",
                "authors from Italy|authors to Italy",
                "members who never borrowed a book|members who never did not borrow a book",
                "books with over 300 or less than 100 pages|books with over 300 or more than 100 pages",
                "members with 3 or more loans|members with more than 3 loans",
                "members with no more than 3 loans|members with no fewer than 3 loans",
                "titles of books sorted by pages from the highest to the lowest|titles of books sorted by pages from the lowest to the highest",
                "titles of books sorted by title|titles of books sorted by title in descending order",
                "titles of books sorted by title|titles of books",
                "the first and last names of members|the last and first names of members",
                "titles and genres of books|genres and titles of books",
                "how many members are happy|how many members are angry",
                "how many books are boring|how many books are exciting",
                "average pages of boring books|average pages of exciting books",
                "how many loans were there last week|how many loans were there first week",
                "lucky members who borrowed all books|lucky members who borrowed books",
                "lucky members who have every book|lucky members who have a book",
                "average luck of books by genre|average luck of books sorted by genre",
                "average luck of each genre|average luck of all genres",
                "how many novels are there and how many essays|which novels are there and how many essays",
                "the full names of members|the last and first names of members",
                "the full names of members|the names of members",
                "the full names of members|the last names of members",
                "members called 'full name'|members called 'first and last name'",
                "members with the first name or last name Ada|members with the first name and last name Ada",
                "the first name and the pages|the first and last name",
                "Which author has the largest number of books?|Which author has the smallest number of books?",
                "Which author has the largest number of books?|How many books has each author?",
                "books called 'family name'|books called 'last name'",
                "How many different genres are there?|How many books are there?",
                "How many books are there in each genre?|How many different books are there in all?",
                "top 5 longest books|bottom 5 longest books",
            })
    void whatDiffersInOneWordIsAnotherMeaning(String one, String other) {
        assertThat(areSame(one, other)).isFalse();
        assertThat(areSame(other, one)).isFalse();
    }
}
