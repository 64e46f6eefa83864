package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.AppConfig;
import dev.sayql.app.AppConfig.SourceConfig;
import dev.sayql.app.Secret;
import dev.sayql.core.question.SourcePolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which database is asked, and what words mean in it. */
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
            names = "--semantics",
            paramLabel = "file.yaml",
            description = "What words mean in this database, for this run; see 'sayql semantics show'.")
    private @Nullable String semantics;

    @Option(
            names = "--policy",
            paramLabel = "file.yaml",
            description = "What is opened beside tables, and which columns are kept back; see docs/sources.md.")
    private @Nullable String policy;

    /** The configuration with the database these options name. */
    AppConfig applyTo(AppConfig config) {
        if (trusted && url == null) {
            throw new CommandFailure(ExitCode.USAGE, "--trust-source goes with --url.");
        }
        AppConfig named = url == null ? config : config.withSource(new SourceConfig(new Secret(url), trusted));
        AppConfig meant = semantics().map(named::withSemantics).orElse(named);
        return policy == null ? meant : meant.withPolicy(readText(policy));
    }

    /** The database these options name. */
    Optional<SourceConfig> named() {
        return Optional.ofNullable(url).map(text -> new SourceConfig(new Secret(text), trusted));
    }

    /** What these options open and keep back. */
    SourcePolicy policy() {
        return policy == null ? SourcePolicy.NONE : AppConfig.policyOf(readText(policy));
    }

    /** The text of the file with semantics, where one is named. */
    Optional<String> semantics() {
        return semantics == null ? Optional.empty() : Optional.of(readText(semantics));
    }

    /** The text of a file, or a sentence about why there is none. */
    static String readText(String file) {
        try {
            return Files.readString(FileFailure.noFolder(file), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException unreadable) {
            throw FileFailure.ofReading(file, unreadable);
        }
    }
}
