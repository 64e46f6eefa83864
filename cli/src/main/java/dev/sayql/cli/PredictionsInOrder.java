package dev.sayql.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes predictions in the order of their questions, although the questions are answered database by database: each as
 * soon as all before it are there. Not thread-safe.
 */
final class PredictionsInOrder {

    private final List<Optional<Prediction>> waiting = new ArrayList<>();
    private Optional<LineWriter> file = Optional.empty();
    private int written;

    /** The place of one more question. */
    int expectOne() {
        waiting.add(Optional.empty());
        return waiting.size() - 1;
    }

    /** From now on what is complete is written here. */
    void writeTo(LineWriter lines) {
        file = Optional.of(lines);
        writeComplete(lines);
    }

    /** Only the first prediction of a place counts. */
    void put(int place, Prediction prediction) {
        if (waiting.get(place).isEmpty()) {
            waiting.set(place, Optional.of(prediction));
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
