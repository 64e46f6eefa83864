package dev.sayql.embedded;

/** What is under a home folder, as found without starting or changing anything. */
public sealed interface EmbeddedStatus {

    /** No data yet: the next start sets everything up. */
    record NotSetUp() implements EmbeddedStatus {}

    /** There is data, and no server runs on it. */
    record Stopped() implements EmbeddedStatus {}

    /**
     * A server runs.
     *
     * @param pid its process id
     * @param port its port on 127.0.0.1
     */
    record Running(long pid, int port) implements EmbeddedStatus {}
}
