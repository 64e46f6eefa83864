package dev.sayql.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sayql.api.ProblemDetails.FieldProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Whether the field is there and not null. */
    boolean has(String name) {
        return isPresent(name);
    }

    /** The field as it came; its form is the caller's matter. */
    Optional<JsonNode> json(String name) {
        return isPresent(name) ? Optional.of(object.get(name)) : Optional.empty();
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
        Optional<String> text = anyText(name, maxCharacters);
        return text.filter(String::isBlank).isPresent() ? wrong(name, name + " must not be empty.") : text;
    }

    /** Text that may be empty. */
    Optional<String> anyText(String name, int maxCharacters) {
        if (!isPresent(name)) {
            return Optional.empty();
        }
        JsonNode value = object.get(name);
        if (!value.isTextual()) {
            return wrong(name, name + " must be text.");
        }
        if (value.textValue().length() > maxCharacters) {
            return wrong(name, "%s must have at most %,d characters.".formatted(name, maxCharacters));
        }
        if (!isPlain(value.textValue())) {
            return wrong(name, name + " must not hold control characters.");
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
            if (!element.isTextual()
                    || element.textValue().isBlank()
                    || element.textValue().length() > 200
                    || !isPlain(element.textValue())) {
                return wrong(name, name + " must be a list of text, each of 1 to 200 characters.");
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
        return optionalNumber(name, least, most).orElse(otherwise);
    }

    OptionalInt optionalNumber(String name, int least, int most) {
        if (!isPresent(name)) {
            return OptionalInt.empty();
        }
        JsonNode value = object.get(name);
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            problems.add(new FieldProblem(
                    name, "%s must be a whole number between %,d and %,d.".formatted(name, least, most)));
            return OptionalInt.empty();
        }
        return OptionalInt.of(value.intValue());
    }

    Optional<UUID> optionalId(String name) {
        return anyText(name, 100)
                .flatMap(text -> Ids.uuid(text)
                        .or(() -> wrong(name, name + " must be an id such as 5f0c1a52-3c1e-4f57-9d55-0d8b7e1f2a63.")));
    }

    /** An id that must be there; empty when it is not, which is then among the problems. */
    Optional<UUID> requiredId(String name) {
        if (!isPresent(name)) {
            return wrong(name, name + " is required.");
        }
        return optionalId(name);
    }

    /** One of an enum's constants, in small letters. */
    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return anyText(name, 200).flatMap(text -> constant(text, type).or(() -> wrong(name, mustBeOneOf(name, type))));
    }

    /** Several of an enum's constants, in small letters. */
    <E extends Enum<E>> List<E> choices(String name, Class<E> type) {
        List<E> chosen = new ArrayList<>();
        for (String text : optionalTexts(name, type.getEnumConstants().length).orElse(List.of())) {
            constant(text, type).or(() -> wrong(name, mustBeOneOf(name, type))).ifPresent(chosen::add);
        }
        return chosen;
    }

    static <E extends Enum<E>> Optional<E> constant(String text, Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> AnswerObjects.id(constant).equals(text))
                .findFirst();
    }

    static <E extends Enum<E>> String mustBeOneOf(String name, Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", name + " must be one of ", "."));
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

    /** Whether the text holds no control characters but line ends and tabs, and no broken characters. */
    static boolean isPlain(String text) {
        return text.codePoints()
                .noneMatch(character -> (Character.isISOControl(character)
                                && character != '\n'
                                && character != '\r'
                                && character != '\t')
                        || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE));
    }
}
