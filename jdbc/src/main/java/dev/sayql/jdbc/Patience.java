package dev.sayql.jdbc;

import java.time.Duration;

/**
 * How long opening a connection may take. Immutable.
 *
 * @param dialling for each socket: finding the address and connecting to it
 * @param whole until the connection can be used; then it is given up
 */
record Patience(Duration dialling, Duration whole) {

    static Patience usual() {
        return new Patience(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }
}
