package pl.zmobridge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may know whom. */
class ArchitectureTest {
    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("pl.zmobridge");
    }

    @ParameterizedTest(name = "{0} knows nothing of {1}")
    @CsvSource({
        "order, shoper symfonia register steps ops",
        "shoper, symfonia register steps ops",
        "symfonia, shoper register steps ops",
        "register, shoper symfonia steps ops",
        "steps, ops"
    })
    void aPackageDependsOnlyOnThoseBelowIt(String one, String others) {
        String[] above = java.util.Arrays.stream(others.split(" "))
                .map(other -> "pl.zmobridge." + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("pl.zmobridge." + one + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above)
                .check(classes);
    }

    @Test
    void nothingDependsOnTheBridgeButItsEntryPoint() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "pl.zmobridge.order..",
                        "pl.zmobridge.shoper..",
                        "pl.zmobridge.symfonia..",
                        "pl.zmobridge.register..",
                        "pl.zmobridge.steps..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("pl.zmobridge")
                .check(classes);
    }

    @Test
    void theRulesKnowNoCamelHttpOrSql() {
        noClasses()
                .that()
                .resideInAPackage("pl.zmobridge.order..")
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
    void theTwoWiresDoNoHttpAndNoSql() {
        noClasses()
                .that()
                .resideInAnyPackage("pl.zmobridge.shoper..", "pl.zmobridge.symfonia..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "java.sql..", "javax.sql..", "org.springframework..")
                .check(classes);
    }
}
