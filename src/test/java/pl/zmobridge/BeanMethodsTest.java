package pl.zmobridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Routes call methods by name, and Camel takes {@code isFound} and {@code found} for one name, whatever the parameters and whoever may call
 * it: it calls neither, on some JVMs.
 */
class BeanMethodsTest {

    @Test
    void noPublicGetterHasANamesakeWithoutIsOrGet() {
        Set<String> clashes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("pl.zmobridge").stream()
                        .flatMap(type -> clashes(type).stream())
                        .collect(Collectors.toSet());

        assertThat(clashes).isEmpty();
    }

    private static Set<String> clashes(JavaClass type) {
        Set<String> names = type.getMethods().stream().map(JavaMethod::getName).collect(Collectors.toSet());
        return type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> method.getRawParameterTypes().isEmpty())
                .map(JavaMethod::getName)
                .filter(name -> name.matches("(is|get)[A-Z].*") && names.contains(property(name)))
                .map(name -> type.getName() + "." + name)
                .collect(Collectors.toSet());
    }

    private static String property(String getter) {
        String name = getter.replaceFirst("^(is|get)", "");
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
