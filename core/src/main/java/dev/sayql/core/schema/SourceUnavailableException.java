package dev.sayql.core.schema;

/** A source's database cannot be used now. The message is for its owner and holds no driver text and no secret. */
public final class SourceUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why, as a closed set. */
    public enum Reason {
        UNREACHABLE,
        WRONG_CREDENTIALS,
        UNKNOWN_DATABASE,
        TOO_POWERFUL_ROLE,
        FAULTY_POLICY,
        NOT_ALLOWED,
        OVERLOADED,
        TOO_OLD;

        /** Whether our own policy says no, and not the database: it is there and is not used. */
        public boolean isRefusal() {
            return this == TOO_POWERFUL_ROLE || this == FAULTY_POLICY;
        }
    }

    private final Reason reason;
    private final String sentence;

    public SourceUnavailableException(Reason reason, String message) {
        super(message);
        this.reason = reason;
        this.sentence = message;
    }

    public Reason reason() {
        return reason;
    }

    /** The message, for the source's owner. */
    public String sentence() {
        return sentence;
    }
}
