package dev.sayql.engine;

import java.util.ArrayList;
import java.util.List;

/** What was guessed while a query was built, and what did not fit at all. For one assembly by one thread. */
final class Doubts {
    private double doubt;
    private final List<String> problems = new ArrayList<>();

    /** A guess, from 0 (hardly one) to 1 (a coin toss). */
    void doubt(double amount) {
        doubt += amount;
    }

    /** A choice that was this much better than the next one. */
    void margin(double margin) {
        if (margin < 0.1) {
            doubt += 0.7 - 3.5 * Math.max(0, margin);
        }
    }

    void problem(String what) {
        problems.add(what);
    }

    double doubt() {
        return doubt;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
