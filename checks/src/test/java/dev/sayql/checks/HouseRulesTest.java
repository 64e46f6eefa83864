package dev.sayql.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applies each rule to the whole project, and to a violation planted for it. */
class HouseRulesTest {

    private static JavaClasses project = new ClassFileImporter().importClasses(List.of());

    @BeforeAll
    static void importTheProject() {
        project = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.sayql");
    }

    @Test
    void seesTheProject() {
        assertThat(project).anyMatch(type -> type.getName().equals("dev.sayql.sql.ReadOnlySql"));
        assertThat(project).anyMatch(type -> type.getName().equals("dev.sayql.cli.Main"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void projectKeeps(HouseRule rule) {
        assertThat(rule.violationsIn(project)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void plantedViolationBreaks(HouseRule rule, @TempDir Path folder) throws IOException {
        assertThat(rule.violationsIn(rule.compilePlanted(folder))).isNotEmpty();
    }

    static List<HouseRule> rules() {
        return HouseRules.all();
    }
}
