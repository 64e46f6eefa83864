package dev.sayql.api;

/**
 * Watches while a call is worked on. What is told is JSON, as the interface writes it. Called on the thread that works; must
 * return quickly and not throw. Thread-safe.
 */
public interface Onlooker {

    /** The call was let in: an object with the id of its work. */
    void begun(String work);

    /** The work has come so far. */
    void reached(String step);

    /** Whether anybody sees what is told. */
    default boolean watches() {
        return true;
    }

    /** Watches nothing. */
    static Onlooker nobody() {
        return new Onlooker() {
            @Override
            public void begun(String work) {
                // nobody looks
            }

            @Override
            public void reached(String step) {
                // nobody looks
            }

            @Override
            public boolean watches() {
                return false;
            }
        };
    }
}
