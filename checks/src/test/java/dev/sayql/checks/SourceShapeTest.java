package dev.sayql.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the sources: short files, short methods, nothing left for later, no test switched off. */
class SourceShapeTest {

    private static final Path PROJECT = Path.of("..");
    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 40;

    /** The flow and the composition root read better in one piece. */
    private static final Set<String> MAY_BE_LONG = Set.of("Answering.java", "App.java");

    private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
    private static final Pattern SWITCHED_OFF =
            Pattern.compile("^\\s*@(Dis" + "abled|Ig" + "nore)\\b", Pattern.MULTILINE);

    @Test
    void filesAndMethodsAreShort() {
        assertThat(tooLong(javaUnder("src/main/java"))).isEmpty();
    }

    @Test
    void longMethodIsFound(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("Planted.java");
        Files.writeString(file, "class Planted { void walk() {" + "\n;".repeat(METHOD_LINES) + "\n} }");

        assertThat(tooLong(List.of(file))).singleElement().asString().contains("walk has 42 lines");
    }

    @Test
    void nothingIsLeftForLater() {
        assertThat(javaUnder("src"))
                .filteredOn(file -> LEFT_FOR_LATER.matcher(read(file)).find())
                .isEmpty();
    }

    @Test
    void noTestIsSwitchedOff() {
        assertThat(javaUnder("src/test/java"))
                .filteredOn(file -> SWITCHED_OFF.matcher(read(file)).find())
                .isEmpty();
    }

    private static List<Path> javaUnder(String folder) {
        try (Stream<Path> modules = Files.list(PROJECT)) {
            return modules.map(module -> module.resolve(folder))
                    .filter(Files::isDirectory)
                    .flatMap(SourceShapeTest::javaFiles)
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> tooLong(List<Path> sources) {
        List<Path> judged = sources.stream()
                .filter(file -> !MAY_BE_LONG.contains(file.getFileName().toString()))
                .toList();
        List<String> found = new ArrayList<>();
        judged.forEach(file -> noteIfLonger(FILE_LINES, read(file).lines().count(), file.toString(), found));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(judged));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new LongMethods(unit, positions, found).scan(unit, "");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return found;
    }

    private static void noteIfLonger(int most, long lines, String what, List<String> found) {
        if (lines > most) {
            found.add("%s has %d lines, at most %d".formatted(what, lines, most));
        }
    }

    /** Notes each method, with its signature but without its comment, that has too many lines. */
    private static final class LongMethods extends TreeScanner<Void, String> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        LongMethods(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, String outer) {
            return super.visitClass(type, outer + type.getSimpleName() + ".");
        }

        @Override
        public Void visitMethod(MethodTree method, String outer) {
            long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
            long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
            ArmLines arms = new ArmLines();
            arms.scan(method, null);
            noteIfLonger(METHOD_LINES, last - first + 1 - arms.lines, outer + method.getName(), found);
            return super.visitMethod(method, outer);
        }

        /**
         * The arms of a switch of arrows are a table, one row for each kind of thing: they are judged one by one and do not
         * add up. A switch over a sealed type would otherwise have to be cut in two, and the compiler's check with it.
         */
        private final class ArmLines extends TreeScanner<Void, Void> {
            private long lines;

            @Override
            public Void visitCase(CaseTree arm, Void nothing) {
                long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, arm));
                long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, arm));
                if (arm.getCaseKind() == CaseTree.CaseKind.RULE) {
                    noteIfLonger(METHOD_LINES, last - first + 1, "an arm at line " + first, found);
                    lines += last - first + 1;
                    return null;
                }
                return super.visitCase(arm, null);
            }
        }
    }
}
