package dev.sayql.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A made-up month of questions, the same for the same seed: a few questions are asked often and most seldom (Zipf), people type
 * them in slightly different ways, and they ask all month long. Immutable.
 *
 * @param asked in the order of time
 */
record AskedMonth(List<Asked> asked) {

    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
    private static final Duration LENGTH = Duration.ofDays(30);
    private static final int AS_IT_IS = 40;
    private static final int CARELESS = 60;
    private static final int OPENED = 80;
    private static final List<String> OPENINGS =
            List.of("please ", "can you tell me ", "I'd like to know ", "could you show me ", "quick question: ");

    /** What people say in other words without asking for anything else, and how. */
    private static final Map<Pattern, String> REWORDINGS = rewordings(
            "^how many ([a-z ]+) are there$",
            "what is the number of $1",
            "^(?:which|what) are the ",
            "list the ",
            "^(?:list|show)(?: me)? (?:all )?the ",
            "give me the ",
            "\\bmore than (?=[0-9])",
            "over ",
            "\\bover (?=[0-9])",
            "more than ",
            "\\b(?:less|fewer) than (?=[0-9])",
            "under ",
            "\\baverage\\b",
            "mean",
            "\\bnumber of\\b",
            "count of",
            "\\bper ",
            "for each ",
            "\\bfor each ",
            "per ",
            "\\bdifferent\\b",
            "distinct",
            "\\bhighest\\b",
            "largest",
            "\\blowest\\b",
            "smallest",
            "\\bsorted by\\b",
            "ordered by");

    AskedMonth {
        asked = List.copyOf(asked);
    }

    /** A question as it was typed at a moment. */
    record Asked(String text, CostReport.Known known, Instant at) {}

    /**
     * Makes a month.
     *
     * @param count how many questions are asked
     * @param skew the exponent of the distribution: with 1 the second question is asked half as often as the first
     */
    static AskedMonth of(List<CostReport.Known> known, int count, double skew, long seed) {
        Random random = new Random(seed);
        List<CostReport.Known> ranked = new ArrayList<>(known);
        Collections.shuffle(ranked, random);
        double[] upTo = new double[ranked.size()];
        double sum = 0;
        for (int rank = 0; rank < upTo.length; rank++) {
            sum += 1 / Math.pow(rank + 1, skew);
            upTo[rank] = sum;
        }
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CostReport.Known one = ranked.get(rank(upTo, random.nextDouble() * sum));
            Instant at = START.plus(LENGTH.multipliedBy(i).dividedBy(count));
            asked.add(new Asked(typed(one.question(), random), one, at));
        }
        return new AskedMonth(asked);
    }

    private static int rank(double[] upTo, double chosen) {
        int rank = 0;
        while (rank < upTo.length - 1 && upTo[rank] < chosen) {
            rank++;
        }
        return rank;
    }

    private static Map<Pattern, String> rewordings(String... patternsAndWords) {
        Map<Pattern, String> rewordings = new LinkedHashMap<>();
        for (int i = 0; i < patternsAndWords.length; i += 2) {
            rewordings.put(Pattern.compile(patternsAndWords[i]), patternsAndWords[i + 1]);
        }
        return rewordings;
    }

    /**
     * Of five two as they are, one without its mark and capital letter, one with other words before it, and one said otherwise, as
     * far as it can be.
     */
    private static String typed(String question, Random random) {
        int chance = random.nextInt(100);
        if (chance < AS_IT_IS) {
            return question;
        }
        String careless = Character.toLowerCase(question.charAt(0))
                + question.substring(1).replaceFirst("[?.!]+$", "");
        if (chance < CARELESS) {
            return careless;
        }
        return chance < OPENED ? OPENINGS.get(random.nextInt(OPENINGS.size())) + careless : reworded(careless, random);
    }

    /** With one of the rewordings that fit. */
    static String reworded(String question, Random random) {
        List<String> all = REWORDINGS.entrySet().stream()
                .filter(rule -> rule.getKey().matcher(question).find())
                .map(rule -> rule.getKey().matcher(question).replaceFirst(rule.getValue()))
                .toList();
        return all.isEmpty() ? question : all.get(random.nextInt(all.size()));
    }
}
