package dev.sayql.cli;

import dev.sayql.api.ExitCode;
import dev.sayql.app.AppConfig;
import dev.sayql.app.AppConfig.TeamSourcesConfig;
import dev.sayql.app.TeamSources;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Judges connection strings as those of strangers are judged, and dials none of them. */
@Command(
        name = "check-source",
        description = "Says which connection strings would be accepted from a team; none is dialled.",
        footer = {
            "",
            "Out: accept or refuse, a tab, the code, a tab, the line as it was; one line for each line.",
            "Host names are looked up for two seconds in all. One without an address is judged by its text."
        },
        mixinStandardHelpOptions = true)
final class CheckSourceCommand implements Callable<Integer> {

    private static final int LINES_AT_ONCE = 1_000;
    private static final int BYTES_AT_ONCE = 8 * 1024 * 1024;
    private static final String NEVER_TEXT = "\0";

    private final Console console;

    @Option(names = "--in", required = true, paramLabel = "urls.txt", description = "One connection string a line.")
    private String in = "";

    @Option(
            names = "--allow-cidr",
            split = ",",
            paramLabel = "range",
            description = "Addresses that the operator opens, beside those of SAYQL_ALLOW_CIDRS: 10.1.0.0/16.")
    private List<String> ranges = new ArrayList<>();

    @Option(
            names = "--allow-port",
            split = ",",
            paramLabel = "port",
            description = "Ports that the operator opens, beside those of SAYQL_ALLOW_PORTS.")
    private List<Integer> ports = new ArrayList<>();

    CheckSourceCommand(Console console) {
        this.console = console;
    }

    /** How many lines ended how. */
    private static final class Counts {
        private long accepted;
        private long refused;
        private long unresolved;
    }

    @Override
    public Integer call() {
        TeamSourcesConfig config =
                AppConfig.from(console.environment()).teamSources().opening(ranges, ports);
        Counts counts = new Counts();
        try (ByteLines lines = ByteLines.of(in);
                TeamSources sources = new TeamSources(config)) {
            OutputStream out = new BufferedOutputStream(console.out(), 1 << 16);
            for (List<byte[]> some = next(lines); !some.isEmpty(); some = next(lines)) {
                judge(some, sources, counts, out);
                out.flush();
            }
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
        console.progress("%,d accepted, %,d refused%s"
                .formatted(
                        counts.accepted,
                        counts.refused,
                        counts.unresolved == 0
                                ? ""
                                : "; %,d accepted by their text, for their hosts have no address here"
                                        .formatted(counts.unresolved)));
        return ExitCode.ANSWERED;
    }

    private static List<byte[]> next(ByteLines lines) {
        List<byte[]> some = new ArrayList<>();
        int bytes = 0;
        while (some.size() < LINES_AT_ONCE && bytes < BYTES_AT_ONCE) {
            Optional<byte[]> line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            some.add(line.get());
            bytes += line.get().length;
        }
        return some;
    }

    private void judge(List<byte[]> lines, TeamSources sources, Counts counts, OutputStream out) throws IOException {
        List<TeamSources.Verdict> verdicts =
                sources.judge(lines.stream().map(CheckSourceCommand::text).toList());
        for (int i = 0; i < lines.size(); i++) {
            Optional<String> code = verdicts.get(i).refused();
            if (code.isPresent()) {
                counts.refused++;
            } else {
                counts.accepted++;
                counts.unresolved += verdicts.get(i).resolved() ? 0 : 1;
            }
            String verdict = code.map(refused -> "refuse\t" + refused).orElse("accept\tok") + "\t";
            out.write(verdict.getBytes(StandardCharsets.US_ASCII));
            out.write(shown(lines.get(i)));
            out.write('\n');
        }
    }

    /** Without the carriage return of Windows. What is no text at all is no connection string either. */
    private static String text(byte[] line) {
        String text = ByteLines.text(line).orElse(NEVER_TEXT);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** As it was for a program, byte for byte; without what would play with a terminal. */
    private byte[] shown(byte[] line) {
        return console.terminal()
                ? Escaped.line(new String(line, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                : line;
    }
}
