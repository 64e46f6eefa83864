package dev.sayql.training;

import java.util.Arrays;
import java.util.TreeSet;

/** Cuts each feature's range into few bins of about as many rows, so that splits are found by counting. Immutable. */
final class Bins {
    static final int MOST = 64;
    /** The bin of what is missing. */
    static final int MISSING = MOST + 1;

    private static final int SAMPLE = 60_000;

    private final float[][] cuts;
    private final byte[][] bins;

    Bins(Groups groups) {
        cuts = new float[groups.width()][];
        bins = new byte[groups.width()][groups.size()];
        for (int feature = 0; feature < cuts.length; feature++) {
            cuts[feature] = cuts(groups, feature);
            for (int row = 0; row < groups.size(); row++) {
                bins[feature][row] = (byte) bin(cuts[feature], groups.row(row)[feature]);
            }
        }
    }

    private static float[] cuts(Groups groups, int feature) {
        int size = Math.min(groups.size(), SAMPLE);
        float[] values = new float[size];
        int given = 0;
        for (int index = 0; index < size; index++) {
            float value = groups.row((int) ((long) index * groups.size() / size))[feature];
            if (!Float.isNaN(value)) {
                values[given++] = value;
            }
        }
        values = Arrays.copyOf(values, given);
        Arrays.sort(values);
        TreeSet<Float> different = new TreeSet<>();
        for (int index = 1; index < given && different.size() < MOST; index++) {
            if (values[index] > values[index - 1]) {
                different.add(values[index]);
            }
        }
        if (different.size() >= MOST) {
            different.clear();
            for (int part = 1; part < MOST; part++) {
                float value = values[(int) ((long) given * part / MOST)];
                if (value > values[0]) {
                    different.add(value);
                }
            }
        }
        float[] cuts = new float[different.size()];
        int next = 0;
        for (float cut : different) {
            cuts[next++] = cut;
        }
        return cuts;
    }

    private static int bin(float[] cuts, float value) {
        if (Float.isNaN(value)) {
            return MISSING;
        }
        int place = Arrays.binarySearch(cuts, value);
        return place >= 0 ? place + 1 : -place - 1;
    }

    int features() {
        return cuts.length;
    }

    /** How many cuts a feature has; rows in bins up to a cut's number lie below it. */
    int cuts(int feature) {
        return cuts[feature].length;
    }

    byte[] of(int feature) {
        return bins[feature];
    }

    /** The highest value below a cut. */
    float threshold(int feature, int cut) {
        return Math.nextDown(cuts[feature][cut]);
    }
}
