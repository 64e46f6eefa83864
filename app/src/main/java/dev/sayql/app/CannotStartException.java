package dev.sayql.app;

/** Our own database cannot be used, so nothing can be recorded and nothing is answered. The message holds no secret. */
public final class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStartException(Throwable cause) {
        super(
                cause.getMessage()
                        + " Every answer is recorded there, so none is given without it; check SYSTEM_DB_HOST,"
                        + " SYSTEM_DB_NAME, SYSTEM_DB_USER and SYSTEM_DB_PASSWORD where they are set.",
                cause);
    }
}
