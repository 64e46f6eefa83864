package dev.sayql.llm;

/**
 * How many calls may be repeated: a tenth of those that were made, and ten from the beginning. So a provider in trouble gets
 * little more than it would have got without repetitions. Thread-safe.
 */
final class RetryBudget {

    private static final double MOST = 10;
    private static final double FOR_EACH_CALL = 0.1;

    private double left = MOST;

    synchronized void called() {
        left = Math.min(MOST, left + FOR_EACH_CALL);
    }

    /** Takes one repetition; false when there is none. */
    synchronized boolean take() {
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
