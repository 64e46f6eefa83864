package dev.sayql.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A made-up month of questions, the same for the same seed: a few questions are asked often and most seldom (Zipf), people type
 * them in slightly different ways, and they ask all month long. Immutable.
 *
 * @param asked in the order of time
 */
record AskedMonth(List<Asked> asked) {

    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
    private static final Duration LENGTH = Duration.ofDays(30);
    private static final int AS_IT_IS = 50;
    private static final int CARELESS = 75;
    private static final List<String> OPENINGS =
            List.of("please ", "can you tell me ", "I'd like to know ", "could you show me ", "quick question: ");

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

    /** Half as it is, a quarter without its mark and capital letter, a quarter with other words before it. */
    private static String typed(String question, Random random) {
        int chance = random.nextInt(100);
        if (chance < AS_IT_IS) {
            return question;
        }
        String careless = Character.toLowerCase(question.charAt(0))
                + question.substring(1).replaceFirst("[?.!]+$", "");
        return chance < CARELESS ? careless : OPENINGS.get(random.nextInt(OPENINGS.size())) + careless;
    }
}
