package dev.sayql.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * The network itself: from the pieces of words to one vector for each text, the mean of what it says of the pieces (Reimers and Gurevych
 * 2019). Thread-safe; closing it frees memory outside the heap.
 */
final class MiniLm implements AutoCloseable {
    /** Numbers in a vector. */
    static final int WIDTH = 384;

    private static final String PIECES = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String SEGMENTS = "token_type_ids";

    private final OrtEnvironment environment;
    private final OrtSession session;

    /**
     * @param model an ONNX file, outside the heap; is not kept
     * @throws OrtException when it is damaged
     */
    MiniLm(ByteBuffer model) throws OrtException {
        environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // A question is a few milliseconds of one processor: more threads would only take them from other
            // questions.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model, options);
        }
    }

    /**
     * What it says of a text, as a vector of length one.
     *
     * @param pieces of the text, at least one
     */
    float[] read(int[] pieces) throws OrtException {
        return ofLengthOne(mean(pieces, pieces.length));
    }

    /** What it says of two texts that are read together. */
    float[] read(WordPieces.Pair pair) throws OrtException {
        return mean(pair.numbers(), pair.first());
    }

    /** @param first how many of the pieces belong to the first text */
    private float[] mean(int[] pieces, int first) throws OrtException {
        long[][] numbers = {Arrays.stream(pieces).asLongStream().toArray()};
        long[][] ones = {new long[pieces.length]};
        Arrays.fill(ones[0], 1);
        long[][] segment = {new long[pieces.length]};
        Arrays.fill(segment[0], first, pieces.length, 1);
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, numbers);
                OnnxTensor mask = OnnxTensor.createTensor(environment, ones);
                OnnxTensor segments = OnnxTensor.createTensor(environment, segment);
                OrtSession.Result result = session.run(Map.of(PIECES, ids, MASK, mask, SEGMENTS, segments))) {
            float[][][] states = (float[][][]) result.get(0).getValue();
            return mean(states[0]);
        }
    }

    private static float[] mean(float[][] states) {
        float[] mean = new float[WIDTH];
        for (float[] state : states) {
            for (int index = 0; index < WIDTH; index++) {
                mean[index] += state[index] / states.length;
            }
        }
        return mean;
    }

    private static float[] ofLengthOne(float[] vector) {
        double length = 0;
        for (float value : vector) {
            length += (double) value * value;
        }
        float scale = (float) (1 / Math.max(Math.sqrt(length), 1e-12));
        for (int index = 0; index < WIDTH; index++) {
            vector[index] *= scale;
        }
        return vector;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException lost) {
            throw new IllegalStateException("the encoder's session does not close", lost);
        }
    }
}
