package dev.sayql.core.history;

/** The exchange could not be kept, so no answer may be given. */
public final class HistoryUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HistoryUnavailableException(Throwable cause) {
        super(
                "The answer could not be recorded, so it is not given. Try again when the system database is back.",
                cause);
    }
}
