package dev.sayql.training;

/** What boosting makes small, by its derivatives with respect to each row's score. */
interface Loss {

    /**
     * Writes the derivatives for the rows of a group.
     *
     * @return false when the group teaches nothing
     */
    boolean derive(Groups groups, Groups.Span span, double[] scores, float[] gradients, float[] curvatures);

    /** The least second derivative, so that a leaf never has none. */
    double LEAST_CURVATURE = 1e-4;

    /** The negative logarithm of the probability of a group's right rows together, in the softmax of its scores. */
    static boolean softmax(Groups groups, Groups.Span span, double[] scores, float[] gradients, float[] curvatures) {
        double most = Double.NEGATIVE_INFINITY;
        for (int row = span.start(); row < span.end(); row++) {
            most = Math.max(most, scores[row]);
        }
        double all = 0;
        double right = 0;
        int count = 0;
        for (int row = span.start(); row < span.end(); row++) {
            double weight = Math.exp(scores[row] - most);
            all += weight;
            right += groups.isRight(row) ? weight : 0;
            count += groups.isRight(row) ? 1 : 0;
        }
        if (count == 0 || count == span.end() - span.start()) {
            return false;
        }
        right = Math.max(right, 1e-12);
        for (int row = span.start(); row < span.end(); row++) {
            double weight = Math.exp(scores[row] - most);
            double probability = weight / all;
            gradients[row] = (float) (probability - (groups.isRight(row) ? weight / right : 0));
            curvatures[row] = (float) Math.max(probability * (1 - probability), LEAST_CURVATURE);
        }
        return true;
    }

    /** The negative logarithm of the probability of what each row is, right or wrong, whatever the others are. */
    static boolean logistic(Groups groups, Groups.Span span, double[] scores, float[] gradients, float[] curvatures) {
        for (int row = span.start(); row < span.end(); row++) {
            double probability = 1 / (1 + Math.exp(-scores[row]));
            gradients[row] = (float) (probability - (groups.isRight(row) ? 1 : 0));
            curvatures[row] = (float) Math.max(probability * (1 - probability), LEAST_CURVATURE);
        }
        return true;
    }
}
