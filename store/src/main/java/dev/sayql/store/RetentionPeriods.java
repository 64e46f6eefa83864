package dev.sayql.store;

/**
 * For how many whole days, beside the one that is not over, things are kept; metrics are kept for ever. Immutable.
 *
 * @param history of exchanges
 * @param audit of the audit log
 */
public record RetentionPeriods(int history, int audit) {

    public static final int MOST = 36_500;

    public RetentionPeriods {
        if (history < 1 || history > MOST || audit < 1 || audit > MOST) {
            throw new IllegalArgumentException("things are kept for 1 to 36,500 days");
        }
    }

    /** Exchanges for two years, the audit log for one. */
    public static RetentionPeriods defaults() {
        return new RetentionPeriods(730, 365);
    }
}
