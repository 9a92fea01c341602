package pl.zmobridge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. A package is a room; each room lists the rooms that it may look into. */
class ArchitectureTest {
    private static final String ROOT = "pl.zmobridge.";

    private static final Map<String, List<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("order", List.of()),
            Map.entry("words", List.of()),
            Map.entry("logs", List.of()),
            Map.entry("documents", List.of("order", "words")),
            Map.entry("failure", List.of("order", "words")),
            Map.entry("wire", List.of()),
            Map.entry("stock", List.of()),
            Map.entry("shoper", List.of("order", "wire", "failure", "stock")),
            Map.entry("symfonia", List.of("order", "wire", "failure", "words", "stock")),
            Map.entry("nbp", List.of("order", "wire", "failure", "words")),
            Map.entry("ksef", List.of("wire", "failure", "words")),
            Map.entry("register", List.of("order", "failure", "words")),
            Map.entry("kamelets", List.of("wire", "camel", "shoper", "symfonia")),
            Map.entry("embedded", List.of("register")),
            Map.entry("schedule", List.of()),
            Map.entry("reload", List.of("documents")),
            Map.entry("camel", List.of("order")),
            Map.entry("settings", List.of("order", "stock", "symfonia", "register", "words")),
            Map.entry("people", List.of("settings")),
            Map.entry("notify", List.of("failure", "words", "wire", "camel", "register", "settings")),
            Map.entry(
                    "attempt",
                    List.of(
                            "order",
                            "logs",
                            "failure",
                            "words",
                            "wire",
                            "camel",
                            "shoper",
                            "symfonia",
                            "nbp",
                            "ksef",
                            "stock",
                            "register")),
            Map.entry(
                    "pdf",
                    List.of("order", "failure", "words", "wire", "camel", "shoper", "symfonia", "register", "attempt")),
            Map.entry(
                    "mending",
                    List.of(
                            "order",
                            "failure",
                            "words",
                            "wire",
                            "shoper",
                            "symfonia",
                            "register",
                            "attempt",
                            "settings",
                            "documents")),
            Map.entry(
                    "monitoring",
                    List.of("order", "logs", "failure", "words", "wire", "shoper", "symfonia", "register", "attempt")),
            Map.entry(
                    "api",
                    List.of(
                            "order",
                            "failure",
                            "words",
                            "wire",
                            "shoper",
                            "symfonia",
                            "register",
                            "attempt",
                            "monitoring",
                            "reload",
                            "settings",
                            "documents",
                            "people",
                            "mending",
                            "pdf",
                            "camel")),
            Map.entry("console", List.of("api")),
            Map.entry(
                    "check",
                    List.of(
                            "documents",
                            "order",
                            "stock",
                            "failure",
                            "words",
                            "wire",
                            "shoper",
                            "symfonia",
                            "nbp",
                            "ksef",
                            "register",
                            "settings",
                            "documents",
                            "reload",
                            "people",
                            "notify",
                            "mending",
                            "api")),
            Map.entry("cli", List.of("words", "register", "settings", "check", "people", "api")));

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("pl.zmobridge");
    }

    @Test
    void thePackagesFormNoCycle() {
        slices().matching("pl.zmobridge.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void everyPackageHasItsPlaceInTheTable() {
        Set<String> rooms = classes.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(ROOT.length()).split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        rooms.remove("app"); // wires everything, so it knows everything
        assertThat(rooms).isEqualTo(new TreeSet<>(MAY_KNOW.keySet()));
    }

    static Stream<String> rooms() {
        return MAY_KNOW.keySet().stream().sorted();
    }

    @ParameterizedTest(name = "{0} knows only what it may")
    @MethodSource("rooms")
    void aPackageKnowsOnlyWhatItMay(String room) {
        String[] known = Stream.concat(Stream.of(room), MAY_KNOW.get(room).stream())
                .map(name -> ROOT + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("pl.zmobridge..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                JavaClass.Predicates.resideInAnyPackage(known))))
                .check(classes);
    }

    @Test
    void theRulesKnowNoCamelHttpOrSql() {
        noClasses()
                .that()
                .resideInAnyPackage("pl.zmobridge.order..", "pl.zmobridge.documents..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache..",
                        "java.sql..",
                        "javax.sql..",
                        "java.net..",
                        "org.springframework..",
                        "com.fasterxml..",
                        "com.zaxxer..")
                .check(classes);
    }

    @Test
    void theWiresDoNoHttpAndNoSql() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "pl.zmobridge.shoper..", "pl.zmobridge.symfonia..", "pl.zmobridge.nbp..", "pl.zmobridge.ksef..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "java.sql..", "javax.sql..", "org.springframework..")
                .check(classes);
    }

    @Test
    void onlyTheEntryPointHasAMainMethod() {
        classes()
                .that()
                .haveSimpleName("ZmoBridge")
                .should()
                .resideInAPackage("pl.zmobridge.app")
                .check(classes);
    }
}
