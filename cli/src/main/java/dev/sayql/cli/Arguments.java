package dev.sayql.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The arguments as they were typed. Without a locale, as in many containers, Java takes every byte beyond ASCII for
 * unreadable, although terminals send UTF-8; Linux still has the bytes.
 */
final class Arguments {

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final String UNREADABLE = "\uFFFD";

    private Arguments() {}

    static String[] asTyped(String... arguments) {
        if (Stream.of(arguments).noneMatch(argument -> argument.contains(UNREADABLE))) {
            return arguments;
        }
        try {
            return lastOf(Files.readAllBytes(COMMAND_LINE), arguments);
        } catch (IOException notLinux) {
            return arguments;
        }
    }

    /** The last arguments of a process's command line, each ended by a NUL; the given ones when that is no UTF-8. */
    static String[] lastOf(byte[] commandLine, String... arguments) {
        List<String> typed = new ArrayList<>();
        try {
            int start = 0;
            for (int i = 0; i < commandLine.length; i++) {
                if (commandLine[i] == 0) {
                    ByteBuffer bytes = ByteBuffer.wrap(commandLine, start, i - start);
                    typed.add(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
                    start = i + 1;
                }
            }
        } catch (CharacterCodingException notUtf8) {
            return arguments;
        }
        int first = typed.size() - arguments.length;
        return first < 0 ? arguments : typed.subList(first, typed.size()).toArray(String[]::new);
    }
}
