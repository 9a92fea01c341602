package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The WebAPI without HTTP: sessions at the door, then one call at a time into the ERP. Paths are read in any letter case. */
final class ErpApi {

    /** One operation. A missing node is an answer without a body. */
    interface Operation {
        JsonNode call(SimRequest request);
    }

    private final Erp erp;
    private final ErpSessions sessions;
    private final ErpRenderer renderer;
    private final Map<String, Operation> operations = new HashMap<>();
    private volatile boolean refusalsAs500;

    ErpApi(Erp erp, ErpSessions sessions, ErpRenderer renderer) {
        this.erp = erp;
        this.sessions = sessions;
        this.renderer = renderer;
        new ErpReading(erp).register(this::on);
        new ErpOrderCalls(erp).register(this::on);
        new ErpSalesCalls(erp).register(this::on);
        new ErpCorrectionCalls(erp).register(this::on);
    }

    /** Some installations answer 500 where others refuse with 400. */
    void refusalsAs500(boolean wanted) {
        refusalsAs500 = wanted;
    }

    private void on(String call, Operation operation) {
        operations.put(call.toLowerCase(Locale.ROOT), operation);
    }

    SimAnswer answer(SimRequest request) {
        return answer(request, () -> {});
    }

    /** @param pause runs when the session has been found good and before anything is done */
    SimAnswer answer(SimRequest request, Runnable pause) {
        SimAnswer answer = unmarked(request, pause);
        boolean marked = erp.switches.byteOrderMark() && !answer.body().isEmpty();
        return marked ? answer.withBody("\uFEFF" + answer.body()) : answer;
    }

    private SimAnswer unmarked(SimRequest request, Runnable pause) {
        try {
            JsonNode answer = called(request, pause);
            return answer.isMissingNode() ? SimAnswer.empty() : SimAnswer.ok(renderer.shown(answer));
        } catch (ErpRefusal refusal) {
            return refused(refusal);
        }
    }

    private SimAnswer refused(ErpRefusal refusal) {
        if (refusal.status() == 500 || (refusal.status() == 400 && refusalsAs500)) {
            return SimAnswer.json(
                    500, Json.object().put("Message", "Wystąpił błąd.").put("ExceptionMessage", refusal.getMessage()));
        }
        return SimAnswer.json(refusal.status(), Json.object().put("Message", refusal.getMessage()));
    }

    private JsonNode called(SimRequest request, Runnable pause) {
        String call = (request.method() + " " + request.path()).toLowerCase(Locale.ROOT);
        String authorization = request.header("Authorization");
        switch (call) {
            case "get /api/alive":
                return Json.MAPPER.getNodeFactory().booleanNode(true);
            case "get /api/ping":
                return ping();
            case "get /api/sessions/opennewsession":
                String device = request.param("deviceName").orElse("");
                return sessions.open(authorization, device);
            default:
                return inSession(request, call, sessions.use(authorization), pause);
        }
    }

    private ObjectNode ping() {
        ObjectNode ping = Json.object().put("OpenSessionsNumber", sessions.count());
        ping.putArray("LoadedModuleInfo").addObject().put("Name", "Handel").put("Version", "2026.1");
        ping.putArray("ActiveHMFInfo");
        return ping;
    }

    private JsonNode inSession(SimRequest request, String call, String token, Runnable pause) {
        switch (call) {
            case "get /api/sessions/closesession":
                sessions.close(token);
                return Json.MAPPER.getNodeFactory().booleanNode(true);
            case "get /api/sessions/sessioninformation":
                return sessions.information(token);
            default:
                Operation operation = operations.get(call);
                if (operation == null) {
                    throw ErpRefusal.missing("Nie znaleziono zasobu HTTP zgodnego z identyfikatorem URI żądania '"
                            + request.path() + "'.");
                }
                if (!erp.switches.stores(request.body())) {
                    throw new ErpRefusal(500, "Nieprawidłowy ciąg znaków w treści żądania.");
                }
                pause.run();
                synchronized (erp) {
                    return operation.call(request);
                }
        }
    }
}
