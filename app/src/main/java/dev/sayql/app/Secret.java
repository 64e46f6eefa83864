package dev.sayql.app;

/** A value that must not be shown: it masks itself wherever it is printed. Immutable. */
public record Secret(String value) {

    @Override
    public String toString() {
        return "(not shown)";
    }
}
