package pl.zmobridge.symfonia;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.apache.camel.Body;
import org.apache.camel.Header;

/** What an answer of the WebAPI means, by its status and body (see "Errors" of the wire description). */
public final class ErpAnswers {
    private static final int LONGEST_EXCERPT = 200;

    /**
     * The answer to a question.
     *
     * @return the body; a missing node when the ERP says that there is no such thing
     * @throws ErpRefused on a {@code 4xx} in the ERP's own words
     * @throws ErpUnavailable when the answer says nothing
     */
    public JsonNode toQuestion(@Header("CamelHttpResponseCode") int status, @Body String body) {
        JsonNode json = json(body);
        if (status == 404 && !message(json).isEmpty()) {
            return MissingNode.getInstance();
        }
        JsonNode answer = toWrite(status, body);
        return answer.isNull() ? MissingNode.getInstance() : answer;
    }

    /**
     * The answer to a write.
     *
     * @throws ErpRefused when nothing was written
     * @throws ErpUnavailable when it may have been written or not
     */
    public JsonNode toWrite(@Header("CamelHttpResponseCode") int status, @Body String body) {
        JsonNode json = json(body);
        if (status >= 200 && status < 300) {
            if (json.isMissingNode() && !body.isBlank()) {
                throw new ErpUnavailable("The ERP's answer is not JSON: " + excerpt(body));
            }
            return json;
        }
        String message = message(json);
        if (status >= 400 && status < 500 && status != 401 && status != 408 && status != 429 && !message.isEmpty()) {
            throw new ErpRefused(status, message);
        }
        throw new ErpUnavailable("HTTP " + status + ": " + (message.isEmpty() ? excerpt(body) : message));
    }

    /**
     * The answer to {@code OpenNewSession}, as it came.
     *
     * @throws ErpRefused when the ERP does not open one, in its own words
     * @throws ErpUnavailable when the application's key is wrong or the ERP does not answer
     */
    public String toSession(@Header("CamelHttpResponseCode") int status, @Body String body) {
        if (status == 401) {
            throw new ErpUnavailable(
                    "The ERP does not know the application (HTTP 401); check symfonia.application-guid");
        }
        toWrite(status, body);
        return body;
    }

    private static JsonNode json(String body) {
        try {
            return body == null || body.isBlank() ? MissingNode.getInstance() : Wire.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Both parts of what the ERP says, word for word. */
    private static String message(JsonNode json) {
        String message = Wire.text(json, "Message");
        String detail = Wire.text(json, "ExceptionMessage");
        return detail.isEmpty() || detail.equals(message) ? message : (message + " " + detail).strip();
    }

    private static String excerpt(String body) {
        String text = body == null
                ? ""
                : body.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
    }
}
