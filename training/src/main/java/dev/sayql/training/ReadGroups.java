package dev.sayql.training;

import dev.sayql.core.generation.CrossEncoder;
import dev.sayql.engine.Reranking;
import dev.sayql.engine.Winner;
import dev.sayql.engine.learned.TreeEnsemble;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Candidates of which the likeliest were read together with their question. Immutable and thread-safe.
 *
 * @param first by which they are ordered before
 */
record ReadGroups(TreeEnsemble first, CrossEncoder encoder) {

    /** The same candidates, each with what the reading adds to its features. */
    Groups of(Groups groups) {
        Groups read = new Groups();
        // A question takes about thirty milliseconds, and there are tens of thousands.
        List<List<Groups.Line>> all =
                groups.spans().parallelStream().map(span -> lines(groups, span)).toList();
        for (int index = 0; index < all.size(); index++) {
            Groups.Span span = groups.spans().get(index);
            read.addLines(all.get(index), span.of(), span.question());
        }
        return read;
    }

    /** Those about the databases of one half. */
    static Groups half(Groups groups, int half) {
        return groups.about(database -> Fold.half(database) == half);
    }

    /** The order of one half's candidates by what the other taught. */
    static TreeEnsemble orderOfHalf(int half, List<Groups> halves) {
        return Ranking.order(halves.get(1 - half), halves.get(half));
    }

    /** The order of the project's own candidates by what others taught. */
    static TreeEnsemble orderOfOwn(List<Groups> halves, Groups tune) {
        Groups others = new Groups();
        halves.forEach(others::addAll);
        return Ranking.order(others, tune);
    }

    private List<Groups.Line> lines(Groups groups, Groups.Span span) {
        List<Groups.Line> lines = groups.lines(span);
        Reranking reranking = reranking(groups.rows(span), first);
        List<String> said =
                reranking.read().stream().map(place -> lines.get(place).said()).toList();
        List<float[]> rows = reranking.rows(encoder.scores(span.question(), said));
        return IntStream.range(0, lines.size())
                .mapToObj(place -> lines.get(place).with(rows.get(place)))
                .toList();
    }

    /** The candidates that are read, for each question. */
    static List<List<Groups.Line>> likeliest(Groups groups, TreeEnsemble first) {
        return groups.spans().stream()
                .map(span -> {
                    List<Groups.Line> lines = groups.lines(span);
                    return reranking(groups.rows(span), first).read().stream()
                            .map(lines::get)
                            .toList();
                })
                .toList();
    }

    private static Reranking reranking(List<float[]> rows, TreeEnsemble first) {
        return new Reranking(
                rows, new Winner(rows, rows.stream().mapToDouble(first::score).toArray()));
    }
}
