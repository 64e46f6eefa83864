import java.util.List;

/** The types of a function's parameters and results, each as WASM's byte for it. */
record FunctionType(List<Integer> parameters, List<Integer> results) {

    FunctionType {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
    }

    /** What a branch out of the function carries. */
    int result() {
        if (results.size() > 1) {
            throw new IllegalStateException("a function with several results");
        }
        return results.isEmpty() ? Label.NOTHING : results.getFirst();
    }
}
