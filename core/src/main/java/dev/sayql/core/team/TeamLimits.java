package dev.sayql.core.team;

/**
 * How much a team may ask. Immutable.
 *
 * @param perMinute requests a minute, in the long run; 1 to {@value #MOST}
 * @param burst requests at once after a pause; at least 1
 * @param monthly questions in a calendar month (UTC); 0 allows none
 * @param running questions that are worked on at one time; at least 1
 * @param queued questions that wait for that beside them; 0 makes none wait
 */
public record TeamLimits(int perMinute, int burst, int monthly, int running, int queued) {

    public static final int MOST = 1_000_000;

    public TeamLimits {
        require(perMinute, 1, "per_minute");
        require(burst, 1, "burst");
        require(monthly, 0, "monthly");
        require(running, 1, "running");
        require(queued, 0, "queued");
    }

    /** What a team gets when nothing else was said: 10 a minute, 20 at once, 1,000 a month, 4 running, 16 waiting. */
    public static TeamLimits defaults() {
        return new TeamLimits(10, 20, 1_000, 4, 16);
    }

    private static void require(int value, int least, String name) {
        if (value < least || value > MOST) {
            throw new IllegalArgumentException(
                    "the limit %s is a whole number from %d to %,d".formatted(name, least, MOST));
        }
    }
}
