package dev.sayql.sql;

/** Ends the reading of a statement at the first thing that is not allowed. Never leaves the package. */
final class Refusal extends RuntimeException {

    private final transient Problem problem;

    Refusal(RejectionCode code, String detail) {
        super(code.id() + ": " + detail, null, false, false);
        this.problem = new Problem(code, detail);
    }

    Problem problem() {
        return problem;
    }
}
