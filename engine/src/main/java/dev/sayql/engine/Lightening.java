package dev.sayql.engine;

import dev.sayql.core.generation.Revision;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Makes a question ask for less that took too much: of a shorter time, or of fewer rows. */
final class Lightening {
    private static final int FEW_ROWS = 100;

    private final Guess guess;
    private final LocalDate today;
    private final Knowledge knowledge;

    Lightening(Guess guess, LocalDate today, Knowledge knowledge) {
        this.guess = guess;
        this.today = today;
        this.knowledge = knowledge;
    }

    Refiner.Taken taken() {
        return shorterTime()
                .or(this::fewerRows)
                .<Refiner.Taken>map(way -> new Refiner.Taken.Ways(List.of(way)))
                .orElseGet(() -> Refiner.declined(
                        "I know no way to ask for less here. Say which part is enough, for example a shorter period."));
    }

    /** A year, then a quarter, then a week. */
    private Optional<Refiner.Revised> shorterTime() {
        return period().map(
                        days -> new FollowUpReading(guess, "in the past " + days + " days", today, knowledge).taken())
                .flatMap(taken -> taken instanceof Refiner.Taken.Ways(List<Refiner.Revised> ways)
                        ? Optional.of(ways.getFirst())
                        : Optional.empty())
                .map(way -> new Refiner.Revised(
                        way.guess(),
                        new Revision(Revision.Manner.REPAIRED, way.revision().changes())));
    }

    private Optional<Integer> period() {
        List<DateRange> ranges = guess.row().pieces().stream()
                .filter(Piece.During.class::isInstance)
                .map(piece -> ((Piece.During) piece).range())
                .toList();
        if (ranges.isEmpty()) {
            return Optional.of(365);
        }
        long days = ranges.getFirst()
                .from()
                .map(from ->
                        ChronoUnit.DAYS.between(from, ranges.getFirst().until().orElse(today)))
                .orElse(Long.MAX_VALUE);
        return List.of(365, 90, 7).stream()
                .filter(shorter -> shorter < days - 2)
                .findFirst();
    }

    private Optional<Refiner.Revised> fewerRows() {
        Query query = guess.query();
        if (query.isFolded() || query.limit().isPresent() || guess.row().most() > 0) {
            return Optional.empty();
        }
        Row row = guess.row().withMost(FEW_ROWS);
        return Guess.of(row, 0, new Chart(row.tokens(), knowledge, today), knowledge)
                .map(lighter -> new Refiner.Revised(
                        lighter, new Revision(Revision.Manner.REPAIRED, QueryChanges.between(query, lighter.query()))));
    }
}
