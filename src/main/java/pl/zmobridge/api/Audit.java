package pl.zmobridge.api;

import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.zmobridge.order.Texts;
import pl.zmobridge.people.Person;

/** Who has done what: a line of the log for each request that changes something, carried out or refused, and for each sign-in. */
final class Audit {
    private static final Logger LOG = LoggerFactory.getLogger("pl.zmobridge.audit");
    private static final int LONGEST = 200;

    private Audit() {}

    /** @param exchange answered already */
    static void tell(Exchange exchange) {
        ApiRequest request = ApiRequest.of(exchange);
        if (request != null && request.isDeed()) {
            Object status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE);
            LOG.info("{}: {}, HTTP {}", name(request.who()), plain(request.method() + " " + request.path()), status);
        }
    }

    /** Values are blank for nothing. */
    static void set(Person person, String key, String value, String before) {
        LOG.info("{}: {} = {}, before: {}", name(person), plain(key), shown(value), shown(before));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : plain(value);
    }

    static void signedIn(Person person) {
        LOG.info("{}: signed in", name(person));
    }

    static void signedOut(Person person) {
        LOG.info("{}: signed out", name(person));
    }

    private static String name(Person person) {
        String who = person.name().isEmpty()
                ? "nobody signed in"
                : person.name() + " (" + person.role().word() + ")";
        return plain(who + " at " + person.from());
    }

    /** Paths can hold anything. */
    private static String plain(String text) {
        return Texts.cut(text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " "), LONGEST);
    }
}
