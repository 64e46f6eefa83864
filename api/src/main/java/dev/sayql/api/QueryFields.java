package dev.sayql.api;

import dev.sayql.api.ProblemDetails.FieldProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Reads the values of a query string and collects everything that is wrong with them, as {@link Fields} does for bodies. A
 * name that nobody asked for is wrong too, as is one that comes twice. Not thread-safe.
 */
final class QueryFields {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private final Map<String, List<String>> values;
    private final Set<String> known = new HashSet<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    QueryFields(Request request) {
        this.values = request.query();
    }

    Optional<String> text(String name, int maxCharacters) {
        known.add(name);
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            return wrong(name, name + " must be given once.");
        }
        Optional<String> text = given.stream().filter(value -> !value.isEmpty()).findFirst();
        if (text.filter(value -> value.length() > maxCharacters).isPresent()) {
            return wrong(name, "%s must have at most %,d characters.".formatted(name, maxCharacters));
        }
        if (text.filter(value -> !Fields.isPlain(value)).isPresent()) {
            return wrong(name, name + " must not hold control characters.");
        }
        return text;
    }

    int number(String name, int least, int most, int otherwise) {
        Optional<String> text = text(name, 20);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        wrong(name, "%s must be a whole number between %,d and %,d.".formatted(name, least, most));
        return otherwise;
    }

    <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return text(name, 200)
                .flatMap(text -> Fields.constant(text, type).or(() -> wrong(name, Fields.mustBeOneOf(name, type))));
    }

    /** Several constants, with commas between them. */
    <E extends Enum<E>> Set<E> choices(String name, Class<E> type) {
        Set<E> chosen = new HashSet<>();
        text(name, 500)
                .ifPresent(text -> Stream.of(text.split(",", -1))
                        .forEach(one -> Fields.constant(one.strip(), type)
                                .or(() -> wrong(name, Fields.mustBeOneOf(name, type)))
                                .ifPresent(chosen::add)));
        return chosen;
    }

    Optional<UUID> id(String name) {
        return text(name, 100)
                .flatMap(text -> Ids.uuid(text)
                        .or(() -> wrong(name, name + " must be an id such as 5f0c1a52-3c1e-4f57-9d55-0d8b7e1f2a63.")));
    }

    Optional<LocalDate> day(String name) {
        return text(name, 100)
                .flatMap(text -> parseDay(text).or(() -> wrong(name, name + " must be a date such as 2026-03-31.")));
    }

    /** A moment; a day means its first moment, or with {@code whole} the first of the day after. */
    Optional<Instant> moment(String name, boolean whole) {
        return text(name, 100)
                .flatMap(
                        text -> parseDay(text)
                                .map(day -> (whole ? day.plusDays(1) : day)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant())
                                .or(() -> parseMoment(text))
                                .or(
                                        () -> wrong(
                                                name,
                                                name
                                                        + " must be a date such as 2026-03-31, or a moment such as 2026-03-31T12:00:00Z.")));
    }

    private static Optional<LocalDate> parseDay(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> !day.isBefore(EARLIEST) && !day.isAfter(LATEST));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> parseMoment(String text) {
        try {
            // A plus sign in a query string is a space.
            OffsetDateTime moment = OffsetDateTime.parse(text.replace(' ', '+'));
            return Optional.of(moment)
                    .filter(at -> at.getYear() >= EARLIEST.getYear() && at.getYear() <= LATEST.getYear())
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }

    /** Adds a problem that only the caller can see. */
    <T> Optional<T> wrong(String name, String message) {
        problems.add(new FieldProblem(name, message));
        return Optional.empty();
    }

    /** Everything that is wrong, names that nobody asked for included; call it last. */
    List<FieldProblem> problems() {
        List<FieldProblem> all = new ArrayList<>(problems);
        for (String name : new TreeSet<>(values.keySet())) {
            if (!known.contains(name)) {
                String shown = name.length() > 100 ? name.substring(0, 100) + "…" : name;
                all.add(new FieldProblem(shown, "There is no parameter " + shown + "."));
            }
        }
        return all;
    }
}
