package pl.zmobridge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import pl.zmobridge.api.client.ApiClient;

@Command(
        name = "parcels",
        description = "Gives the shop the tracking numbers of a CSV file, each once.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  zmo-bridge parcels courier.csv",
            "  zmo-bridge parcels courier.csv --shop main",
            "",
            "Columns, separated by semicolons: order, tracking number and, if wanted, carrier (a delivery of the shop).",
            "The numbers go into the shop one after another; an order shows them. The same file again does nothing."
        })
final class ParcelsCommand extends ApiCommand {
    /** The API reads 64 KB, with what JSON adds. */
    private static final int MOST_BYTES = 60_000;

    @Parameters(
            paramLabel = "FILE",
            descriptionKey = "FILE",
            description = "the file, at most 60 KB; UTF-8 or windows-1250")
    private Path file;

    @Override
    int run(ApiClient bridge) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            warn(speech().text("PARCEL_FILE", "file", file, "why", String.valueOf(e.getMessage())));
            return Cli.FAILED;
        }
        String table = decoded(bytes);
        JsonNode body = JsonNodeFactory.instance.objectNode().put("csv", table);
        if (body.toString().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            warn(speech().text("PARCEL_FILE_LONG", "file", file));
            return Cli.FAILED;
        }
        ApiClient.Answer answer = bridge.post("/api/parcels", body);
        JsonNode problems = answer.json().path("problems");
        if (isJson()) {
            say(answer.text());
        } else {
            tell(
                    "PARCELS",
                    "taken",
                    answer.json().path("taken").asLong(),
                    "known",
                    answer.json().path("known").asLong(),
                    "faulty",
                    problems.isEmpty() ? "" : problems.size());
            problems.forEach(each -> warn(Words.text(each, "problem")));
        }
        return problems.isEmpty() ? Cli.DONE : Cli.FAILED;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1250")); // as Excel writes it in Poland
        }
    }
}
