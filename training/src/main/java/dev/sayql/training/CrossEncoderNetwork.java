package dev.sayql.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.norm.LayerNorm;
import dev.sayql.embedding.OnnxTensors;
import dev.sayql.embedding.WordPieces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * MiniLM (Wang et al. 2020, six layers of BERT: Devlin et al. 2019) that reads a question and what a candidate finds, and gives a number that
 * is the higher the better they go together. Its lower layers stay as they are; the upper ones, and what reads the number off, are learned. For
 * one thread.
 */
final class CrossEncoderNetwork implements AutoCloseable {
    private static final int LAYERS = 6;
    private static final int WIDTH = 384;
    private static final int HEADS = 12;
    private static final int INNER = 4 * WIDTH;
    private static final float EPSILON = 1e-12f;

    /** The share of numbers that are left out while it learns, as BERT was learned. */
    private static final float DROPPED = 0.1f;

    private static final float FAR = -1e4f;
    /** The name of what reads the number off. */
    static final String HEAD = "head";

    private final NDManager manager;
    private final int frozen;
    private final Map<String, NDArray> weights = new LinkedHashMap<>();
    private final float[] words;
    private final float[] places;
    private final float[] segments;

    /** The matrices of a layer, in the order in which the exporter numbered them. */
    private enum Matrix {
        QUERY(787, WIDTH, WIDTH),
        KEY(788, WIDTH, WIDTH),
        VALUE(791, WIDTH, WIDTH),
        OUTPUT(797, WIDTH, WIDTH),
        INTERMEDIATE(798, WIDTH, INNER),
        LAST(799, INNER, WIDTH);

        /** How much higher the same matrix of the next layer is numbered. */
        private static final int STEP = 13;

        private final int number;
        private final long rows;
        private final long columns;

        Matrix(int number, long rows, long columns) {
            this.number = number;
            this.rows = rows;
            this.columns = columns;
        }

        String of(int layer) {
            return "onnx::MatMul_" + (number + STEP * layer);
        }
    }

    /**
     * @param known the network as it comes, its numbers whole
     * @param frozen how many of the lower layers stay as they are
     */
    CrossEncoderNetwork(OnnxTensors known, int frozen, long seed, NDManager parent) {
        this.manager = parent.newSubManager();
        this.frozen = frozen;
        this.words = known.floats("embeddings.word_embeddings.weight");
        this.places = known.floats("embeddings.position_embeddings.weight");
        this.segments = known.floats("embeddings.token_type_embeddings.weight");
        keep("embeddings.LayerNorm.weight", known, new Shape(WIDTH));
        keep("embeddings.LayerNorm.bias", known, new Shape(WIDTH));
        for (int layer = 0; layer < LAYERS; layer++) {
            keepLayer(layer, known);
        }
        Random random = new Random(seed);
        float[] head = new float[WIDTH];
        for (int index = 0; index < WIDTH; index++) {
            head[index] = (float) (random.nextGaussian() * 0.02);
        }
        weights.put(HEAD, manager.create(head, new Shape(WIDTH, 1)));
        learned().values().forEach(weight -> weight.setRequiresGradient(true));
    }

    private void keepLayer(int layer, OnnxTensors known) {
        String of = "encoder.layer." + layer + ".";
        for (String name : List.of("attention.self.query", "attention.self.key", "attention.self.value")) {
            keep(of + name + ".bias", known, new Shape(WIDTH));
        }
        keep(of + "attention.output.dense.bias", known, new Shape(WIDTH));
        keep(of + "intermediate.dense.bias", known, new Shape(INNER));
        keep(of + "output.dense.bias", known, new Shape(WIDTH));
        for (String name : List.of("attention.output.LayerNorm", "output.LayerNorm")) {
            keep(of + name + ".weight", known, new Shape(WIDTH));
            keep(of + name + ".bias", known, new Shape(WIDTH));
        }
        for (Matrix matrix : Matrix.values()) {
            keep(matrix.of(layer), known, new Shape(matrix.rows, matrix.columns));
        }
    }

    private void keep(String name, OnnxTensors known, Shape shape) {
        weights.put(name, manager.create(known.floats(name), shape));
    }

    /** What is learned, by name. */
    Map<String, NDArray> learned() {
        Map<String, NDArray> learned = new LinkedHashMap<>();
        for (int layer = frozen; layer < LAYERS; layer++) {
            String of = "encoder.layer." + layer + ".";
            weights.forEach((name, weight) -> {
                if (name.startsWith(of)) {
                    learned.put(name, weight);
                }
            });
            for (Matrix matrix : Matrix.values()) {
                String name = matrix.of(layer);
                learned.put(name, weight(name));
            }
        }
        learned.put(HEAD, weight(HEAD));
        return learned;
    }

