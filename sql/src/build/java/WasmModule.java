import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A WASM file as sections; those that splitting changes are taken apart. Function numbers stay what they were. Mutable. */
final class WasmModule {

    private static final byte[] HEADER = {0, 'a', 's', 'm', 1, 0, 0, 0};
    private static final int TYPES = 1;
    private static final int IMPORTS = 2;
    private static final int FUNCTIONS = 3;
    private static final int GLOBALS = 6;
    private static final int EXPORTS = 7;
    private static final int ELEMENTS = 9;
    private static final int CODE = 10;
    private static final int DATA = 11;
    private static final int DATA_COUNT = 12;
    private static final int MOST_DATA = 4 << 20;

    private final Map<Integer, byte[]> sections = new LinkedHashMap<>();
    private final List<FunctionType> types = new ArrayList<>();
    /** The type of each function, the imported ones first. */
    private final List<Integer> functionTypes = new ArrayList<>();

    private final List<byte[]> codes = new ArrayList<>();
    private final List<Integer> addedGlobals = new ArrayList<>();
    private final int imported;
    private final int globals;

    WasmModule(byte[] file) {
        Decoder in = new Decoder(file);
        if (!Arrays.equals(in.raw(HEADER.length), HEADER)) {
            throw new IllegalStateException("not a WASM file");
        }
        while (!in.atEnd()) {
            sections.put(in.raw(), in.sized());
        }
        readTypes(section(TYPES));
        readImports(section(IMPORTS));
        imported = functionTypes.size();
        Decoder functions = section(FUNCTIONS);
        for (int i = functions.unsigned(); i > 0; i--) {
            functionTypes.add(functions.unsigned());
        }
        Decoder code = section(CODE);
        for (int i = code.unsigned(); i > 0; i--) {
            codes.add(code.sized());
        }
        globals = section(GLOBALS).unsigned();
    }

    List<FunctionType> types() {
        return types;
    }

    int imported() {
        return imported;
    }

    int functions() {
        return functionTypes.size();
    }

    FunctionType typeOf(int function) {
        return types.get(functionTypes.get(function));
    }

    WasmFunction read(int function) {
        return FunctionReader.read(this, typeOf(function), codes.get(function - imported));
    }

    void replace(int function, WasmFunction by) {
        codes.set(function - imported, FunctionWriter.write(by));
    }

    int add(WasmFunction function) {
        int type = types.indexOf(function.type);
        if (type < 0) {
            type = types.size();
            types.add(function.type);
        }
        functionTypes.add(type);
        codes.add(FunctionWriter.write(function));
        return functionTypes.size() - 1;
    }

    int addGlobal(int valueType) {
        addedGlobals.add(valueType);
        return globals + addedGlobals.size() - 1;
    }

    /** The numbers of the functions exported under these names; the other exports are dropped. */
    List<Integer> keepExports(List<String> names) {
        Decoder in = section(EXPORTS);
        Encoder out = new Encoder();
        List<Integer> functions = new ArrayList<>();
        int kept = 0;
        for (int i = in.unsigned(); i > 0; i--) {
            byte[] name = in.sized();
            int kind = in.raw();
            int index = in.unsigned();
            if (kind != 0 || names.contains(new String(name, StandardCharsets.UTF_8))) {
                out.sized(name).raw(kind).unsigned(index);
                kept++;
                if (kind == 0) {
                    functions.add(index);
                }
            }
        }
        sections.put(EXPORTS, new Encoder().unsigned(kept).raw(out.bytes()).bytes());
        return functions;
    }

    /** The functions that are called by their place in the table. */
    List<Integer> tableFunctions() {
        Decoder in = section(ELEMENTS);
        List<Integer> functions = new ArrayList<>();
        for (int segments = in.unsigned(); segments > 0; segments--) {
            if (in.unsigned() != 0 || in.raw() != Opcodes.I32_CONST) {
                throw new IllegalStateException("a table filled in an unknown way");
            }
            in.skipNumber();
            in.raw();
            for (int i = in.unsigned(); i > 0; i--) {
                functions.add(in.unsigned());
            }
        }
        return functions;
    }

