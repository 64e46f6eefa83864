package dev.sayql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.runtime.InterpreterMachine;
import com.dylibso.chicory.wasm.Parser;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The parser is PostgreSQL's, compiled to the last function, and still says what the file it was made from says. */
final class PgGrammarTest {

    /** HotSpot never compiles a method with more bytes of code. */
    private static final int MOST_BYTES_COMPILED = 8_000;

    private static final Path ORIGINAL =
            Path.of("target", "grammar", "node_modules", "libpg-query", "wasm", "libpg-query.wasm");

    @Test
    void everyMethodIsSmallEnoughForTheJvmToCompile() throws IOException, URISyntaxException {
        List<String> tooLarge = new ArrayList<>();
        int methods = 0;
        for (ClassModel compiled : classes()) {
            for (var method : compiled.methods()) {
                methods++;
                int bytes = method.findAttribute(Attributes.code())
                        .map(code -> code.codeLength())
                        .orElse(0);
                if (bytes > MOST_BYTES_COMPILED) {
                    tooLarge.add("%s.%s has %d bytes"
                            .formatted(compiled.thisClass().asInternalName(), method.methodName(), bytes));
                }
            }
        }
        assertThat(methods).isGreaterThan(1_000);
        assertThat(tooLarge).isEmpty();
    }

    @Test
    void noFunctionIsLeftToTheInterpreter() throws IOException, URISyntaxException {
        assertThat(classes())
                .filteredOn(PgGrammarTest::callsTheInterpreter)
                .extracting(compiled -> compiled.thisClass().asInternalName())
                .isEmpty();
    }

    @Test
    void answersLikeTheFileItWasMadeFrom() throws IOException {
        PgInstance original = new PgInstance(Parser.parse(ORIGINAL.toFile()), InterpreterMachine::new);
        PgInstance split = new PgInstance();
        List<String> texts = texts();
        assertThat(texts).hasSizeGreaterThan(500);
        for (String text : texts) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            assertThat(split.parse(utf8)).as(text).isEqualTo(original.parse(utf8));
        }
    }

    /** Every fixture that the parser may see. */
    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String folder : List.of("accepted", "rejected")) {
            try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", folder))) {
                for (Path file : files.sorted().toList()) {
                    String text = Files.readString(file);
                    if (text.indexOf('\0') < 0 && text.length() < 4_000) {
                        texts.add(text);
                    }
                }
            }
        }
        return texts;
    }

    private static List<ClassModel> classes() throws IOException, URISyntaxException {
        URI main = PgGrammar.class.getResource("PgGrammar.class").toURI();
        List<ClassModel> classes = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(main).getParent())) {
            for (Path file : files.filter(path -> path.getFileName().toString().matches("PgGrammar.*\\.class"))
                    .toList()) {
                classes.add(ClassFile.of().parse(file));
            }
        }
        return classes;
    }

    /** The class of shared pieces holds the way to the interpreter in any case; that no other class goes there counts. */
    private static boolean callsTheInterpreter(ClassModel compiled) {
        return !compiled.thisClass().asInternalName().endsWith("Shaded")
                && StreamSupport.stream(compiled.constantPool().spliterator(), false)
                        .anyMatch(PgGrammarTest::namesTheInterpreter);
    }

    private static boolean namesTheInterpreter(PoolEntry entry) {
        return entry instanceof Utf8Entry text && text.stringValue().contains("Interpreter");
    }
}
