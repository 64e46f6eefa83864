package dev.sayql.engine;

import dev.sayql.core.schema.Column;
import dev.sayql.core.schema.ColumnName;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Says which column a mention means, and notes how far the choice was a guess. For one assembly by one thread.
 */
final class ColumnChoice {
    private final Resolver resolver;
    private final Doubts doubts;
    private final double caution;
    private final String problem;

    /**
     * A way to choose.
     *
     * @param caution how much a column far from the rows counts as a guess
     * @param problem what is noted when no column fits
     */
    ColumnChoice(Resolver resolver, Doubts doubts, double caution, String problem) {
        this.resolver = resolver;
        this.doubts = doubts;
        this.caution = caution;
        this.problem = problem;
    }

    /** "the most hours" of a thing with weekly hours, where time sheets have hours plainly. */
    private boolean isNamedElsewhere(Mention.OfColumn mention, ColumnName chosen) {
        boolean ownText = resolver.isSubject(chosen.table()) && !resolver.isNumber(chosen);
        return !ownText
                && scoreOf(mention, chosen) < 0.8
                && mention.options().stream()
                        .anyMatch(option -> option.score() >= 0.95
                                && !option.meaning().table().equals(chosen.table()));
    }

    private static double scoreOf(Mention.OfColumn mention, ColumnName chosen) {
        return mention.options().stream()
                .filter(option -> option.meaning().equals(chosen))
                .mapToDouble(Mention.Option::score)
                .max()
                .orElse(1);
    }

    Optional<ColumnName> choose(Mention.OfColumn mention, Predicate<Column> wanted) {
        Optional<Resolver.Choice<ColumnName>> choice = resolver.column(mention, wanted);
        if (choice.isEmpty()) {
            doubts.problem(problem);
        }
        choice.ifPresent(found -> {
            doubts.margin(found.margin());
            doubts.doubt(caution * resolver.remoteness(found.value().table()));
            doubts.doubt(isNamedElsewhere(mention, found.value()) ? 0.65 : 0);
            boolean partOfFarName = scoreOf(mention, found.value()) < 0.8
                    && resolver.remoteness(found.value().table()) > 0.06;
            doubts.doubt(partOfFarName ? 0.5 : 0);
        });
        return choice.map(Resolver.Choice::value);
    }
}
