package dev.sayql.engine;

import dev.sayql.core.schema.ColumnName;
import dev.sayql.sql.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What speaks for and against a candidate: how it came about, whether what the question says is in it, and whether it says
 * more than the question. For one question by one thread.
 */
final class CandidateFeatures {
    private static final int GUESS_RANK = 0;
    private static final int IS_ANSWER = 6;

    private final Linking linking;
    private final Chart chart;
    private final Knowledge knowledge;
    private final List<Pooled> pool;
    private final boolean[] cues;
    private final RoleFeatures roles;
    private final long unknownWords;
    private final double bestGuess;
    private final double bestLearned;

    CandidateFeatures(Linking linking, Knowledge knowledge, List<Pooled> pool) {
        this.linking = linking;
        this.chart = linking.chart();
        this.knowledge = knowledge;
        this.pool = pool;
        this.cues = new boolean[Cues.ALL.size()];
        for (int index = 0; index < cues.length; index++) {
            cues[index] = Cues.anywhere(chart, Cues.ALL.get(index));
        }
        this.roles = new RoleFeatures(linking, knowledge);
        this.unknownWords = unknown();
        this.bestGuess = pool.stream()
                .flatMap(one -> one.guess().stream())
                .mapToDouble(Guess::score)
                .max()
                .orElse(0);
        this.bestLearned = pool.stream()
                .flatMap(one -> one.learned().stream())
                .mapToDouble(LearnedCandidates.Learned::score)
                .max()
                .orElse(0);
    }

    /** Whether a candidate with these features is what the grammar alone would answer. */
    static boolean isAnswerOfGrammar(float[] features) {
        return features[GUESS_RANK] == 0 && features[IS_ANSWER] == 1;
    }

    /** Whether some word of the question is neither small nor names anything. */
    boolean hasUnknownWords() {
        return unknownWords > 0;
    }

    private long unknown() {
        long count = 0;
        for (int at = 0; at < chart.size(); at++) {
            String word = chart.token(at).word();
            boolean small = English.FILLERS.contains(word)
                    || word.length() < 3
                    || Cues.ALL.stream().anyMatch(cue -> cue.contains(word));
            count += small || linking.isNamed(at) ? 0 : 1;
        }
        return count;
    }

    float[] of(Pooled candidate) {
        FeatureRow row = new FeatureRow();
        addOrigin(row, candidate);
        addQuestion(row);
        QueryShape shape = QueryShape.of(candidate.query());
        addShape(row, candidate.query(), shape);
        addCoverage(row, candidate.query(), shape);
        addShown(row, candidate.query());
        roles.addTo(row, candidate.query());
        return row.values();
    }

    private void addOrigin(FeatureRow row, Pooled candidate) {
        Optional<Guess> guess = candidate.guess();
        row.add(candidate.guessRank()).add(candidate.learnedRank());
        if (guess.isPresent()) {
            Guess found = guess.get();
            row.add(found.score())
                    .add(found.score() - bestGuess)
                    .add(found.problems().size());
            row.add(found.row().quality())
                    .add(found.isAnswer())
                    .add(found.candidate().confidence());
            row.add(found.row().pieces().stream()
                    .filter(Piece.Unknown.class::isInstance)
                    .count());
            row.add(found.row().pieces().stream()
                    .filter(Piece.Filler.class::isInstance)
                    .count());
        } else {
            row.unknown(8);
        }
        if (candidate.learned().isPresent()) {
            LearnedCandidates.Learned found = candidate.learned().get();
            row.add(found.sketchScore()).add(found.slotScore()).add(found.weakest());
            row.add(found.score() - bestLearned);
        } else {
            row.unknown(4);
        }
        row.add(pool.stream().filter(one -> one.guessRank() >= 0).count());
        row.add(pool.stream()
                .anyMatch(one -> one.guess().filter(Guess::isAnswer).isPresent()));
        row.add(pool.stream().anyMatch(one -> one.guessRank() == 0 && one.learnedRank() >= 0));
        row.add(bestLearned);
    }

    private void addQuestion(FeatureRow row) {
        row.add(chart.size()).add(unknownWords).add(linking.numbers().size());
        for (boolean cue : cues) {
            row.add(cue);
        }
    }

    private static void addShape(FeatureRow row, Query query, QueryShape shape) {
        for (QueryShape.Part part : QueryShape.Part.values()) {
            row.add(shape.has(part));
        }
        row.add(query.outputs().size());
        row.add(query.outputs().stream()
                .filter(output -> output.expression().isFolded())
                .count());
        row.add(shape.conditions()).add(query.groups().size()).add(query.order().size());
        row.add(query.joins().size());
        row.add(shape.literals().size()).add(shape.numbers().size());
    }

