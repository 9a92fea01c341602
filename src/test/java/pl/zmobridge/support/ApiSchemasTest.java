package pl.zmobridge.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An answer is held against its schema")
class ApiSchemasTest {
    private static final String YAML =
            """
            paths:
              /api/{thing}:
                get: { responses: { '200': { $ref: '#/components/responses/Thing' } } }
            components:
              responses:
                Thing: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
              schemas:
                Base:
                  type: object
                  required: [id]
                  properties:
                    id: { type: integer }
                    kind: { type: string, nullable: true, enum: [A, B] }
                    sort: { type: string, nullable: true, enum: [A, null] }
                Thing:
                  allOf:
                    - $ref: '#/components/schemas/Base'
                    - type: object
                      properties:
                        at: { type: string, format: date-time, nullable: true }
                        sums: { type: array, items: { type: number } }
                        free: { type: object }
                        counts: { type: object, additionalProperties: { type: integer } }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id':1,'sort':null,'at':null,'sums':[1,1.5],'free':{'x':null},'counts':{'a':1}} | ''",
                "{'id':1,'at':'2026-01-01T00:00:00+01:00','kind':'A'} | ''",
                "{'at':null} | .id is missing",
                "{'id':null} | .id is null",
                "{'id':'1'} | .id is no integer null: \"1\"",
                "{'id':1,'kind':null} | .kind is null",
                "{'id':1,'kind':'C'} | .kind is none of [A, B]: \"C\"",
                "{'id':1,'at':'yesterday'} | .at is no string date-time: \"yesterday\"",
                "{'id':1,'sums':['1.0']} | .sums[] is no number null: \"1.0\"",
                "{'id':1,'counts':{'a':'x'}} | .counts.a is no integer null: \"x\"",
                "{'id':1,'more':1} | .more is not described"
            })
    void faults(String answer, String fault) throws Exception {
        assertThat(ApiSchemas.of(YAML).faults("GET", "/api/x", new ObjectMapper().readTree(answer.replace('\'', '"'))))
                .isEqualTo(fault.isEmpty() ? List.of() : List.of(fault));
    }
}
