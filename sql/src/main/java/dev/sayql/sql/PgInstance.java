package dev.sayql.sql;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * One instance of PostgreSQL's own parser: the WASM build of libpg_query, run inside the JVM. The single letters are the
 * names the file gives its imports and exports; they hold for exactly the file whose hash the build checks.
 *
 * <p>Not thread-safe. After any exception the instance is in an unknown state and must be thrown away.
 */
final class PgInstance {

    private static final int PAGE_BYTES = 65_536;
    private static final int INITIAL_PAGES = 544;
    private static final int MAXIMUM_PAGES = 4_096;
    /** The imports that call a C function that may {@code longjmp}. */
    private static final List<String> INVOKE_IMPORTS =
            List.of("a", "b", "d", "e", "f", "g", "h", "i", "j", "k", "l", "n", "y");

    private final Memory memory;
    private final ExportFunction allocate;
    private final ExportFunction free;
    private final ExportFunction parse;
    private final ExportFunction freeResult;
    private final ExportFunction setThrew;
    private final ExportFunction restoreStack;
    private final ExportFunction stackPointer;
    /** Stays true when an exception ends the parsing. */
    private boolean isParsing;

    /** What the parser answered: a tree as JSON text, or PostgreSQL's message and the character (from 1) it points at. */
    sealed interface Answer {
        record Tree(String json) implements Answer {}

        record SyntaxError(String message, int position) implements Answer {}
    }

    PgInstance() {
        this(Grammar.MODULE, PgGrammar::create);
    }

    /** An instance of another build of the same module, or run in another way. */
    PgInstance(WasmModule module, Function<Instance, Machine> machine) {
        Instance instance = Instance.builder(module)
                .withImportValues(
                        ImportValues.builder().withFunctions(imports(module)).build())
                .withStart(false)
                .withMachineFactory(machine)
                .withMemoryFactory(ByteArrayMemory::new)
                .withMemoryLimits(new MemoryLimits(INITIAL_PAGES, MAXIMUM_PAGES))
                .build();
        memory = instance.memory();
        instance.export("A").apply();
        allocate = instance.export("C");
        free = instance.export("E");
        parse = instance.export("F");
        freeResult = instance.export("G");
        setThrew = instance.export("P");
        restoreStack = instance.export("Q");
        stackPointer = instance.export("R");
    }

    /** Whether every text so far ended in an answer, and none made it take much more memory than it began with. */
    boolean isReusable() {
        return !isParsing && memory.pages() <= 2 * INITIAL_PAGES;
    }

    /**
     * Parses the text, which holds no NUL character.
     *
     * @throws Refusal TOO_LARGE when the thread's stack does not suffice
     */
    Answer parse(byte[] utf8) {
        isParsing = true;
        int text = (int) allocate.apply(utf8.length + 1)[0];
        memory.write(text, utf8);
        memory.writeByte(text + utf8.length, (byte) 0);
        int result = parsed(text);
        int tree = memory.readInt(result);
        int error = memory.readInt(result + 8);
        Answer answer = error == 0
                ? new Answer.Tree(stringAt(tree))
                : new Answer.SyntaxError(stringAt(memory.readInt(error)), memory.readInt(error + 16));
        freeResult.apply(result);
        free.apply(text);
        isParsing = false;
        return answer;
    }

    private int parsed(int text) {
        try {
            return (int) parse.apply(text)[0];
        } catch (ChicoryException e) {
            if (e.getCause() instanceof StackOverflowError) {
                throw new Refusal(RejectionCode.TOO_LARGE, "expressions or subqueries are nested too deeply");
            }
            throw e;
        }
    }

