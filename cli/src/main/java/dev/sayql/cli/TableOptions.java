package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that narrows what may be read; only for commands that hold to it. */
final class TableOptions {

    @Option(
            names = "--tables",
            paramLabel = "name",
            description = "Only these tables may be read; separate them by commas.")
    private @Nullable List<String> tables;

    /** The names, empty when all tables may be read. */
    Optional<List<String>> names() {
        if (tables == null) {
            return Optional.empty();
        }
        List<String> named = tables.stream()
                .flatMap(names -> Stream.of(names.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (named.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "--tables must name at least one table, or be left out.");
        }
        return Optional.of(named);
    }
}