    private void addCoverage(FeatureRow row, Query query, QueryShape shape) {
        Uses uses = Uses.of(query);
        Set<Integer> covered = new HashSet<>();
        uses.tables().forEach(table -> cover(linking.of(table), 0.5, covered));
        uses.columns().forEach(column -> cover(linking.of(column), 0.5, covered));
        long values = 0;
        Set<Integer> seen = new HashSet<>();
        for (ColumnName column : linking.columnsWithValues()) {
            for (Linking.Value value : linking.valuesOf(column)) {
                boolean taken = shape.literals().contains(value.text());
                if (taken) {
                    coverSpan(value.start(), value.end(), covered);
                }
                if (value.score() > 0.9 && seen.add(value.start())) {
                    values++;
                }
            }
        }
        long used = shape.literals().stream().filter(this::isStored).count();
        long numbersLeft = linking.numbers().stream()
                .filter(number -> !shape.numbers().contains(number.text())
                        && !shape.literals().contains(number.text()))
                .count();
        linking.numbers().stream()
                .filter(number -> shape.numbers().contains(number.text()))
                .forEach(number -> coverSpan(number.start(), number.end(), covered));
        long named = 0;
        long left = 0;
        for (int at = 0; at < chart.size(); at++) {
            named += linking.isNamed(at) ? 1 : 0;
            left += linking.isNamed(at) && !covered.contains(at) ? 1 : 0;
        }
        row.add(named).add(left).add(named == 0 ? Double.NaN : (double) left / named);
        row.add(values).add(used).add(shape.literals().size() - used).add(numbersLeft);
        addNames(row, uses, covered);
    }

    /** Whether the text is a stored value that stands in the question. */
    private boolean isStored(String text) {
        return linking.columnsWithValues().stream()
                .anyMatch(column -> linking.valuesOf(column).stream()
                        .anyMatch(value -> value.text().equals(text)));
    }

    private void addNames(FeatureRow row, Uses uses, Set<Integer> covered) {
        row.add(uses.tables().size());
        row.add(uses.tables().stream()
                .filter(table -> linking.best(table) < 0.5)
                .count());
        row.add(uses.columns().stream()
                .filter(column -> linking.best(column) < 0.5)
                .count());
        row.add(uncovered(
                linking.linkedTables().stream()
                        .filter(table -> !uses.tables().contains(table))
                        .flatMap(table -> linking.of(table).stream())
                        .filter(link -> link.score() > 0.9)
                        .toList(),
                covered));
        row.add(uncovered(
                linking.linkedColumns().stream()
                        .filter(column -> !uses.columns().contains(column))
                        .flatMap(column -> linking.of(column).stream())
                        .filter(link -> link.score() > 0.9)
                        .toList(),
                covered));
        row.add(linking.linkedTables().stream()
                .filter(table -> linking.best(table) > 0.9)
                .filter(table -> !uses.tables().contains(table))
                .count());
    }

    private static long uncovered(List<Linking.Link> links, Set<Integer> covered) {
        return links.stream()
                .filter(link -> !covered.contains(link.start()))
                .map(Linking.Link::start)
                .distinct()
                .count();
    }

    private static void cover(List<Linking.Link> links, double least, Set<Integer> covered) {
        links.stream()
                .filter(link -> link.score() >= least)
                .forEach(link -> coverSpan(link.start(), link.end(), covered));
    }

    private static void coverSpan(int start, int end, Set<Integer> covered) {
        for (int at = start; at < end; at++) {
            covered.add(at);
        }
    }

    private void addShown(FeatureRow row, Query query) {
        double weakest = 1;
        double sum = 0;
        int columns = 0;
        int keys = 0;
        int labels = 0;
        List<Integer> places = new ArrayList<>();
        for (Query.Output output : query.outputs()) {
            Optional<ColumnName> shown = shown(output.expression());
            if (shown.isPresent()) {
                double link = linking.best(shown.get());
                weakest = Math.min(weakest, link);
                sum += link;
                columns++;
                keys += knowledge.isKey(shown.get()) ? 1 : 0;
                TableName table = shown.get().table();
                labels += knowledge.label(table).contains(shown.get().column()) ? 1 : 0;
                linking.of(shown.get()).stream()
                        .mapToInt(Linking.Link::start)
                        .min()
                        .ifPresent(places::add);
            }
        }
        row.add(columns == 0 ? Double.NaN : weakest).add(columns == 0 ? Double.NaN : sum / columns);
        row.add(columns).add(keys).add(labels).add(columns - places.size());
        row.add(places.isEmpty() ? Double.NaN : places.getFirst());
        boolean ordered = true;
        for (int index = 1; index < places.size(); index++) {
            ordered &= places.get(index - 1) <= places.get(index);
        }
        row.add(ordered);
    }

    private static Optional<ColumnName> shown(Expression expression) {
        return switch (expression) {
            case Expression.Column column ->
                Optional.of(new ColumnName(column.range().table(), column.name()));
            case Expression.Fold fold -> fold.over().flatMap(CandidateFeatures::shown);
            case Expression.Bucket(var _, Expression date) -> shown(date);
            default -> Optional.empty();
        };
    }
}
