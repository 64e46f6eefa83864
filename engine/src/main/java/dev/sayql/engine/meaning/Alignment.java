package dev.sayql.engine.meaning;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Whether two questions are the same words in the same order but for nouns that stand for each other: wherever one question has
 * the one, the other has the other, and neither has both. For one use by one thread.
 */
final class Alignment {
    private static final int LONGEST = 3;

    private final List<String> first;
    private final List<String> second;
    private final BiPredicate<String, String> exchangeable;
    private final Map<String, String> exchanged = new HashMap<>();

    private Alignment(List<String> first, List<String> second, BiPredicate<String, String> exchangeable) {
        this.first = first;
        this.second = second;
        this.exchangeable = exchangeable;
    }

    /** @param exchangeable whether a phrase of the first question and one of the second can stand for each other */
    static boolean holds(List<String> first, List<String> second, BiPredicate<String, String> exchangeable) {
        return new Alignment(first, second, exchangeable).holdsFrom(0, 0);
    }

    private boolean holdsFrom(int one, int other) {
        if (one == first.size() || other == second.size()) {
            return one == first.size() && other == second.size();
        }
        if (first.get(one).equals(second.get(other))) {
            return holdsFrom(one + 1, other + 1);
        }
        for (int length = 1; length <= Math.min(LONGEST, first.size() - one); length++) {
            for (int width = 1; width <= Math.min(LONGEST, second.size() - other); width++) {
                if (exchangedHere(one, length, other, width)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean exchangedHere(int one, int length, int other, int width) {
        List<String> here = first.subList(one, one + length);
        List<String> there = second.subList(other, other + width);
        String phrase = String.join(" ", here);
        String instead = String.join(" ", there);
        boolean known = exchanged.containsKey(phrase) || exchanged.containsValue(instead);
        boolean fits = known
                ? instead.equals(exchanged.get(phrase))
                : Collections.indexOfSubList(second, here) < 0
                        && Collections.indexOfSubList(first, there) < 0
                        && exchangeable.test(phrase, instead);
        if (!fits) {
            return false;
        }
        exchanged.put(phrase, instead);
        if (holdsFrom(one + length, other + width)) {
            return true;
        }
        if (!known) {
            exchanged.remove(phrase);
        }
        return false;
    }
}
