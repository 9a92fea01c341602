package pl.zmobridge.nbp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import pl.zmobridge.order.CurrencyRate;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;

/** What is asked of the bank's public API and what its answers say (wire-nbp): the only place that knows its paths. */
public final class NbpApi {
    private static final String RATES = "exchangerates/rates/a/";

    private NbpApi() {}

    /**
     * The rate of that day's table A; empty when there is no table of that day, or the currency is not in it.
     *
     * @param currency its ISO code
     */
    public static Request<Optional<CurrencyRate>> rate(String currency, LocalDate day) {
        return Request.get(
                RATES + currency.toLowerCase(Locale.ROOT) + "/" + day + "/",
                "format=json",
                answer -> read(answer, currency, day));
    }

    /** Whether it is a question to the bank. */
    public static boolean isAsked(Request<?> request) {
        return request.path().startsWith(RATES);
    }

    /** The bank's own word, which begins with the status; {@code 400} is for a day that has not come yet. What stands in between says nothing. */
    private static boolean isNoTable(Answer answer) {
        return (answer.status() == 404 || answer.status() == 400)
                && answer.text().strip().startsWith(Integer.toString(answer.status()));
    }

    /** @throws NbpAway when the answer does not say what was asked for */
    private static Optional<CurrencyRate> read(Answer answer, String currency, LocalDate day) {
        if (isNoTable(answer)) {
            return Optional.empty();
        }
        if (answer.status() != 200) {
            throw NbpAway.status(answer);
        }
        JsonNode said = answer.json().orElseGet(MissingNode::getInstance);
        JsonNode rate = said.at("/rates/0");
        boolean asked = said.path("code").asText().equalsIgnoreCase(currency)
                && rate.path("effectiveDate").asText().equals(day.toString())
                && rate.path("mid").isNumber();
        if (!asked) {
            throw NbpAway.unreadable(answer);
        }
        String table = ("NBP " + rate.path("no").asText()).strip();
        return Optional.of(CurrencyRate.of(currency, rate.path("mid").decimalValue(), day, table)
                .orElseThrow(() -> NbpAway.unreadable(answer)));
    }
}
