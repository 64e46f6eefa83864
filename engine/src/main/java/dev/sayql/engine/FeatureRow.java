package dev.sayql.engine;

import java.util.Arrays;

/** Collects the features of one thing in a fixed order. For one use by one thread. */
final class FeatureRow {
    private final float[] values = new float[200];
    private int size;

    FeatureRow add(long count) {
        return add((double) count);
    }

    FeatureRow add(double value) {
        values[size++] = (float) value;
        return this;
    }

    FeatureRow add(boolean value) {
        return add(value ? 1 : 0);
    }

    /** What is not known. */
    FeatureRow unknown() {
        return add(Double.NaN);
    }

    FeatureRow unknown(int count) {
        for (int index = 0; index < count; index++) {
            unknown();
        }
        return this;
    }

    float[] values() {
        return Arrays.copyOf(values, size);
    }
}
