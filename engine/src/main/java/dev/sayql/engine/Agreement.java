package dev.sayql.engine;

import dev.sayql.core.generation.Finding;
import dev.sayql.core.generation.Finding.Found;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How what the likeliest candidates find speaks for the first of them: ways that differ and still find the same are seldom wrong
 * together, and what finds nothing was seldom meant. Immutable.
 */
final class Agreement {
    private final List<Finding> found;
    private final List<Double> shares;

    /**
     * @param found by each candidate, the likeliest first; at least one
     * @param shares how far each stands out, as many
     */
    Agreement(List<Finding> found, List<Double> shares) {
        if (found.isEmpty() || found.size() != shares.size()) {
            throw new IllegalArgumentException(found.size() + " findings, " + shares.size() + " shares");
        }
        this.found = List.copyOf(found);
        this.shares = List.copyOf(shares);
    }

    void addTo(FeatureRow row) {
        row.add(shareOf(found.getFirst())).add(bestOther(true)).add(bestOther(false));
        row.add(agreeing() / (double) found.size()).add(distinct());
        row.add(found.size() > 1 && isSame(found.get(1), found.getFirst()));
        row.add(IntStream.range(0, found.size())
                .filter(at -> isEmpty(found.get(at)))
                .mapToDouble(shares::get)
                .sum());
        row.add(IntStream.range(0, found.size())
                .filter(at -> found.get(at) instanceof Finding.Broken)
                .mapToDouble(shares::get)
                .sum());
        addFirst(row);
    }

    private void addFirst(FeatureRow row) {
        row.add(found.getFirst() instanceof Finding.Broken);
        if (found.getFirst() instanceof Found(int rows, int columns, int missing, long _)) {
            row.add(rows == 0).add(rows == 1).add(Math.log1p(rows)).add(columns);
            row.add(missing).add(missing / (double) Math.max(1, rows * columns));
        } else {
            row.add(false)
                    .add(false)
                    .add(Double.NaN)
                    .add(Double.NaN)
                    .add(Double.NaN)
                    .add(Double.NaN);
        }
    }

    /** The share of all that find what one finds. */
    private double shareOf(Finding one) {
        double share = IntStream.range(0, found.size())
                .filter(at -> isSame(found.get(at), one))
                .mapToDouble(shares::get)
                .sum();
        return share == 0 ? shares.getFirst() : share;
    }

    /** The largest share of those that find something else than the first. */
    private double bestOther(boolean orNothing) {
        return found.stream()
                .filter(other -> other instanceof Found && !isSame(other, found.getFirst()))
                .filter(other -> orNothing || !isEmpty(other))
                .mapToDouble(this::shareOf)
                .max()
                .orElse(0);
    }

    private long agreeing() {
        return found.stream().filter(other -> isSame(other, found.getFirst())).count();
    }

    private long distinct() {
        return found.stream()
                .filter(Found.class::isInstance)
                .map(one -> ((Found) one).digest())
                .distinct()
                .count();
    }

    /** What did not run agrees with nothing. */
    private static boolean isSame(Finding one, Finding other) {
        return one instanceof Found found && other instanceof Found same && found.finds(same);
    }

    private static boolean isEmpty(Finding one) {
        return one instanceof Found(int rows, int _, int _, long _) && rows == 0;
    }
}
