package dev.sayql.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.ProblemDetails.FieldProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the fields of a request's JSON object and collects everything that is wrong with them, so that a caller learns
 * it all at once. A field that nobody asked for is wrong too. Not thread-safe.
 */
final class Fields {

    private final JsonNode object;
    private final Set<String> known = new HashSet<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    private Fields(JsonNode object) {
        this.object = object;
    }

    /** The fields of a JSON object; empty when the text is none. */
    static Optional<Fields> of(String body) {
        return Json.read(body).filter(JsonNode::isObject).map(Fields::new);
    }

    /** Text that must be there; empty when it is not, which is then among the problems. */
    String requiredText(String name, int maxCharacters) {
        if (!isPresent(name)) {
            problems.add(new FieldProblem(name, name + " is required."));
            return "";
        }
        return optionalText(name, maxCharacters).orElse("");
    }

    Optional<String> optionalText(String name, int maxCharacters) {
        if (!isPresent(name)) {
            return Optional.empty();
        }
        JsonNode value = object.get(name);
        if (!value.isTextual()) {
            return wrong(name, name + " must be text.");
        }
        if (value.textValue().isBlank()) {
            return wrong(name, name + " must not be empty.");
        }
        if (value.textValue().length() > maxCharacters) {
            return wrong(name, "%s must have at most %,d characters.".formatted(name, maxCharacters));
        }
        return Optional.of(value.textValue());
    }

    Optional<List<String>> optionalTexts(String name, int most) {
        if (!isPresent(name)) {
            return Optional.empty();
        }
        JsonNode value = object.get(name);
        if (!value.isArray()) {
            return wrong(name, name + " must be a list of text.");
        }
        if (value.isEmpty() || value.size() > most) {
            return wrong(name, "%s must hold 1 to %,d names, or be left out.".formatted(name, most));
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            if (!element.isTextual() || element.textValue().isBlank()) {
                return wrong(name, name + " must be a list of text.");
            }
            texts.add(element.textValue());
        }
        return Optional.of(texts);
    }

    boolean flag(String name, boolean otherwise) {
        if (!isPresent(name)) {
            return otherwise;
        }
        if (!object.get(name).isBoolean()) {
            problems.add(new FieldProblem(name, name + " must be true or false."));
            return otherwise;
        }
        return object.get(name).booleanValue();
    }

    int number(String name, int least, int most, int otherwise) {
        if (!isPresent(name)) {
            return otherwise;
        }
        JsonNode value = object.get(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            problems.add(new FieldProblem(
                    name, "%s must be a whole number between %,d and %,d.".formatted(name, least, most)));
            return otherwise;
        }
        return value.intValue();
    }

    /** Adds a problem that only the caller can see. */
    <T> Optional<T> wrong(String name, String message) {
        problems.add(new FieldProblem(name, message));
        return Optional.empty();
    }

    /** Everything that is wrong, fields that nobody asked for included; call it last. */
    List<FieldProblem> problems() {
        List<FieldProblem> all = new ArrayList<>(problems);
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String shown = name.length() > 100 ? name.substring(0, 100) + "…" : name;
                all.add(new FieldProblem(shown, "There is no field " + shown + "."));
            }
        });
        return all;
    }

    private boolean isPresent(String name) {
        known.add(name);
        return object.hasNonNull(name);
    }
}
