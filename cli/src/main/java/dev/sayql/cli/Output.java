package dev.sayql.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words that go out in UTF-8, and whether they arrived. A {@link PrintStream} alone keeps to itself why it failed, and a full
 * disk must be told apart from a reader that has seen enough. Used by one thread.
 */
final class Output extends PrintStream {

    private final Noting target;

    private Output(Noting target) {
        super(target, true, StandardCharsets.UTF_8);
        this.target = target;
    }

    static Output to(OutputStream target) {
        return new Output(new Noting(target));
    }

    /** Why not everything that was printed arrived; empty when it did, and when its reader left early, as {@code head} does. */
    static Optional<String> loss(PrintStream printed) {
        if (!printed.checkError()) {
            return Optional.empty();
        }
        String why = printed instanceof Output output ? output.target.reason() : "";
        return why.toLowerCase(Locale.ROOT).contains("pipe") ? Optional.empty() : Optional.of(why);
    }

    /** Remembers why writing failed first. */
    private static final class Noting extends OutputStream {

        private final OutputStream target;
        private @Nullable IOException first;

        Noting(OutputStream target) {
            this.target = target;
        }

        private String reason() {
            IOException failure = first;
            return failure == null ? "" : String.valueOf(failure.getMessage());
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                target.write(bytes, from, length);
            } catch (IOException failure) {
                throw noted(failure);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                target.flush();
            } catch (IOException failure) {
                throw noted(failure);
            }
        }

        private IOException noted(IOException failure) {
            if (first == null) {
                first = failure;
            }
            return failure;
        }
    }
}