    private NDArray weight(String name) {
        return Objects.requireNonNull(weights.get(name), name);
    }

    /** The numbers of what is learned, by name. */
    Map<String, float[]> numbers() {
        Map<String, float[]> numbers = new LinkedHashMap<>();
        learned().forEach((name, weight) -> numbers.put(name, weight.toFloatArray()));
        return numbers;
    }

    /**
     * A number for each pair, as it is worked out while the network learns: some of what the learned layers say is left out at random.
     *
     * @param step what is worked out belongs to it
     */
    NDArray scores(List<WordPieces.Pair> pairs, NDManager step) {
        int length =
                pairs.stream().mapToInt(pair -> pair.numbers().length).max().orElse(1);
        int count = pairs.size();
        float[] mask = new float[count * length];
        float[] mean = new float[count * length];
        for (int row = 0; row < count; row++) {
            int own = pairs.get(row).numbers().length;
            for (int place = 0; place < length; place++) {
                mask[row * length + place] = place < own ? 0 : FAR;
                mean[row * length + place] = place < own ? 1f / own : 0;
            }
        }
        NDArray far = step.create(mask, new Shape(count, 1, 1, length));
        NDArray states = normal(embedded(pairs, length, step), "embeddings.LayerNorm");
        for (int layer = 0; layer < LAYERS; layer++) {
            states = layer(states, far, layer, count, length);
        }
        NDArray means =
                step.create(mean, new Shape(count, 1, length)).matMul(states).reshape(count, WIDTH);
        return means.matMul(weight(HEAD)).reshape(count);
    }

    private NDArray embedded(List<WordPieces.Pair> pairs, int length, NDManager step) {
        float[] values = new float[pairs.size() * length * WIDTH];
        for (int row = 0; row < pairs.size(); row++) {
            WordPieces.Pair pair = pairs.get(row);
            for (int place = 0; place < pair.numbers().length; place++) {
                int to = (row * length + place) * WIDTH;
                int word = pair.numbers()[place] * WIDTH;
                int segment = place < pair.first() ? 0 : WIDTH;
                for (int index = 0; index < WIDTH; index++) {
                    values[to + index] =
                            words[word + index] + places[place * WIDTH + index] + segments[segment + index];
                }
            }
        }
        return step.create(values, new Shape(pairs.size(), length, WIDTH));
    }

    private NDArray normal(NDArray states, String name) {
        return LayerNorm.layerNorm(states, new Shape(WIDTH), weight(name + ".weight"), weight(name + ".bias"), EPSILON)
                .singletonOrThrow();
    }

    private NDArray layer(NDArray states, NDArray far, int layer, int count, int length) {
        String of = "encoder.layer." + layer + ".";
        NDArray query = split(through(states, Matrix.QUERY, layer, of + "attention.self.query.bias"), count, length);
        NDArray key = split(through(states, Matrix.KEY, layer, of + "attention.self.key.bias"), count, length);
        NDArray value = split(through(states, Matrix.VALUE, layer, of + "attention.self.value.bias"), count, length);
        NDArray attention = query.matMul(key.transpose(0, 1, 3, 2))
                .mul((float) (1 / Math.sqrt((double) WIDTH / HEADS)))
                .add(far)
                .softmax(-1);
        NDArray seen = attention.matMul(value).transpose(0, 2, 1, 3).reshape(count, length, WIDTH);
        NDArray after = normal(
                some(through(seen, Matrix.OUTPUT, layer, of + "attention.output.dense.bias"), layer)
                        .add(states),
                of + "attention.output.LayerNorm");
        NDArray inner = Activation.gelu(through(after, Matrix.INTERMEDIATE, layer, of + "intermediate.dense.bias"));
        return normal(
                some(through(inner, Matrix.LAST, layer, of + "output.dense.bias"), layer)
                        .add(after),
                of + "output.LayerNorm");
    }

    private NDArray some(NDArray states, int layer) {
        return layer < frozen ? states : Dropout.dropout(states, DROPPED, true).singletonOrThrow();
    }

    private NDArray through(NDArray states, Matrix matrix, int layer, String bias) {
        return states.matMul(weight(matrix.of(layer))).add(weight(bias));
    }

    private static NDArray split(NDArray states, int count, int length) {
        return states.reshape(count, length, HEADS, WIDTH / HEADS).transpose(0, 2, 1, 3);
    }

    @Override
    public void close() {
        manager.close();
    }
}
