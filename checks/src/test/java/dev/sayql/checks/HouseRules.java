package dev.sayql.checks;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules that Maven's own arrows and the compiler cannot hold, each with sources that break it. */
final class HouseRules {

    private static final String[] DOMAIN = {"dev.sayql.sql..", "dev.sayql.core..", "dev.sayql.engine.."};

    /** Which other modules each module may use; whoever adds a module says here where it stands. */
    private static final Map<String, Set<String>> MODULES = Map.ofEntries(
            Map.entry("sql", Set.of()),
            Map.entry("core", Set.of("sql")),
            Map.entry("engine", Set.of("core", "sql")),
            Map.entry("embedding", Set.of("core", "sql")),
            Map.entry("llm", Set.of("core", "sql")),
            Map.entry("jdbc", Set.of("core", "sql")),
            Map.entry("store", Set.of("core", "sql")),
            Map.entry("aws", Set.of("core", "sql")),
            Map.entry("embedded", Set.of("core", "sql")),
            Map.entry("evaluation", Set.of("core", "sql")),
            Map.entry("testkit", Set.of("embedded", "core", "sql")),
            Map.entry("training", Set.of("app", "engine", "embedding", "evaluation", "llm", "core", "sql")),
            Map.entry("api", Set.of("evaluation", "core", "sql")),
            Map.entry("app", Set.of("engine", "llm", "jdbc", "store", "core", "sql")),
            Map.entry("lambda", Set.of("app", "api", "aws", "evaluation", "core", "sql")),
            Map.entry("server", Set.of("app", "api", "embedded", "embedding", "aws", "evaluation", "core", "sql")),
            Map.entry(
                    "cli",
                    Set.of("app", "api", "server", "embedded", "embedding", "aws", "evaluation", "core", "sql")));

    /** The packages of core, lowest first: each uses only those before it. */
    private static final List<String> CORE_PACKAGES = List.of(
            "team",
            "question",
            "schema",
            "semantics",
            "execution",
            "generation",
            "answer",
            "history",
            "connection",
            "answering");

    private HouseRules() {}

    static List<HouseRule> all() {
        return List.of(
                modulesKeepTheirArrows(),
                corePackagesKeepTheirOrder(),
                packagesHaveNoCycles(),
                modulesAreFlat(),
                coreIsPlainJava(),
                parserStaysInsideSql(),
                grammarStaysInsideSql(),
                jdbcStaysInTheAdapters(),
                domainDoesNotLog(),
                outputBelongsToTheCommandLine(),
                onlySqlMakesReadOnlySql(),
                timeAndChanceAreInjected(),
                noThreadBoundState(),
                namesSayWhatATypeDoes());
    }

    private static HouseRule modulesKeepTheirArrows() {
        return new HouseRule(
                "modules use only the modules left open to them",
                classes().that().resideInAPackage("dev.sayql..").should(UseOnly.lowerNeighbours("dev.sayql.", MODULES)),
                "dev.sayql.jdbc.Target: ",
                "dev.sayql.engine.Planted: dev.sayql.jdbc.Target target;");
    }

    private static HouseRule corePackagesKeepTheirOrder() {
        Map<String, Set<String>> lower = CORE_PACKAGES.stream()
                .collect(Collectors.toMap(
                        name -> name, name -> Set.copyOf(CORE_PACKAGES.subList(0, CORE_PACKAGES.indexOf(name)))));
        return new HouseRule(
                "packages of core use only those below them",
                classes()
                        .that()
                        .resideInAPackage("dev.sayql.core..")
                        .should(UseOnly.lowerNeighbours("dev.sayql.core.", lower)),
                "dev.sayql.core.answering.Target: ",
                "dev.sayql.core.team.Planted: dev.sayql.core.answering.Target target;");
    }

    private static HouseRule packagesHaveNoCycles() {
        return new HouseRule(
                "packages have no cycles",
                slices().matching("dev.sayql.(**)").should().beFreeOfCycles(),
                "dev.sayql.core.team.One: dev.sayql.core.question.Other other;",
                "dev.sayql.core.question.Other: dev.sayql.core.team.One one;");
    }

