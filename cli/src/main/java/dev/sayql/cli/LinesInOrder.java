package dev.sayql.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes one line for each line that was read, in their order, although they are worked on database by database: each as
 * soon as all before it are there. Not thread-safe.
 */
final class LinesInOrder<L> {

    private final List<Optional<L>> waiting = new ArrayList<>();
    private Optional<LineWriter> file = Optional.empty();
    private int written;

    /** The place of one more line. */
    int expectOne() {
        waiting.add(Optional.empty());
        return waiting.size() - 1;
    }

    /** From now on what is complete is written here. */
    void writeTo(LineWriter lines) {
        file = Optional.of(lines);
        writeComplete(lines);
    }

    /** Only the first line of a place counts. */
    void put(int place, L line) {
        if (waiting.get(place).isEmpty()) {
            waiting.set(place, Optional.of(line));
        }
        file.ifPresent(this::writeComplete);
    }

    private void writeComplete(LineWriter lines) {
        while (written < waiting.size() && waiting.get(written).isPresent()) {
            lines.write(waiting.get(written).get());
            written++;
        }
    }
}
