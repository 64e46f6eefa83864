package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.App;
import dev.sayql.app.AppConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows and changes what words mean in a source. */
@Command(
        name = "semantics",
        description = "Shows and changes what words mean in a database: terms, metrics, labels, default dates.",
        mixinStandardHelpOptions = true)
final class SemanticsCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SemanticsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: show, export or import.");
    }

    @Command(name = "show", description = "Prints the semantics as YAML.", mixinStandardHelpOptions = true)
    int show(@Mixin SourceOptions source) {
        return with(source, app -> {
            console.out().print(Escaped.text(app.semantics()));
            console.out().flush();
            return ExitCode.ANSWERED;
        });
    }

    @Command(name = "export", description = "Writes the semantics to a YAML file.", mixinStandardHelpOptions = true)
    int export(
            @Mixin SourceOptions source,
            @Parameters(paramLabel = "file.yaml", description = "The file to write.") String file) {
        return with(source, app -> {
            try {
                Files.writeString(FileFailure.noFolder(file), app.semantics(), StandardCharsets.UTF_8);
            } catch (IOException | InvalidPathException unwritable) {
                throw new CommandFailure(ExitCode.USAGE, "The file " + file + " cannot be written.");
            }
            console.progress("Written to " + file);
            return ExitCode.ANSWERED;
        });
    }

    @Command(
            name = "import",
            description = "Takes the semantics of a YAML file in place of what is stored.",
            mixinStandardHelpOptions = true)
    int importFile(
            @Mixin SourceOptions source,
            @Option(names = "--clear", description = "Take away everything that was taught; goes without a file.")
                    boolean clear,
            @Parameters(paramLabel = "file.yaml", arity = "0..1", description = "The file to read.") @Nullable
                    String file) {
        if (clear == (file != null)) {
            throw new CommandFailure(ExitCode.USAGE, "Name one file to import, or say --clear.");
        }
        Optional<String> yaml = Optional.ofNullable(file).map(SourceOptions::readText);
        return with(source, app -> {
            tell(yaml.map(app::importSemantics).orElseGet(app::clearSemantics));
            return ExitCode.ANSWERED;
        });
    }

    private void tell(App.Imported imported) {
        console.progress("Imported as version %d: %s and %s in place of %s and %s"
                .formatted(
                        imported.version(),
                        count(imported.terms(), "term"),
                        count(imported.metrics(), "metric"),
                        count(imported.termsBefore(), "term"),
                        count(imported.metricsBefore(), "metric")));
    }

    private static String count(int number, String what) {
        return "%,d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }

    private int with(SourceOptions source, Function<App, Integer> use) {
        AppConfig config = source.applyTo(AppConfig.from(console.environment()));
        try (App app = Opening.app(config, console)) {
            return use.apply(app);
        }
    }
}
