package dev.sayql.api;

/** Exit codes of the command line; part of its interface. */
public final class ExitCode {

    public static final int ANSWERED = 0;
    public static final int INTERNAL = 1;
    public static final int USAGE = 2;
    public static final int DECLINED = 3;
    public static final int REFUSED = 4;
    public static final int FAILED = 5;
    public static final int LIMITED = 6;

    private ExitCode() {}
}
