package dev.sayql.cli;

import java.util.List;

/** Warns of trusted roles while one database after the other is opened: in full once, for it is the same role as a rule. */
final class RoleWarnings {

    private final Console console;
    private int databases;

    RoleWarnings(Console console) {
        this.console = console;
    }

    /** What is to be known of how one more database is reached. */
    void of(List<String> warnings) {
        if (!warnings.isEmpty() && databases++ == 0) {
            warnings.forEach(console::warn);
        }
    }

    /** After the last one. */
    void sum() {
        if (databases > 1) {
            console.warn("In %,d databases the role may do more than read.".formatted(databases));
        }
    }
}
