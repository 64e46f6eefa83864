package dev.sayql.core.generation;

/** Texts cannot be embedded on this machine, and will not be until it is mended: whoever asks does without. */
public final class EmbedderUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EmbedderUnavailableException(String problem, Throwable cause) {
        super("The sentence encoder cannot be used: " + problem, cause);
    }
}
