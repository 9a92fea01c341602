package pl.zmobridge.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("D1 the published schema of config/documents.yaml")
class RulesSchemaTest {
    private static final JsonNode SCHEMA = read();

    static Stream<Arguments> places() {
        return Stream.of(
                Arguments.of("", List.of(RulesReader.ROOT)),
                Arguments.of("/$defs/rule", RulesReader.KEYS),
                Arguments.of("/$defs/when", ConditionsReader.KEYS),
                Arguments.of("/$defs/not", ConditionsReader.LISTS),
                Arguments.of("/$defs/when/properties/total", ConditionsReader.TOTAL),
                Arguments.of("/$defs/when/properties/placed", ConditionsReader.PLACED),
                Arguments.of("/$defs/then", OutcomeReader.KEYS));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("places")
    @DisplayName("knows the keys that the bridge knows, and no others")
    void keys(String place, Collection<String> known) {
        JsonNode object = SCHEMA.at(place);
        List<String> keys = new ArrayList<>();
        object.path("properties").fieldNames().forEachRemaining(keys::add);

        assertThat(keys).containsExactlyElementsOf(known);
        assertThat(object.path("additionalProperties").isBoolean()
                        && !object.path("additionalProperties").asBoolean())
                .describedAs("no other keys")
                .isTrue();
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("/$defs/when/properties/buyer", List.of(ConditionsReader.PERSON, ConditionsReader.FIRM)),
                Arguments.of("/$defs/then/properties/kind", OutcomeReader.KINDS),
                Arguments.of("/$defs/then/properties/realise", OutcomeReader.REALISE.keySet()),
                Arguments.of("/$defs/then/properties/ksef", OutcomeReader.KSEF),
                Arguments.of(
                        "/$defs/countryWord/anyOf/0",
                        List.of(CountryWords.POLAND, CountryWords.EU, CountryWords.OTHER)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("words")
    @DisplayName("knows the words that the bridge knows, and no others")
    void words(String place, Collection<String> known) {
        List<String> words = new ArrayList<>();
        SCHEMA.at(place).path("enum").forEach(word -> words.add(word.asText()));

        assertThat(words).containsExactlyElementsOf(known);
    }

    @Test
    @DisplayName("explains every condition and outcome to whoever writes one")
    void explained() {
        for (String place : List.of("/$defs/when", "/$defs/then")) {
            SCHEMA.at(place).path("properties").properties().forEach(key -> {
                JsonNode referred =
                        SCHEMA.at(key.getValue().path("$ref").asText().replaceFirst("#", ""));
                assertThat(key.getValue()
                                .path("description")
                                .asText(referred.path("description").asText()))
                        .describedAs(key.getKey())
                        .endsWith(".");
            });
        }
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("docs/documents.schema.json").toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
