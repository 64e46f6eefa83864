package dev.sayql.api;

/**
 * Watches while a question is answered. Called on the thread that answers; must return quickly and not throw. Thread-safe.
 */
public interface Onlooker {

    /** The question was let in and has this id. */
    void begun(String queryId);

    /** A step was reached, so many milliseconds after the question came in. */
    void reached(String step, long atMillis);

    /** Watches nothing. */
    static Onlooker nobody() {
        return new Onlooker() {
            @Override
            public void begun(String queryId) {
                // nobody looks
            }

            @Override
            public void reached(String step, long atMillis) {
                // nobody looks
            }
        };
    }
}
