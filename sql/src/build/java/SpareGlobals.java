import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Globals through which values pass from the end of one function to the place right after its call. */
final class SpareGlobals {

    private static final int CARRIED = -1;

    private final WasmModule module;
    private final Map<List<Integer>, Integer> known = new HashMap<>();

    SpareGlobals(WasmModule module) {
        this.module = module;
    }

    /** For the local returned at this position, from 0. */
    int returned(int position, int valueType) {
        return known.computeIfAbsent(List.of(position, valueType), _ -> module.addGlobal(valueType));
    }

    /** For the value that a branch carries. */
    int carried(int valueType) {
        return returned(CARRIED, valueType);
    }
}
