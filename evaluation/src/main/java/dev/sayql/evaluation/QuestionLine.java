package dev.sayql.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sayql.core.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What one line of a question set turned out to be. */
sealed interface QuestionLine {

    record Good(EvaluationCase one) implements QuestionLine {}

    record Bad(List<String> messages) implements QuestionLine {}

    /** Reads one line; collects everything that is wrong with it. */
    static QuestionLine read(String line) {
        return new Fields(line).toLine();
    }

    /** The fields of a line while they are read, with the problems found so far. */
    final class Fields {
        private static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        private static final Set<String> KNOWN =
                Set.of("id", "question", "then", "kind", "sql", "expect", "ordered", "also_ok", "extra_columns");

        private final List<String> problems = new ArrayList<>();
        private final JsonNode object;

        Fields(String line) {
            object = parse(line);
        }

        QuestionLine toLine() {
            if (!problems.isEmpty()) {
                return new Bad(problems);
            }
            object.fieldNames().forEachRemaining(name -> {
                if (!KNOWN.contains(name)) {
                    problems.add("unknown field " + name);
                }
            });
            String id = text("id");
            String question = text("question");
            String kind = text("kind");
            if (question.length() > Question.MAX_CHARACTERS) {
                problems.add("question is longer than " + Question.MAX_CHARACTERS + " characters");
            }
            List<String> then = followUps();
            EvaluationCase.Expected expected = expected();
            return problems.isEmpty()
                    ? new Good(new EvaluationCase(id, question, then, kind, expected))
                    : new Bad(problems);
        }

        private JsonNode parse(String line) {
            try {
                JsonNode node = MAPPER.readTree(line);
                if (!node.isObject()) {
                    problems.add("not a JSON object");
                }
                return node;
            } catch (JsonProcessingException e) {
                problems.add("not JSON: " + e.getOriginalMessage());
                return MAPPER.createObjectNode();
            }
        }

        private EvaluationCase.Expected expected() {
            boolean ordered = flag("ordered", true);
            boolean extraColumns = flag("extra_columns", false);
            List<String> gold = gold();
            switch (text("expect")) {
                case "answer" -> {
                    if (!object.path("sql").isTextual()) {
                        problems.add("sql is missing, and the question is to be answered");
                    } else if (problems.isEmpty()) {
                        return new EvaluationCase.Expected.Rows(gold, new ResultMatch(ordered, extraColumns));
                    }
                }
                case "decline" -> {
                    if (!object.has("sql") || !gold.isEmpty()) {
                        problems.add("sql must be null, and also_ok absent: the question is to be declined");
                    }
                }
                case "" -> {} // already reported as missing
                default -> problems.add("expect is neither answer nor decline");
            }
            return new EvaluationCase.Expected.NoAnswer();
        }

        private List<String> followUps() {
            List<String> followUps = new ArrayList<>();
            JsonNode then = object.path("then");
            if (!then.isMissingNode() && (!then.isArray() || then.isEmpty())) {
                problems.add("then is not a list of follow-ups");
            }
            for (JsonNode followUp : then) {
                if (!followUp.isTextual() || followUp.textValue().isBlank()) {
                    problems.add("then holds something that is no follow-up");
                } else {
                    followUps.add(followUp.textValue());
                }
            }
            return followUps;
        }

        private List<String> gold() {
            List<String> gold = new ArrayList<>();
            JsonNode sql = object.path("sql");
            if (!sql.isNull() && !sql.isMissingNode()) {
                gold.add(text("sql"));
            }
            JsonNode others = object.path("also_ok");
            if (!others.isMissingNode() && (!others.isArray() || others.isEmpty())) {
                problems.add("also_ok is not a list of SQL");
            }
            for (JsonNode other : others) {
                if (!other.isTextual() || other.textValue().isBlank()) {
                    problems.add("also_ok holds something that is not SQL");
                } else {
                    gold.add(other.textValue());
                }
            }
            return gold;
        }

        private String text(String name) {
            JsonNode value = object.path(name);
            if (!value.isTextual() || value.textValue().isBlank()) {
                problems.add(name + " is missing, blank or not a text");
                return "";
            }
            return value.textValue();
        }

        private boolean flag(String name, boolean required) {
            JsonNode value = object.path(name);
            if (!value.isBoolean() && (required || !value.isMissingNode())) {
                problems.add(name + " is missing or neither true nor false");
            }
            return value.booleanValue();
        }
    }
}
