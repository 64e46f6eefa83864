package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.ReaderRole;
import dev.sayql.app.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what the owner of a database can run so that we get a role that only reads. */
@Command(
        name = "grant-script",
        description = "Prints SQL for psql that makes a role which can only read; connects to nothing.",
        footer = {"", "sayql grant-script --schemas=public,sales > role.sql && psql -d shop -f role.sql"},
        mixinStandardHelpOptions = true)
final class GrantScriptCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--url",
            paramLabel = "postgresql://…",
            description = "Names the database; without it, the one that psql is connected to.")
    private @Nullable String url;

    @Option(names = "--role", paramLabel = "name", description = "The role's name; sayql_reader when not given.")
    private String role = "sayql_reader";

    @Option(
            names = "--schemas",
            paramLabel = "name",
            description = "Schemas it may read; public when not given. Separate them by commas.")
    private List<String> schemas = new ArrayList<>();

    GrantScriptCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> named = schemas.isEmpty()
                ? List.of("public")
                : schemas.stream()
                        .flatMap(names -> Stream.of(names.split(",", -1)))
                        .map(String::strip)
                        .toList();
        console.out().print(ReaderRole.script(Optional.ofNullable(url).map(Secret::new), role, named));
        console.out().flush();
        return ExitCode.ANSWERED;
    }
}