    private static HouseRule modulesAreFlat() {
        return new HouseRule(
                "modules are flat",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "dev.sayql.core..", "dev.sayql.engine.learned", "dev.sayql.engine.meaning")
                        .should()
                        .resideInAPackage("dev.sayql.*.*.."),
                "dev.sayql.engine.hidden.Planted: ");
    }

    private static HouseRule coreIsPlainJava() {
        return new HouseRule(
                "core is plain Java",
                classes()
                        .that()
                        .resideInAPackage("dev.sayql.core..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "dev.sayql.core..",
                                "dev.sayql.sql..",
                                "org.jspecify.annotations..",
                                "java.lang..",
                                "java.math..",
                                "java.text..",
                                "java.time..",
                                "java.util..",
                                "java.security..",
                                "java.nio.charset..",
                                "java.io.."),
                "dev.sayql.core.team.Planted: java.net.http.HttpClient client;");
    }

    private static HouseRule parserStaysInsideSql() {
        return new HouseRule(
                "parser and JSON stay inside sql",
                noMethods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage("dev.sayql.sql..")
                        .and()
                        .areNotPrivate()
                        .and()
                        .areDeclaredInClassesThat()
                        .arePublic()
                        .and()
                        .areDeclaredInClassesThat(describe("not made by the build", HouseRules::isWrittenByHand))
                        .and(describe("open to callers", HouseRules::isOpenToCallers))
                        .should()
                        .haveRawReturnType(ofTheParser())
                        .orShould()
                        .haveRawParameterTypes(describe(
                                "any of the parser's",
                                types -> types.stream().anyMatch(HouseRules::belongsToTheParser))),
                "com.fasterxml.jackson.core.Token: ",
                "dev.sayql.sql.Planted: public com.fasterxml.jackson.core.Token next() { return null; }");
    }

    private static HouseRule grammarStaysInsideSql() {
        return new HouseRule(
                "the compiled grammar stays inside sql",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("dev.sayql.sql..")
                        .should()
                        .dependOnClassesThat()
                        .haveSimpleNameStartingWith("PgGrammar"),
                "dev.sayql.sql.PgGrammar: ",
                "dev.sayql.engine.Planted: dev.sayql.sql.PgGrammar grammar;");
    }

    /** The compiled grammar is public because its generator knows no other way; nothing outside sql may use it. */
    private static boolean isWrittenByHand(JavaClass type) {
        return !type.getSimpleName().startsWith("PgGrammar");
    }

    private static boolean isOpenToCallers(JavaMethod method) {
        return method.getModifiers().stream()
                .anyMatch(modifier -> Set.of("PUBLIC", "PROTECTED").contains(modifier.name()));
    }

    private static DescribedPredicate<JavaClass> ofTheParser() {
        return describe("one of the parser's", HouseRules::belongsToTheParser);
    }

    private static boolean belongsToTheParser(JavaClass type) {
        return Stream.of("com.fasterxml.", "com.dylibso.", "tools.jackson.")
                .anyMatch(type.getPackageName()::startsWith);
    }

    private static HouseRule jdbcStaysInTheAdapters() {
        return new HouseRule(
                "JDBC stays in the adapters",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                "dev.sayql.jdbc..",
                                "dev.sayql.store..",
                                "dev.sayql.embedded..",
                                "dev.sayql.testkit..",
                                "dev.sayql.training..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("java.sql.."),
                "dev.sayql.engine.Planted: java.sql.Connection connection;");
    }

    private static HouseRule domainDoesNotLog() {
        return new HouseRule(
                "the domain does not log",
                noClasses()
                        .that()
                        .resideInAnyPackage(DOMAIN)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..")
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(System.Logger.class),
                "dev.sayql.core.team.Planted: System.Logger logger;");
    }

    private static HouseRule outputBelongsToTheCommandLine() {
        return new HouseRule(
                "standard output belongs to the command line",
                noClasses()
                        .that()
                        .resideOutsideOfPackages("dev.sayql.cli..", "dev.sayql.training..")
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .callMethod(Throwable.class, "printStackTrace"),
                "dev.sayql.engine.Planted: void speak() { System.out.println(); }");
    }

    private static HouseRule onlySqlMakesReadOnlySql() {
        return new HouseRule(
                "only sql makes a ReadOnlySql",
                constructors()
                        .that()
                        .areDeclaredInClassesThat()
                        .haveFullyQualifiedName("dev.sayql.sql.ReadOnlySql")
                        .should()
                        .notBePublic()
                        .andShould()
                        .notBeProtected(),
                "dev.sayql.sql.ReadOnlySql: public ReadOnlySql() {}");
    }

    private static HouseRule timeAndChanceAreInjected() {
        return new HouseRule(
                "time and chance are injected",
                noClasses()
                        .that()
                        .resideInAnyPackage(DOMAIN)
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(LocalDate.class, "now")
                        .orShould()
                        .callMethod(LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(OffsetDateTime.class, "now")
                        .orShould()
                        .callMethod(ZonedDateTime.class, "now")
                        .orShould()
                        .callMethod(Clock.class, "systemUTC")
                        .orShould()
                        .callMethod(Clock.class, "systemDefaultZone")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(UUID.class, "randomUUID")
                        .orShould()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .callConstructor(Random.class),
                "dev.sayql.core.team.Planted: Object now = java.time.Instant.now();");
    }

    private static HouseRule noThreadBoundState() {
        return new HouseRule(
                "no thread-bound state",
                noClasses().should().dependOnClassesThat().areAssignableTo(ThreadLocal.class),
                "dev.sayql.store.Planted: ThreadLocal<String> team;");
    }

    private static HouseRule namesSayWhatATypeDoes() {
        return new HouseRule(
                "names say what a type does",
                noClasses()
                        .should()
                        .haveNameMatching(".*(Util|Utils|Utility|Helper|Helpers|Manager|Service|Impl|Dto|DTO)"),
                "dev.sayql.store.TeamManager: ");
    }
}
