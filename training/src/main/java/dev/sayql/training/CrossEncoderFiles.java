package dev.sayql.training;

/** Where the weights of the cross-encoder are: those that are served, and those that one half of the training databases taught. */
final class CrossEncoderFiles {
    static final String BOTH = "cross-encoder.bin";

    private CrossEncoderFiles() {}

    /** What one half taught, before it was brought to the form that is served. */
    static String numbers(int half) {
        return "cross-encoder-" + half + ".numbers";
    }

    static String half(int half) {
        return "cross-encoder-" + half + ".bin";
    }
}
