package dev.sayql.engine.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayql.engine.Library;
import dev.sayql.engine.LocalEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real questions, most of them about other sources, so that the engine is sure of few: what one word changes must never be the same. */
class MutatedQuestionsTest {

    private static final Path DATASETS = Path.of("..", "datasets");
    private static final Pattern QUESTION = Pattern.compile("\"question\": \"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Map<String, String> SWAPS = Map.ofEntries(
            Map.entry("more", "fewer"),
            Map.entry("over", "under"),
            Map.entry("above", "below"),
            Map.entry("most", "least"),
            Map.entry("highest", "lowest"),
            Map.entry("longest", "shortest"),
            Map.entry("oldest", "newest"),
            Map.entry("average", "total"),
            Map.entry("total", "average"),
            Map.entry("before", "after"),
            Map.entry("after", "before"),
            Map.entry("without", "with"),
            Map.entry("not", ""),
            Map.entry("never", ""),
            Map.entry("january", "june"),
            Map.entry("march", "may"),
            Map.entry("may", "june"),
            Map.entry("last", "first"),
            Map.entry("and", "or"),
            Map.entry("when", "where"),
            Map.entry("from", "to"),
            Map.entry("books", "authors"),
            Map.entry("members", "authors"),
            Map.entry("customers", "suppliers"),
            Map.entry("orders", "payments"),
            Map.entry("products", "categories"),
            Map.entry("accounts", "branches"),
            Map.entry("price", "weight"),
            Map.entry("balance", "limit"),
            Map.entry("city", "country"),
            Map.entry("name", "address"));

    private final ProvenMeaning meaning = new ProvenMeaning(new LocalEngine());

    @ParameterizedTest
    @ValueSource(strings = {"library.jsonl", "bank.jsonl", "ecommerce-10.jsonl", "courses.jsonl"})
    void aQuestionChangedInOneWordIsNeverTheSame(String file) throws IOException {
        List<String> same = new ArrayList<>();
        int changed = 0;
        for (String question : questions(file)) {
            for (String mutated : mutations(question)) {
                changed++;
                if (areSame(question, mutated)) {
                    same.add(question + " | " + mutated);
                }
            }
            assertThat(areSame(question, "please " + question)).as(question).isTrue();
        }
        assertThat(same).isEmpty();
        assertThat(changed).isGreaterThan(10);
    }

    private boolean areSame(String one, String other) {
        return meaning.areSame(Library.question(one), Library.question(other), Library.context());
    }

    private static List<String> questions(String file) throws IOException {
        return QUESTION.matcher(Files.readString(DATASETS.resolve(file)))
                .results()
                .map(found -> found.group(1).replace("\\\"", "\""))
                .toList();
    }

    private static List<String> mutations(String question) {
        List<String> words = List.of(question.split(" "));
        List<String> mutations = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            String other = word.matches("\\d{1,9}")
                    ? Long.toString(Long.parseLong(word) + 7)
                    : SWAPS.getOrDefault(word.toLowerCase(Locale.ROOT).replaceFirst("[?.,]$", ""), word);
            if (!other.equals(word)) {
                List<String> mutated = new ArrayList<>(words);
                mutated.set(at, other);
                mutations.add(String.join(" ", mutated).replace("  ", " "));
            }
        }
        return mutations;
    }
}
