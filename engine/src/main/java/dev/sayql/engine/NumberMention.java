package dev.sayql.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads a number and its unit: "three", "$1,200.50", "5k", "20 %", "400 metres" where something is measured in metres. */
final class NumberMention {
    private NumberMention() {}

    static Optional<Mention.OfNumber> at(Chart chart, int at) {
        if (at >= chart.size() || chart.token(at).quoted()) {
            return Optional.empty();
        }
        String word = chart.token(at).word().replace(",", "");
        boolean money = !word.isEmpty() && "$€£".indexOf(word.charAt(0)) >= 0;
        String digits = money ? word.substring(1) : word;
        Optional<BigDecimal> value = digits.matches("\\d+(\\.\\d+)?")
                ? Optional.of(new BigDecimal(digits))
                : English.number(digits).map(BigDecimal::valueOf);
        return value.map(number -> withUnit(chart, at, number, money)).or(() -> one(chart, at));
    }

    /** "more than an hour". */
    private static Optional<Mention.OfNumber> one(Chart chart, int at) {
        boolean compared =
                chart.is(at - 1, "than", "over", "under", "least", "most", "exceeding", "above", "below", "to");
        return timeAt(chart, at + 1)
                .filter(unit ->
                        chart.is(at, "a", "an") && compared && chart.facts().measuresTime())
                .map(unit -> new Mention.OfNumber(at, at + 2, BigDecimal.ONE, false, false, unit));
    }

    /** "square feet", where something is measured so. */
    private static boolean isSquare(Chart chart, int at) {
        return at + 1 < chart.size()
                && NamePhrases.unitAtEnd(List.of(
                                chart.token(at).word(), chart.token(at + 1).word()))
                        .filter(unit -> !chart.facts().measuredIn(unit).isEmpty())
                        .isPresent();
    }

    private static Optional<Piece.Unit> timeAt(Chart chart, int at) {
        return at < chart.size() && !chart.token(at).quoted()
                ? Piece.Unit.ofTime(chart.token(at).word())
                : Optional.empty();
    }

    private static Mention.OfNumber withUnit(Chart chart, int at, BigDecimal number, boolean money) {
        int end = at + 1;
        BigDecimal value = number;
        if (chart.is(end, "k", "thousand")) {
            value = value.multiply(BigDecimal.valueOf(1_000));
            end++;
        } else if (chart.is(end, "m", "million")) {
            value = value.multiply(BigDecimal.valueOf(1_000_000));
            end++;
        } else if (chart.is(end, "hundred")) {
            value = value.multiply(BigDecimal.valueOf(100));
            end++;
        }
        boolean paid = money;
        if (chart.is(end, "dollars", "dollar", "usd", "euros", "euro", "eur", "bucks", "gbp", "quid")
                || (chart.is(end, "pounds", "pound") && !chart.facts().weighs())) {
            paid = true;
            end++;
        }
        boolean unit = end < chart.size()
                && NamePhrases.isUnit(NamePhrases.unit(chart.token(end).word()))
                && chart.facts().hasUnit(chart.token(end).word());
        if (unit && !paid && !chart.is(end, "percent")) {
            end++;
        }
        if (!paid && chart.is(end, "square") && isSquare(chart, end)) {
            end += 2;
        }
        Optional<Piece.Unit> time = timeAt(chart, unit && !paid ? end - 1 : end);
        boolean timed = time.isPresent() && !paid && (unit || chart.facts().measuresTime());
        if (timed && !unit) {
            end++;
        }
        boolean percent = chart.is(end, "%", "percent");
        return new Mention.OfNumber(
                at, percent ? end + 1 : end, value, paid, percent, timed ? time.get() : Piece.Unit.NONE);
    }
}
