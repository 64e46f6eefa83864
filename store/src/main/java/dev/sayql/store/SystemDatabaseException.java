package dev.sayql.store;

/** Our own database cannot be used now, or did not do what it should. */
public final class SystemDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SystemDatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
