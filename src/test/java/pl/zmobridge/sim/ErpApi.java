package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The WebAPI without HTTP: sessions at the door, then one call at a time into the ERP. Paths are read in any letter case. */
final class ErpApi {

    /** One operation. Null is an answer without a body. */
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
    }

    /** Some installations answer 500 where others refuse with 400. */
    void refusalsAs500(boolean wanted) {
        refusalsAs500 = wanted;
    }

    private void on(String call, Operation operation) {
        operations.put(call.toLowerCase(Locale.ROOT), operation);
    }

    SimAnswer answer(SimRequest request) {
        try {
            return SimAnswer.ok(renderer.shown(called(request)));
        } catch (ErpRefusal refusal) {
            return refused(refusal);
        }
    }

    private SimAnswer refused(ErpRefusal refusal) {
        if (refusal.status() == 400 && refusalsAs500) {
            return SimAnswer.json(
                    500, Json.object().put("Message", "Wystąpił błąd.").put("ExceptionMessage", refusal.getMessage()));
        }
        return SimAnswer.json(refusal.status(), Json.object().put("Message", refusal.getMessage()));
    }

    private JsonNode called(SimRequest request) {
        String call = (request.method() + " " + request.path()).toLowerCase(Locale.ROOT);
        String authorization = request.header("Authorization");
        switch (call) {
            case "get /api/alive":
                return Json.MAPPER.getNodeFactory().booleanNode(true);
            case "get /api/ping":
                return ping();
            case "get /api/sessions/opennewsession":
                String device = request.param("deviceName").orElse("");
                return Json.MAPPER.getNodeFactory().textNode(sessions.open(authorization, device));
            default:
                return inSession(request, call, sessions.use(authorization));
        }
    }

    private ObjectNode ping() {
        ObjectNode ping = Json.object().put("OpenSessionsNumber", sessions.count());
        ping.putArray("LoadedModuleInfo").addObject().put("Name", "Handel").put("Version", "2026.1");
        ping.putArray("ActiveHMFInfo");
        return ping;
    }

    private JsonNode inSession(SimRequest request, String call, String token) {
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
                synchronized (erp) {
                    return operation.call(request);
                }
        }
    }
}
