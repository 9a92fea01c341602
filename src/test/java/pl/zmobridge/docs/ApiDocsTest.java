package pl.zmobridge.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The API's description")
class ApiDocsTest {
    private static final Pattern CALL_IN_TABLE = Pattern.compile("(?m)^\\| `([A-Z]+ /api/[^`?]+)[^`]*` \\|");
    private final Set<String> described = ApiCalls.described(RepositoryFiles.text(Path.of("docs/openapi.yaml")));

    @Test
    @DisplayName("has exactly the calls that the routes serve")
    void openApiHasTheCallsOfTheRoutes() {
        Set<String> served = new TreeSet<>();
        for (Path file : RepositoryFiles.endingIn(".yaml")) {
            if (file.startsWith("routes") || file.startsWith("src/main/resources/engine")) {
                served.addAll(ApiCalls.served(RepositoryFiles.text(file)));
            }
        }

        assertThat(described).isEqualTo(served).hasSizeGreaterThan(15);
    }

    @Test
    @DisplayName("is the same in words, docs/api.md")
    void thePageHasTheSameCalls() {
        Set<String> told = new TreeSet<>();
        CALL_IN_TABLE
                .matcher(RepositoryFiles.text(Path.of("docs/api.md")))
                .results()
                .forEach(call -> told.add(call.group(1)));

        assertThat(told).isEqualTo(described);
    }

    @Test
    @DisplayName("is compared with consumers and with rest blocks")
    void bothFormsOfRoutesAreRead() {
        assertThat(
                        ApiCalls.served(
                                """
                        - route:
                            from:
                              uri: platform-http:/api/poll
                              parameters:
                                httpMethodRestrict: POST
                        - rest:
                            path: /api
                            get:
                              - path: orders/{id}
                                to: direct:show-order
                            post:
                              - path: /orders/{id}/realise
                                to: direct:realise-now
                        """))
                .containsExactly("GET /api/orders/{id}", "POST /api/orders/{id}/realise", "POST /api/poll");
    }
}
