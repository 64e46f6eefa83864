package dev.sayql.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;

/** The embedded server cannot be used. The message says what happened, where, and what to do about it. */
public final class EmbeddedException extends RuntimeException {

    /** Stable reasons, for programs; the message is for people. */
    public enum Code {
        /** The disk under the home folder is full, or has too little room for the first set-up. */
        NO_DISK_SPACE,
        /** The home folder cannot be created, read or written by this account, or its name cannot be used. */
        HOME_UNUSABLE,
        /** There is no PostgreSQL for this operating system and processor. */
        UNSUPPORTED_PLATFORM,
        /** We run as root, PostgreSQL refuses to, and no way to run it as another account was found. */
        CANNOT_RUN_AS_ROOT,
        /** The data folder was written by another major version of PostgreSQL. */
        OTHER_DATA_VERSION,
        /** A part of the data folder is missing, which may come back. */
        DATA_INCOMPLETE,
        /** Another process held the start-up lock for too long. */
        SET_UP_BUSY,
        /** The server, or a program of it, did not do what it should. */
        SERVER_FAILED
    }

    private final Code code;

    EmbeddedException(Code code, String message) {
        super(message);
        this.code = code;
    }

    EmbeddedException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Why, for programs. */
    public Code code() {
        return code;
    }

    /** What a failed file operation under the home folder means. */
    static EmbeddedException of(IOException failure, Home home) {
        if (failure instanceof AccessDeniedException) {
            return notWritable(home, String.valueOf(failure.getMessage()), failure);
        }
        return ofOutput(String.valueOf(failure.getMessage()), "A file operation failed", home, failure);
    }

    /** What it means that the home folder itself could not be made ready. */
    static EmbeddedException atHome(IOException failure, Home home) {
        EmbeddedException meaning = ofOutput(String.valueOf(failure.getMessage()), "No home folder", home, failure);
        return meaning.code() == Code.NO_DISK_SPACE
                ? meaning
                : notWritable(home, String.valueOf(failure.getMessage()), failure);
    }

    /** What the last words of a failed program mean. */
    static EmbeddedException ofOutput(String output, String what, Home home, Throwable cause) {
        String words = output.toLowerCase(Locale.ROOT);
        if (words.contains("no space left") || words.contains("disk quota exceeded")) {
            return new EmbeddedException(
                    Code.NO_DISK_SPACE,
                    "The disk under " + home.root()
                            + " is full. Free some space, or set SAYQL_HOME to a folder on another disk.",
                    cause);
        }
        if (words.contains("permission denied") || words.contains("read-only file system")) {
            return notWritable(home, output.strip(), cause);
        }
        return new EmbeddedException(
                Code.SERVER_FAILED,
                what + " under " + home.root() + ": " + output.strip() + " (the server's own log is " + home.log()
                        + ").",
                cause);
    }

    /**
     * What it means that only a part of the data is there. It is not made anew: the rest may lie on a disk that is not
     * mounted, or be on its way back from a backup, and new data in its place would look as if all teams and keys were gone.
     *
     * @param what is missing, with its name in the data folder
     */
    static EmbeddedException incomplete(Home home, String what) {
        return new EmbeddedException(
                Code.DATA_INCOMPLETE,
                "The data in " + home.data() + " is incomplete: " + what
                        + " is missing. Put it back, as from a backup, or move "
                        + home.data()
                        + " away to start afresh, without the teams, keys, history and sources that were stored. Nothing was"
                        + " changed.");
    }

    static EmbeddedException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new EmbeddedException(
                Code.SERVER_FAILED, "Interrupted while waiting for the embedded PostgreSQL.", cause);
    }

    private static EmbeddedException notWritable(Home home, String said, Throwable cause) {
        return new EmbeddedException(
                Code.HOME_UNUSABLE,
                "The folder " + home.root() + " cannot be written by this account (" + said
                        + "). Change its owner or permissions, or set SAYQL_HOME to a folder of your own.",
                cause);
    }
}
