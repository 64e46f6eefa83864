package dev.sayql.api;

/** Told of every unexpected failure, once. Thread-safe. */
@FunctionalInterface
public interface FailureLog {

    void failed(String errorId, Throwable cause);
}
