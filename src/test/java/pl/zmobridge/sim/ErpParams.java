package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Query parameters and bodies as the WebAPI demands them. */
final class ErpParams {
    private ErpParams() {}

    static Optional<Long> id(SimRequest request, String name) {
        return request.param(name).map(text -> {
            if (!text.matches("-?\\d{1,18}")) {
                throw ErpRefusal.bad("Parametr " + name + ": nieprawidłowa wartość " + text + ".");
            }
            return Long.parseLong(text);
        });
    }

    static long requiredId(SimRequest request, String name) {
        return id(request, name).orElseThrow(() -> required(name));
    }

    static LocalDate day(SimRequest request, String name) {
        String text = request.param(name).orElseThrow(() -> required(name));
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw ErpRefusal.bad("Parametr " + name + ": nieprawidłowa data " + text + ".");
        }
    }

    /** A day, or a day and a time. */
    static LocalDateTime moment(SimRequest request, String name) {
        String text = request.param(name).orElseThrow(() -> required(name));
        try {
            return text.length() > 10
                    ? LocalDateTime.parse(text.replace(' ', 'T'))
                    : LocalDate.parse(text).atStartOfDay();
        } catch (DateTimeParseException unreadable) {
            throw ErpRefusal.bad("Parametr " + name + ": nieprawidłowa data " + text + ".");
        }
    }

    static boolean flag(SimRequest request, String name, boolean otherwise) {
        return request.param(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    static JsonNode body(SimRequest request) {
        return request.json()
                .filter(JsonNode::isObject)
                .map(ErpNames::canonical)
                .orElseThrow(() -> ErpRefusal.bad("Treść żądania nie jest poprawnym obiektem JSON."));
    }

    static ErpRefusal required(String name) {
        return ErpRefusal.bad("Parametr " + name + " jest wymagany.");
    }
}
