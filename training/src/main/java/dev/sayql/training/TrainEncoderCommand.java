package dev.sayql.training;

import ai.djl.ndarray.NDManager;
import dev.sayql.embedding.OnnxTensors;
import dev.sayql.embedding.WordPieces;
import dev.sayql.engine.learned.TreeEnsemble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Learns to read a question together with what a candidate finds: the upper layers of the sentence encoder, once from each half of the
 * databases, ours too, so that what the other half's candidates are read as is not what was learned from them. What is served is the mean of both
 * (Wortsman et al. 2022).
 */
@Command(
        name = "train-encoder",
        description = "Learns to read questions together with candidates, from those that 'train' kept.",
        mixinStandardHelpOptions = true)
final class TrainEncoderCommand implements Callable<Integer> {
    private static final String WHOLE = "/all-minilm-l6-v2.onnx";
    private static final String VOCABULARY = "/all-minilm-l6-v2-tokenizer.json";
    private static final String SERVED = "/all-minilm-l6-v2-q.onnx";
    private static final CrossEncoderTrainer.Settings SETTINGS = new CrossEncoderTrainer.Settings(2, 8, 1e-4, 0.01, 1);
    private static final int LAYERS_FROZEN = 3;

    @Option(names = "--kept", required = true, description = "The folder with the candidates that 'train' kept.")
    private Path kept = Path.of("");

    @Option(names = "--out", required = true, description = "The folder with the models, which gets the weights.")
    private Path out = Path.of("");

    @Option(
            names = "--half",
            description = "Learn from this half alone, 0 or 1, and stop: the other can be learned beside it.")
    private Optional<Integer> half = Optional.empty();

    @Override
    public Integer call() throws IOException, SQLException {
        // DJL would look for natives that it does not find, and would tell its makers that it was used.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        if (half.isPresent()) {
            if (half.get() < 0 || half.get() > 1) {
                throw new IllegalArgumentException("--half is 0 or 1.");
            }
            learned(half.get());
            return 0;
        }
        Map<String, float[]> mean = KeptNumbers.mean(learned(0), learned(1));
        Files.createDirectories(out);
        write(out.resolve(CrossEncoderFiles.BOTH), mean);
        return 0;
    }

    /** What one half teaches, unless that is known from before. */
    private Map<String, float[]> learned(int taught) throws IOException, SQLException {
        Path known = kept.resolve(CrossEncoderFiles.numbers(taught));
        if (!Files.exists(known)) {
            KeptNumbers.write(learned(lessons(taught)), known);
        }
        Map<String, float[]> learned = KeptNumbers.read(known);
        write(kept.resolve(CrossEncoderFiles.half(taught)), learned);
        return learned;
    }

    private List<CrossEncoderTrainer.Lesson> lessons(int taught) throws IOException, SQLException {
        KeptGroups groups = new KeptGroups(Optional.of(kept));
        List<Groups> halves = List.of(groups.known(KeptGroups.half(0)), groups.known(KeptGroups.half(1)));
        Groups own = ReadGroups.half(groups.known(KeptGroups.OWN), taught);
        WordPieces pieces = WordPieces.read(new ByteArrayInputStream(resource(VOCABULARY)));
        List<CrossEncoderTrainer.Lesson> lessons = new ArrayList<>();
        add(halves.get(taught), ReadGroups.orderOfHalf(taught, halves), pieces, lessons);
        add(own, ReadGroups.orderOfOwn(halves, groups.known(KeptGroups.TUNE)), pieces, lessons);
        return lessons;
    }

    private static void add(
            Groups groups, TreeEnsemble first, WordPieces pieces, List<CrossEncoderTrainer.Lesson> lessons) {
        List<List<Groups.Line>> likeliest = ReadGroups.likeliest(groups, first);
        IntStream.range(0, likeliest.size())
                .mapToObj(index -> lesson(groups.spans().get(index).question(), likeliest.get(index), pieces))
                .forEach(lessons::add);
    }

    private static CrossEncoderTrainer.Lesson lesson(String question, List<Groups.Line> lines, WordPieces pieces) {
        boolean[] right = new boolean[lines.size()];
        for (int index = 0; index < right.length; index++) {
            right[index] = lines.get(index).right();
        }
        return new CrossEncoderTrainer.Lesson(
                lines.stream().map(line -> pieces.of(question, line.said())).toList(), right);
    }

    private static Map<String, float[]> learned(List<CrossEncoderTrainer.Lesson> lessons) throws IOException {
        System.err.printf(
                "%,d questions, of which %,d teach%n",
                lessons.size(),
                lessons.stream().filter(CrossEncoderTrainer.Lesson::teaches).count());
        OnnxTensors whole = OnnxTensors.of(ByteBuffer.wrap(resource(WHOLE)));
        try (NDManager manager = NDManager.newBaseManager();
                CrossEncoderNetwork network = new CrossEncoderNetwork(whole, LAYERS_FROZEN, SETTINGS.seed(), manager)) {
            new CrossEncoderTrainer(network, SETTINGS, manager, System.err::println).train(lessons);
            return network.numbers();
        }
    }

    private static void write(Path file, Map<String, float[]> numbers) throws IOException {
        OnnxTensors served = OnnxTensors.of(ByteBuffer.wrap(resource(SERVED)));
        try (OutputStream stream = Files.newOutputStream(file)) {
            QuantizedWeights.of(numbers, CrossEncoderNetwork.HEAD, served).write(stream);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = TrainEncoderCommand.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException(name + " is missing; './sayql train-encoder' fetches it");
            }
            return stream.readAllBytes();
        }
    }
}
