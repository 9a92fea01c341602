package pl.zmobridge.api;

import java.util.Locale;
import java.util.Map;
import pl.zmobridge.words.Phrase;

/** What a person does to an order, as its timeline tells it. */
final class Deed {
    private static final Map<String, String> CODES = Map.of(
            "import", "IMPORT_ASKED",
            "reimport", "REIMPORT",
            "realise", "REALISE_ASKED",
            "accept-difference", "DIFFERENCE_ACCEPTED",
            "replay", "REPLAY_ASKED",
            "discard", "DISCARDED",
            "forget", "FORGOTTEN",
            "pdf", "PDF_ASKED");

    private Deed() {}

    /** With who does it, if somebody has signed in. */
    static Phrase of(ApiRequest request) {
        String last = request.path().substring(request.path().lastIndexOf('/') + 1);
        Phrase deed = Phrase.of(CODES.getOrDefault(last, last.toUpperCase(Locale.ROOT)));
        return request.who().name().isEmpty()
                ? deed
                : deed.with("actor", request.who().name());
    }
}