    /**
     * Makes one piece of the many pieces of memory that are filled at the start: thousands, because the zeros between them
     * were left out, are read more slowly than the zeros.
     */
    void joinData() {
        Decoder in = section(DATA);
        Map<Integer, byte[]> pieces = new TreeMap<>();
        for (int i = in.unsigned(); i > 0; i--) {
            if (in.unsigned() != 0 || in.raw() != Opcodes.I32_CONST) {
                throw new IllegalStateException("memory filled in an unknown way");
            }
            int address = in.signed();
            in.raw();
            pieces.put(address, in.sized());
        }
        int start = pieces.keySet().iterator().next();
        ByteBuffer joined = ByteBuffer.allocate(MOST_DATA);
        pieces.forEach((address, piece) -> joined.position(address - start).put(piece));
        byte[] bytes = Arrays.copyOf(joined.array(), joined.position());
        Encoder out = new Encoder().unsigned(1).unsigned(0);
        out.raw(Opcodes.I32_CONST).signed(start).raw(Opcodes.END).sized(bytes);
        sections.put(DATA, out.bytes());
        sections.put(DATA_COUNT, new Encoder().unsigned(1).bytes());
    }

    byte[] bytes() {
        sections.put(TYPES, typeSection());
        Encoder functions = new Encoder().unsigned(codes.size());
        functionTypes.subList(imported, functionTypes.size()).forEach(functions::unsigned);
        sections.put(FUNCTIONS, functions.bytes());
        Encoder code = new Encoder().unsigned(codes.size());
        codes.forEach(code::sized);
        sections.put(CODE, code.bytes());
        sections.put(GLOBALS, globalSection());
        Encoder out = new Encoder().raw(HEADER);
        sections.forEach((id, bytes) -> out.raw(id).sized(bytes));
        return out.bytes();
    }

    private byte[] typeSection() {
        Encoder out = new Encoder().unsigned(types.size());
        for (FunctionType type : types) {
            out.raw(0x60).unsigned(type.parameters().size());
            type.parameters().forEach(out::raw);
            out.unsigned(type.results().size());
            type.results().forEach(out::raw);
        }
        return out.bytes();
    }

    private byte[] globalSection() {
        Decoder in = section(GLOBALS);
        in.unsigned();
        byte[] old = sections.get(GLOBALS);
        Encoder out = new Encoder().unsigned(globals + addedGlobals.size());
        out.raw(Arrays.copyOfRange(old, in.position(), old.length));
        for (int valueType : addedGlobals) {
            out.raw(valueType).raw(1);
            switch (valueType) {
                case Opcodes.I32 -> out.raw(Opcodes.I32_CONST).raw(0);
                case Opcodes.I64 -> out.raw(Opcodes.I64_CONST).raw(0);
                case Opcodes.F64 -> out.raw(Opcodes.F64_CONST).raw(new byte[8]);
                default -> throw new IllegalStateException("a global of type " + valueType);
            }
            out.raw(Opcodes.END);
        }
        return out.bytes();
    }

    private void readTypes(Decoder in) {
        for (int i = in.unsigned(); i > 0; i--) {
            if (in.raw() != 0x60) {
                throw new IllegalStateException("a type that is not a function's");
            }
            types.add(new FunctionType(valueTypes(in), valueTypes(in)));
        }
    }

    private static List<Integer> valueTypes(Decoder in) {
        List<Integer> read = new ArrayList<>();
        for (int i = in.unsigned(); i > 0; i--) {
            read.add(in.raw());
        }
        return read;
    }

    private void readImports(Decoder in) {
        for (int i = in.unsigned(); i > 0; i--) {
            in.sized();
            in.sized();
            if (in.raw() != 0) {
                throw new IllegalStateException("an import that is not a function");
            }
            functionTypes.add(in.unsigned());
        }
    }

    private Decoder section(int id) {
        byte[] bytes = sections.get(id);
        if (bytes == null) {
            throw new IllegalStateException("no section " + id);
        }
        return new Decoder(bytes);
    }
}
