package pl.zmobridge.kamelets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import pl.zmobridge.symfonia.ErpAnswers;
import pl.zmobridge.symfonia.SymfoniaApi;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Json;

/**
 * An ERP that ZMO are issued in and sold, one at a time, each once: what {@code symfonia-zmo-sink} and {@code symfonia-sale-action} are made of. Before each
 * write the ERP is asked whether it was done already; what had no answer is left alone for as long as a write may take, as long as this process lives.
 */
public final class Erp extends Peer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration QUESTION = Duration.ofSeconds(60);

    private final Semaphore turn = new Semaphore(1, true);
    private final Map<String, Long> unclear = new ConcurrentHashMap<>();
    private String applicationGuid = "";
    private String deviceName = "";
    private Duration writeTimeout = Duration.ofMinutes(5);

    public void setApplicationGuid(String guid) {
        applicationGuid = guid;
    }

    public void setDeviceName(String name) {
        deviceName = name;
    }

    /** @param millis how long a write may take */
    public void setWriteTimeout(String millis) {
        writeTimeout = Duration.ofMillis(Long.parseLong(millis));
    }

    @Override
    String root() {
        return "/api";
    }

    @Override
    Duration patience(String method) {
        return method.equals("GET") ? QUESTION : writeTimeout;
    }

    /**
     * The body, an {@code OrderIssue} with the member {@code Number}, is to be a ZMO.
     *
     * @throws IllegalArgumentException when it is none
     */
    public void beginsToIssue(Exchange exchange) throws InterruptedException {
        exchange.removeProperty(Talk.PROPERTY); // another Kamelet's
        begin(exchange, new IssueTalk(applicationGuid, deviceName, body(exchange), LocalDate.now()));
    }

    /**
     * The ZMO that the body names is to be sold.
     *
     * @throws IllegalArgumentException when it names none
     */
    public void beginsToSell(Exchange exchange) throws InterruptedException {
        exchange.removeProperty(Talk.PROPERTY);
        begin(exchange, new SellTalk(applicationGuid, deviceName, body(exchange)));
    }

    private static JsonNode body(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof JsonNode json) {
            return json;
        }
        if (body instanceof Map<?, ?> map) {
            return JSON.valueToTree(map);
        }
        String text = exchange.getMessage().getBody(String.class);
        try {
            JsonNode read = Json.read(text == null ? "" : text);
            return read.isObject() ? read : TextNode.valueOf(text.strip());
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text.strip());
        }
    }

    private void begin(Exchange exchange, ErpTalk talk) throws InterruptedException {
        turn.acquire();
        exchange.setProperty(Talk.PROPERTY, talk);
        long now = System.nanoTime(); // before it is asked: its answers do not tell of what still goes on
        unclear.values().removeIf(since -> now - since >= writeTimeout.toNanos());
    }

    /** @throws IllegalStateException when the same was written without an answer and may still be going on */
    public void prepare(Exchange exchange) {
        ErpTalk talk = (ErpTalk) talk(exchange);
        if (talk.request().isWrite()) {
            if (unclear.containsKey(talk.subject())) {
                throw new IllegalStateException("The last write for " + talk.subject()
                        + " had no answer and may still be going on; it is asked about once it can no longer be");
            }
            unclear.put(talk.subject(), System.nanoTime());
        }
        fill(exchange, talk.request(), talk.authorization());
    }

    /**
     * @throws pl.zmobridge.symfonia.ErpRefused when the ERP says no
     * @throws pl.zmobridge.symfonia.ErpUnavailable when its answer says nothing
     */
    public void answered(Exchange exchange) {
        ErpTalk talk = (ErpTalk) talk(exchange);
        Answer answer = answer(exchange);
        if (talk.request().isWrite()) {
            if (ErpAnswers.isOfTheErpItself(answer)) {
                unclear.remove(talk.subject());
            } else {
                unclear.put(talk.subject(), System.nanoTime());
            }
        }
        talk.accept(talk.request().read(answer));
    }

    /** What it has come to, as JSON text. */
    public String result(Exchange exchange) throws JsonProcessingException {
        return JSON.writeValueAsString(((ErpTalk) talk(exchange)).result());
    }

    /** The session is to be closed, whatever became of the rest. */
    public void closes(Exchange exchange) {
        ErpTalk talk = (ErpTalk) talk(exchange);
        exchange.setProperty("zmoBridgeBody", exchange.getMessage().getBody());
        fill(exchange, SymfoniaApi.closeSession(), talk.leave());
    }

    /** It is closed, or will end by itself. */
    public void closed(Exchange exchange) {
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(exchange.removeProperty("zmoBridgeBody"));
    }

    /** The next one may go on. */
    public void leaves(Exchange exchange) {
        if (exchange.removeProperty(Talk.PROPERTY) != null) {
            turn.release();
        }
    }
}
