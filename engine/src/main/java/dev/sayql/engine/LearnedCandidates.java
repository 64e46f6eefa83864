package dev.sayql.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Candidates from what was learned: the likeliest sketches, their slots filled one after the other, the best few kept at
 * each step. For one question by one thread.
 */
final class LearnedCandidates {
    private static final int MOST_SKETCHES = 12;
    private static final int MOST_SLOTS = 10;
    private static final int BEAM = 6;
    private static final int KEPT = 40;

    /**
     * A query and why it was put together.
     *
     * @param sketchScore the logarithm of its sketch's probability
     * @param slotScore the sum over its slots of the logarithm of the choice's probability
     * @param weakest the least of those
     */
    record Learned(Query query, Sketch sketch, double sketchScore, double slotScore, double weakest) {
        double score() {
            return sketchScore + slotScore;
        }
    }

    private record Partial(List<Choice> choices, double score, double weakest) {
        Partial and(Choice choice, double logarithm) {
            List<Choice> more = new ArrayList<>(choices);
            more.add(choice);
            return new Partial(List.copyOf(more), score + logarithm, Math.min(weakest, logarithm));
        }
    }

    private final SketchModel model;
    private final Linking linking;
    private final Knowledge knowledge;
    private final SlotOptions options;
    private final SlotFeatures features;
    private final Map<Slot, List<Choice>> known = new HashMap<>();

    LearnedCandidates(SketchModel model, Linking linking, Knowledge knowledge) {
        this.model = model;
        this.linking = linking;
        this.knowledge = knowledge;
        this.options = new SlotOptions(linking, knowledge);
        this.features = new SlotFeatures(linking, knowledge);
    }

    /** The best first, no query twice. */
    List<Learned> all() {
        Map<Query, Learned> found = new LinkedHashMap<>();
        for (SketchModel.Likely likely : model.sketches(SketchFeatures.of(linking), MOST_SKETCHES)) {
            fill(likely)
                    .forEach(learned -> found.merge(
                            learned.query(), learned, (one, other) -> one.score() >= other.score() ? one : other));
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble((Learned learned) -> -learned.score()))
                .limit(KEPT)
                .toList();
    }

    private List<Learned> fill(SketchModel.Likely likely) {
        List<Slot> slots = Slot.of(likely.sketch());
        if (slots.size() > MOST_SLOTS) {
            return List.of();
        }
        List<Partial> beam = List.of(new Partial(List.of(), 0, 0));
        for (Slot slot : slots) {
            List<Choice> choices = known.computeIfAbsent(slot, options::of);
            List<Partial> next = new ArrayList<>();
            for (Partial partial : beam) {
                extend(partial, slots, choices, next);
            }
            next.sort(Comparator.comparingDouble((Partial partial) -> -partial.score()));
            beam = List.copyOf(next.subList(0, Math.min(BEAM, next.size())));
        }
        List<Learned> filled = new ArrayList<>();
        for (Partial partial : beam) {
            SketchWriter.write(likely.sketch(), partial.choices(), knowledge)
                    .map(query ->
                            new Learned(query, likely.sketch(), likely.score(), partial.score(), partial.weakest()))
                    .ifPresent(filled::add);
        }
        return filled;
    }

    private void extend(Partial partial, List<Slot> slots, List<Choice> choices, List<Partial> next) {
        if (choices.isEmpty()) {
            return;
        }
        List<float[]> rows = choices.stream()
                .map(choice -> features.of(slots, partial.choices(), choice))
                .toList();
        double[] scores = model.slotScores(rows);
        for (int index = 0; index < scores.length; index++) {
            next.add(partial.and(choices.get(index), scores[index]));
        }
    }
}
