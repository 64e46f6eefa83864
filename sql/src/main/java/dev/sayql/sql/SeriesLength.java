package dev.sayql.sql;

import dev.sayql.sql.Expression.Literal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Estimates from above how many rows a generate_series makes, from the literals in its arguments. */
final class SeriesLength {

    private static final double SECONDS_PER_DAY = 86_400;
    /** What is assumed between two times of which nothing is known, as when both are columns. */
    private static final double UNKNOWN_SPAN_SECONDS = 60 * 366 * SECONDS_PER_DAY;
    /** Stands for now; only differences matter. */
    private static final double NOW_SECONDS = 1.8e9;

    private static final Pattern QUANTITY = Pattern.compile("([-+]?[0-9]*\\.?[0-9]+)\\s*([a-z]+)");
    private static final Pattern CLOCK = Pattern.compile("([0-9]+):([0-9]{2})(?::([0-9]{2}(?:\\.[0-9]+)?))?");

    private static final Pattern FAR_AWAY =
            Pattern.compile("infinity|\\bbc\\b|(?<![0-9.])[0-9]{9,}|(?<![0-9.])[0-9]{5,7}-", Pattern.CASE_INSENSITIVE);

    private SeriesLength() {}

    static double rows(List<Typed> arguments) {
        if (arguments.size() < 2 || arguments.size() > 4) {
            return Typed.UNKNOWN;
        }
        if (arguments.stream().anyMatch(argument -> isFarAway(argument.expression()))) {
            return Typed.UNKNOWN;
        }
        Typed start = arguments.getFirst();
        Typed stop = arguments.get(1);
        if (arguments.size() > 2) {
            OptionalDouble step = interval(arguments.get(2).expression());
            if (step.isPresent()) {
                return step.getAsDouble() == 0 ? Typed.UNKNOWN : span(start, stop) / step.getAsDouble() + 1;
            }
        }
        double step = arguments.size() == 2 ? 1 : stepSize(arguments.get(2));
        return distance(start, stop) / step + 1;
    }

    /** A moment without end, or of a year that no report speaks of. */
    private static boolean isFarAway(Expression expression) {
        boolean[] found = {false};
        ExpressionWalk.visit(
                expression,
                part -> found[0] |= part instanceof Literal literal
                        && literal.isString()
                        && FAR_AWAY.matcher(literal.text()).find());
        return found[0];
    }

    private static double distance(Typed start, Typed stop) {
        if (start.expression() instanceof Literal from
                && stop.expression() instanceof Literal to
                && from.isNumber()
                && to.isNumber()) {
            return Math.abs(Double.parseDouble(to.text()) - Double.parseDouble(from.text()));
        }
        return start.magnitude() + stop.magnitude();
    }

    private static double stepSize(Typed step) {
        boolean literal = step.expression() instanceof Literal number && number.isNumber();
        if (literal) {
            return step.magnitude() == 0 ? 1 / Typed.UNKNOWN : step.magnitude();
        }
        return step.magnitude() == 1 ? 1 : 1 / Typed.UNKNOWN;
    }

    private static double span(Typed start, Typed stop) {
        OptionalDouble from = seconds(start.expression());
        OptionalDouble to = seconds(stop.expression());
        if (from.isPresent() && to.isPresent()) {
            return Math.abs(to.getAsDouble() - from.getAsDouble());
        }
        return UNKNOWN_SPAN_SECONDS;
    }

    /** The moment an expression of literals and now means, in seconds. */
    private static OptionalDouble seconds(Expression expression) {
        return switch (expression) {
            case Literal literal when literal.isString() -> date(literal.text());
            case Expression.CurrentTime _ -> OptionalDouble.of(NOW_SECONDS);
            case Expression.Cast cast -> seconds(cast.value());
            case Expression.Call call when call.function().equals("now") -> OptionalDouble.of(NOW_SECONDS);
            case Expression.Call call
            when call.function().equals("date_trunc") && call.arguments().size() >= 2 ->
                seconds(call.arguments().get(1));
            case Expression.Operation operation -> shifted(operation);
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble shifted(Expression.Operation operation) {
        Expression left = operation.left();
        OptionalDouble base = left == null ? OptionalDouble.empty() : seconds(left);
        OptionalDouble by = interval(operation.right());
        if (by.isEmpty() && operation.right() instanceof Literal days && days.isNumber()) {
            by = OptionalDouble.of(Numbers.magnitude(days) * SECONDS_PER_DAY);
        }
        if (base.isEmpty() || by.isEmpty()) {
            return OptionalDouble.empty();
        }
        return switch (operation.operator()) {
            case "+" -> OptionalDouble.of(base.getAsDouble() + by.getAsDouble());
            case "-" -> OptionalDouble.of(base.getAsDouble() - by.getAsDouble());
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble date(String text) {
        try {
            LocalDate day = LocalDate.parse(
                    text.strip().substring(0, Math.min(10, text.strip().length())));
            return OptionalDouble.of(day.atStartOfDay().toEpochSecond(ZoneOffset.UTC) + SECONDS_PER_DAY / 2);
        } catch (DateTimeParseException _) {
            return OptionalDouble.empty();
        }
    }

    /** The length of an interval literal in seconds; never more than it can be. */
    private static OptionalDouble interval(Expression expression) {
        if (!(expression instanceof Expression.Cast(Literal literal, TypeReference type))
                && !(expression instanceof Literal)) {
            return OptionalDouble.empty();
        }
        String text;
        String unit = "";
        if (expression instanceof Expression.Cast(Literal inner, TypeReference to)
                && to.name().equals("interval")) {
            text = inner.text();
            String[] words = AllowedTypes.text(to).split(" ");
            unit = words.length > 1 ? words[words.length - 1] : "";
        } else if (expression instanceof Literal plain && plain.isString()) {
            text = plain.text();
        } else {
            return OptionalDouble.empty();
        }
        return parse(text.toLowerCase(Locale.ROOT).strip(), unit);
    }

    private static OptionalDouble parse(String text, String unit) {
        if (!unit.isEmpty() && text.matches("[0-9.]+")) {
            return OptionalDouble.of(Double.parseDouble(text) * secondsIn(unit));
        }
        double total = 0;
        boolean found = false;
        Matcher quantities = QUANTITY.matcher(text);
        while (quantities.find()) {
            double seconds = secondsIn(quantities.group(2));
            total += Double.parseDouble(quantities.group(1)) * seconds;
            found |= seconds > 0;
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.find()) {
            String seconds = clock.group(3);
            total += Double.parseDouble(clock.group(1)) * 3_600
                    + Double.parseDouble(clock.group(2)) * 60
                    + (seconds == null ? 0 : Double.parseDouble(seconds));
            found = true;
        }
        return found ? OptionalDouble.of(Math.abs(total)) : OptionalDouble.empty();
    }

    private static double secondsIn(String unit) {
        String singular = unit.endsWith("s") && unit.length() > 1 ? unit.substring(0, unit.length() - 1) : unit;
        return switch (singular) {
            case "microsecond", "u" -> 1e-6;
            case "millisecond", "m" -> 1e-3;
            case "second", "sec" -> 1;
            case "minute", "min" -> 60;
            case "hour", "hr", "h" -> 3_600;
            case "day", "d" -> SECONDS_PER_DAY;
            case "week", "w" -> 7 * SECONDS_PER_DAY;
            case "month", "mon" -> 28 * SECONDS_PER_DAY;
            case "year", "yr", "y" -> 365 * SECONDS_PER_DAY;
            case "decade" -> 3_650 * SECONDS_PER_DAY;
            default -> 0;
        };
    }
}
