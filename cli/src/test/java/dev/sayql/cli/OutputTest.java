package dev.sayql.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What becomes of a command whose words cannot be written. */
class OutputTest {

    private static final Cli CLI = new Cli();

    @AfterAll
    static void close() {
        CLI.close();
    }

    /** Takes nothing, and says why. */
    private static final class Closed extends OutputStream {

        private final String why;

        Closed(String why) {
            this.why = why;
        }

        @Override
        public void write(int one) throws IOException {
            throw new IOException(why);
        }
    }

    @Test
    void anAnswerThatDidNotArriveIsNoSuccess() {
        for (List<String> command : List.of(
                List.of("ask", "How many orders are there?"),
                List.of("ask", "--json", "How many orders are there?"),
                List.of("ask", "How is the weather?"),
                List.of("grant-script"),
                List.of("--help"))) {
            Cli.Ended ended = run(Output.to(new Closed("No space left on device")), command);

            assertThat(ended.err())
                    .as("%s", command)
                    .isEqualTo("Writing to standard output failed (No space left on device); is the disk full?"
                            + " What was written is not complete.\n");
            assertThat(ended.code()).as("%s", command).isEqualTo(5);
        }
    }

    @Test
    void aStreamThatKeepsItsReasonIsNotTakenForAReaderWhoLeft() {
        Cli.Ended ended = run(new PrintStream(new Closed("x"), true, StandardCharsets.UTF_8), List.of("grant-script"));

        assertThat(ended.err()).startsWith("Writing to standard output failed; is the disk full?");
        assertThat(ended.code()).isEqualTo(5);
    }

    @Test
    void aReaderWhoHasSeenEnoughIsNoFailure() {
        assertThat(run(Output.to(new Closed("Broken pipe")), List.of("ask", "How many orders are there?")))
                .isEqualTo(new Cli.Ended(0, "", ""));
    }

    @Test
    void whatArrivesIsAsItWasPrinted() {
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        Output output = Output.to(arrived);
        output.print("Zürich → ∅\n");
        output.write('x');

        assertThat(Output.loss(output)).isEmpty();
        assertThat(arrived.toString(StandardCharsets.UTF_8)).isEqualTo("Zürich → ∅\nx");
    }

    private static Cli.Ended run(PrintStream out, List<String> command) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console =
                new Console(out, new PrintStream(err, true, StandardCharsets.UTF_8), 120, false, CLI.environment());
        int code = Main.run(console, command.toArray(String[]::new));
        return new Cli.Ended(code, "", err.toString(StandardCharsets.UTF_8));
    }
}
