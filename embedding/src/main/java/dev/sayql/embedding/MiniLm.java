package dev.sayql.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Arrays;
import java.util.Map;

/**
 * The network itself: from the pieces of words to one vector for each text, the mean of what it says of the pieces, brought to
 * length one (Reimers and Gurevych 2019). Thread-safe; closing it frees memory outside the heap.
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
     * @param model an ONNX file
     * @throws OrtException when it is damaged
     */
    MiniLm(byte[] model) throws OrtException {
        environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // A question is a few milliseconds of one processor: more threads would only take them from other
            // questions.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model, options);
        }
    }

    /** @param pieces of one text, at least one */
    float[] read(int[] pieces) throws OrtException {
        long[][] numbers = {Arrays.stream(pieces).asLongStream().toArray()};
        long[][] ones = {new long[pieces.length]};
        Arrays.fill(ones[0], 1);
        long[][] zeros = {new long[pieces.length]};
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, numbers);
                OnnxTensor mask = OnnxTensor.createTensor(environment, ones);
                OnnxTensor segments = OnnxTensor.createTensor(environment, zeros);
                OrtSession.Result result = session.run(Map.of(PIECES, ids, MASK, mask, SEGMENTS, segments))) {
            float[][][] states = (float[][][]) result.get(0).getValue();
            return mean(states[0]);
        }
    }

    private static float[] mean(float[][] states) {
        float[] mean = new float[WIDTH];
        for (float[] state : states) {
            for (int index = 0; index < WIDTH; index++) {
                mean[index] += state[index];
            }
        }
        double length = 0;
        for (float value : mean) {
            length += (double) value * value;
        }
        float scale = (float) (1 / Math.max(Math.sqrt(length), 1e-12));
        for (int index = 0; index < WIDTH; index++) {
            mean[index] *= scale;
        }
        return mean;
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
