package dev.sayql.server;

/** The server cannot listen where it was told to. The message says where and what to do. */
public final class CannotListenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotListenException(String bind, int port, Throwable cause) {
        super(
                "Cannot listen on " + bind + ":" + port
                        + ": another program uses the port, or this machine has no such address. Choose another port"
                        + " with --port or SAYQL_PORT.",
                cause);
    }
}
