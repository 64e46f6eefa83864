package dev.sayql.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * A rule about the project's classes, together with a violation that proves it fires. The violation is one or several
 * sources, each written "full.type.Name: body of the class"; they are compiled on demand, so that no wrong class lies about.
 */
record HouseRule(String name, ArchRule rule, List<String> planted) {

    HouseRule(String name, ArchRule rule, String... planted) {
        this(name, rule, List.of(planted));
    }

    HouseRule {
        if (planted.isEmpty()) {
            throw new IllegalArgumentException("no violation is planted for: " + name);
        }
        planted = List.copyOf(planted);
    }

    /** What in these classes breaks the rule. */
    List<String> violationsIn(JavaClasses classes) {
        return rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
    }

    /** Compiles the planted violation under the folder and returns its classes alone. */
    JavaClasses compilePlanted(Path folder) throws IOException {
        Path classes = folder.resolve("classes");
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
        for (String source : planted) {
            String type = source.substring(0, source.indexOf(':'));
            String body = source.substring(type.length() + 1);
            int dot = type.lastIndexOf('.');
            Path file = folder.resolve(type.replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    "package %s; public class %s {%s}"
                            .formatted(type.substring(0, dot), type.substring(dot + 1), body));
            arguments.add(file.toString());
        }
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(exit).as("compiling %s", planted).isZero();
        return new ClassFileImporter().importPath(classes);
    }

    @Override
    public String toString() {
        return name;
    }
}
