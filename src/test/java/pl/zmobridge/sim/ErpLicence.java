package pl.zmobridge.sim;

import com.fasterxml.jackson.databind.JsonNode;

/** How an installation says that no further session is licensed (wire-symfonia: Sessions). */
public enum ErpLicence {
    /** 400 that counts the sessions. */
    COUNTED,
    /** 400 "brak wolnej licencji". */
    NO_LICENCE,
    /** 400 "Przekroczono limit sesji". */
    SESSION_LIMIT,
    /** 500 "brak wolnej licencji". */
    ERROR,
    /** 200 with a JSON object where the token belongs. */
    OBJECT;

    /** The object; the other ways refuse. */
    JsonNode answer(int open, int limit) {
        return switch (this) {
            case COUNTED ->
                throw ErpRefusal.bad(
                        "Przekroczono liczbę dostępnych licencji: otwartych sesji " + open + " z " + limit + ".");
            case NO_LICENCE -> throw ErpRefusal.bad("brak wolnej licencji");
            case SESSION_LIMIT -> throw ErpRefusal.bad("Przekroczono limit sesji");
            case ERROR -> throw new ErpRefusal(500, "brak wolnej licencji");
            case OBJECT ->
                Json.object().put("Message", "Przekroczono limit sesji").putNull("Token");
        };
    }
}
