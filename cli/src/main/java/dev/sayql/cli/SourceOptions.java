package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.AppConfig;
import dev.sayql.app.AppConfig.SourceConfig;
import dev.sayql.app.Secret;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which database is asked, and what of it. */
final class SourceOptions {

    @Option(
            names = "--url",
            paramLabel = "postgresql://…",
            description = "The database to ask; without it, the sample shop that comes with SayQL.")
    private @Nullable String url;

    @Option(
            names = "--trust-source",
            description =
                    "Accept a role that may do more than read. Every statement is still checked and run read-only.")
    private boolean trusted;

    @Option(
            names = "--tables",
            split = ",",
            paramLabel = "name",
            description = "Only these tables may be read; separate them by commas.")
    private @Nullable List<String> tables;

    @Option(
            names = "--semantics",
            paramLabel = "file.yaml",
            description = "What words mean in this database, for this run; see 'sayql semantics show'.")
    private @Nullable String semantics;

    /** The configuration with the database these options name. */
    AppConfig applyTo(AppConfig config) {
        if (trusted && url == null) {
            throw new CommandFailure(ExitCode.USAGE, "--trust-source goes with --url.");
        }
        AppConfig named = url == null ? config : config.withSource(new SourceConfig(new Secret(url), trusted));
        return semantics().map(named::withSemantics).orElse(named);
    }

    /** The database these options name, where one must be named. */
    SourceConfig required() {
        if (url == null) {
            throw new CommandFailure(ExitCode.USAGE, "Name the database with --url postgresql://user@host/database.");
        }
        return new SourceConfig(new Secret(url), trusted);
    }

    /** The text of the file with semantics, where one is named. */
    Optional<String> semantics() {
        return semantics == null ? Optional.empty() : Optional.of(readText(semantics));
    }

    Optional<List<String>> tables() {
        if (tables == null) {
            return Optional.empty();
        }
        List<String> names = tables.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.isEmpty()) {
            throw new CommandFailure(ExitCode.USAGE, "--tables must name at least one table, or be left out.");
        }
        return Optional.of(names);
    }

    /** The text of a file, or a sentence about why there is none. */
    static String readText(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw new CommandFailure(ExitCode.USAGE, "There is no file " + file + ".");
        } catch (MalformedInputException notText) {
            throw new CommandFailure(ExitCode.USAGE, "The file " + file + " is not text in UTF-8.");
        } catch (IOException unreadable) {
            throw new CommandFailure(ExitCode.USAGE, "The file " + file + " cannot be read.");
        }
    }
}
