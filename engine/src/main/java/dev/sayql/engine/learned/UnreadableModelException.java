package dev.sayql.engine.learned;

/** A stream does not hold the trained model it should hold: it is damaged, cut off, of another kind or of another version. */
public final class UnreadableModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableModelException(String kind, String problem) {
        super("This is no readable " + kind + " model: " + problem);
    }

    public UnreadableModelException(String kind, String problem, Throwable cause) {
        super("This is no readable " + kind + " model: " + problem, cause);
    }

    private UnreadableModelException(String message, UnreadableModelException cause) {
        super(message, cause);
    }

    /** The same, naming the file. */
    public UnreadableModelException in(String file) {
        String message = String.valueOf(getMessage());
        return message.contains(file) ? this : new UnreadableModelException(file + ": " + message, this);
    }
}
