import java.util.ArrayList;
import java.util.List;

/** One function, taken apart. Mutable. */
final class WasmFunction {

    final FunctionType type;
    /** The types of all locals, the parameters first. */
    final List<Integer> locals;

    final Label exit;
    final List<Node> body;

    WasmFunction(FunctionType type, List<Integer> locals, Label exit, List<Node> body) {
        this.type = type;
        this.locals = new ArrayList<>(locals);
        this.exit = exit;
        this.body = body;
    }

    int addLocal(int valueType) {
        locals.add(valueType);
        return locals.size() - 1;
    }
}
