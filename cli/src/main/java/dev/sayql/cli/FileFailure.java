package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says why a file that somebody named cannot be used: always something they can mend, so never our fault. */
final class FileFailure {

    private FileFailure() {}

    /** A folder opens like a file on some systems, and fails only when it is read. */
    static Path noFolder(String name) {
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
            throw new CommandFailure(ExitCode.USAGE, name + " is a folder; name a file.");
        }
        return path;
    }

    /** Why a file was not read. */
    static CommandFailure ofReading(String name, Exception why) {
        return switch (why) {
            case NoSuchFileException _, InvalidPathException _ -> usage("There is no file " + name + ".");
            case MalformedInputException _ -> usage("The file " + name + " is not text in UTF-8.");
            default -> usage("The file " + name + " cannot be read.");
        };
    }

    private static CommandFailure usage(String sentence) {
        return new CommandFailure(ExitCode.USAGE, sentence);
    }
}