    private String stringAt(int address) {
        if (address == 0) {
            throw new IllegalStateException("the parser returned no text");
        }
        int end = memory.pages() * PAGE_BYTES;
        int length = 0;
        for (int step = 4_096; ; step *= 2) {
            byte[] bytes = memory.readBytes(address + length, Math.min(step, end - address - length));
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == 0) {
                    return new String(memory.readBytes(address, length + i), StandardCharsets.UTF_8);
                }
            }
            length += bytes.length;
        }
    }

    private List<ImportFunction> imports(WasmModule module) {
        List<ImportFunction> functions = new ArrayList<>();
        INVOKE_IMPORTS.forEach(name -> functions.add(invoke(module, name)));
        functions.add(host(module, "c", (_, _) -> stopped("assertion failed")));
        functions.add(host(module, "x", (_, _) -> stopped("abort")));
        functions.add(host(module, "m", (_, _) -> stopped("exit")));
        functions.add(host(module, "v", (_, _) -> stopped("process exit")));
        functions.add(host(module, "w", (_, _) -> new long[0]));
        functions.add(host(module, "p", (_, _) -> {
            throw new LongJump();
        }));
        functions.add(host(module, "o", (_, _) -> new long[] {0}));
        functions.add(host(module, "q", PgInstance::growHeap));
        functions.add(host(module, "u", (_, _) -> new long[] {0}));
        functions.add(host(module, "r", (_, _) -> new long[] {8}));
        functions.add(host(module, "s", (_, _) -> new long[] {70}));
        functions.add(host(module, "t", PgInstance::swallowOutput));
        return functions;
    }

    private static long[] stopped(String how) {
        throw new IllegalStateException("the parser stopped: " + how);
    }

    private static long[] growHeap(Instance instance, long[] arguments) {
        int wanted = (int) ((arguments[0] + PAGE_BYTES - 1) >>> 16);
        if (wanted > MAXIMUM_PAGES) {
            return new long[] {0};
        }
        int current = instance.memory().pages();
        int target = Math.min(MAXIMUM_PAGES, Math.max(wanted, current + current / 5));
        return new long[] {instance.memory().grow(target - current) >= 0 ? 1 : 0};
    }

    /** The parser's own messages on its standard error: counted as written, kept nowhere. */
    private static long[] swallowOutput(Instance instance, long[] arguments) {
        int vectors = (int) arguments[1];
        int total = 0;
        for (int i = 0; i < (int) arguments[2]; i++) {
            total += instance.memory().readInt(vectors + i * 8 + 4);
        }
        instance.memory().writeI32((int) arguments[3], total);
        return new long[] {0};
    }

    /** PostgreSQL leaves the parser by {@code longjmp} on an error; it arrives here as an exception and ends as a flag. */
    private HostFunction invoke(WasmModule module, String name) {
        FunctionType type = typeOf(module, name);
        long[] nothing = type.returns().isEmpty() ? new long[0] : new long[] {0};
        return new HostFunction("a", name, type, (instance, arguments) -> {
            long stack = stackPointer.apply()[0];
            try {
                int function = instance.table(0).requiredRef((int) arguments[0]);
                return instance.getMachine().call(function, Arrays.copyOfRange(arguments, 1, arguments.length));
            } catch (LongJump _) {
                restoreStack.apply(stack);
                setThrew.apply(1, 0);
                return nothing;
            }
        });
    }

    private static HostFunction host(WasmModule module, String name, WasmFunctionHandle handle) {
        return new HostFunction("a", name, typeOf(module, name), handle);
    }

    private static FunctionType typeOf(WasmModule module, String name) {
        for (int i = 0; i < module.importSection().importCount(); i++) {
            if (module.importSection().getImport(i) instanceof FunctionImport function
                    && function.name().equals(name)) {
                return module.typeSection().getType(function.typeIndex());
            }
        }
        throw new IllegalStateException("the parser has no import named " + name);
    }

    /** The module, read once; the build has checked and validated it, so it is not validated again at every start. */
    private static final class Grammar {

        static final WasmModule MODULE =
                Parser.builder().withValidation(false).build().parse(Grammar::open);

        private static InputStream open() {
            return Objects.requireNonNull(PgGrammar.class.getResourceAsStream("PgGrammar.meta"), "PgGrammar.meta");
        }
    }

    private static final class LongJump extends RuntimeException {
        LongJump() {
            super(null, null, false, false);
        }
    }
}
