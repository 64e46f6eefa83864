package dev.sayql.evaluation;

import dev.sayql.evaluation.MalformedQuestionSetException.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Questions with what is right for them, as read from JSON lines. The format is described beside the files, in
 * {@code datasets/README.md}. Immutable.
 *
 * @param cases in the order of the file; ids are unique
 */
public record QuestionSet(List<EvaluationCase> cases) {

    public QuestionSet {
        cases = List.copyOf(cases);
        long ids = cases.stream().map(EvaluationCase::id).distinct().count();
        if (ids != cases.size()) {
            throw new IllegalArgumentException("ids are not unique");
        }
    }

    /**
     * Reads a UTF-8 file.
     *
     * @throws MalformedQuestionSetException when any line is bad, naming all that are
     */
    public static QuestionSet read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /**
     * Reads JSON lines to their end; does not close the reader.
     *
     * @throws MalformedQuestionSetException when any line is bad, naming all that are
     */
    public static QuestionSet read(Reader reader) {
        List<String> lines = new BufferedReader(reader).lines().toList();
        List<EvaluationCase> cases = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<String, Integer> lineOfId = new HashMap<>();
        for (int number = 1; number <= lines.size(); number++) {
            switch (QuestionLine.read(lines.get(number - 1))) {
                case QuestionLine.Good(EvaluationCase one) -> {
                    Integer earlier = lineOfId.putIfAbsent(one.id(), number);
                    if (earlier == null) {
                        cases.add(one);
                    } else {
                        problems.add(new Problem(number, "id " + one.id() + " is already used in line " + earlier));
                    }
                }
                case QuestionLine.Bad(List<String> messages) -> {
                    for (String message : messages) {
                        problems.add(new Problem(number, message));
                    }
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new MalformedQuestionSetException(problems);
        }
        return new QuestionSet(cases);
    }
}
