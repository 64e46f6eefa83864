package dev.sayql.training;

import dev.sayql.evaluation.EvaluationCase;
import dev.sayql.evaluation.QuestionSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The project's own question sets, those to decline included, by the schema that they are about. */
final class OwnQuestions {
    /** One of them. */
    record Own(String text, List<String> statements, boolean ordered, boolean mayShowMore) implements KnownAnswer {
        Own {
            statements = List.copyOf(statements);
        }
    }

    private OwnQuestions() {}

    /**
     * Reads the sets of a folder; follow-ups are left out.
     *
     * @throws IOException when the folder cannot be read
     */
    static Map<String, List<Own>> read(Path folder) throws IOException {
        Map<String, List<Own>> bySchema = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(OwnQuestions::isSet).sorted().toList()) {
                List<Own> own = QuestionSet.read(file).cases().stream()
                        .filter(one -> one.then().isEmpty())
                        .map(OwnQuestions::own)
                        .toList();
                bySchema.merge(
                        schema(name(file)),
                        own,
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).collect(Collectors.toList()));
            }
        }
        return bySchema;
    }

    private static boolean isSet(Path file) {
        return file.toString().endsWith(".jsonl") && !name(file).contains("refinements");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.jsonl$", "");
    }

    /** A set with a number, and one of questions that were answered wrong once, ask the same schema as the one without. */
    private static String schema(String set) {
        return set.replaceFirst("-([0-9]+|hunted)$", "");
    }

    private static Own own(EvaluationCase one) {
        return switch (one.expected()) {
            case EvaluationCase.Expected.Rows(List<String> gold, var match) ->
                new Own(one.question(), gold, match.ordered(), match.extraColumns());
            case EvaluationCase.Expected.NoAnswer() -> new Own(one.question(), List.of(), false, false);
        };
    }
}
