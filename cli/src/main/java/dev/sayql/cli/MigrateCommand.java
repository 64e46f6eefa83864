package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.Administration;
import dev.sayql.app.AppConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Brings the system database to this release; every other command that needs it does so too. */
@Command(
        name = "migrate",
        description = "Brings the system database to this release and does nothing else.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {

    private final Console console;

    MigrateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Administration.Migrated migrated =
                Administration.migrate(AppConfig.from(console.environment()), Opening.parts(console));
        console.out()
                .println(
                        migrated.before() == migrated.after()
                                ? "The system database is at version %d already.".formatted(migrated.after())
                                : "The system database went from version %d to version %d."
                                        .formatted(migrated.before(), migrated.after()));
        return ExitCode.ANSWERED;
    }
}
