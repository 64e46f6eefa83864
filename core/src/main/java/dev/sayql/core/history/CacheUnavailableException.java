package dev.sayql.core.history;

/** Remembered answers cannot be reached now. No question fails for it; who looks at them or clears them is told. */
public final class CacheUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CacheUnavailableException(Throwable cause) {
        super("The answer cache cannot be used now.", cause);
    }
}
