package dev.sayql.app;

import java.util.List;

/** The configuration cannot be used. Names everything that is wrong at once, and no secret. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /** One sentence for each problem. */
    public ConfigurationException(List<String> problems) {
        super(String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }
}
