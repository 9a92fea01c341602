package pl.zmobridge.api;

import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.dao.DataAccessException;
import pl.zmobridge.people.Address;
import pl.zmobridge.people.People;
import pl.zmobridge.people.Person;
import pl.zmobridge.people.SignIn;

/** Who comes in when there are users: they themselves, and everybody to the page where they sign in. */
final class Entrance {
    private static final String PAGE = "/console/login.html";

    /** What a browser gets before anybody has signed in: these paths to the letter, so that no other one can look like them. */
    private static final Set<String> OPEN = Set.of(
            "GET " + PAGE,
            "GET /console/login.js",
            "GET /console/languages.js",
            "GET /console/style.css",
            "GET /console/icon.svg",
            "GET /console/api.js",
            "GET /console/dom.js",
            "GET /console/i18n.js",
            "GET /console/pl.js",
            "GET /console/en.js",
            "POST /api/session",
            "POST /api/session/end");

    private final People people;

    Entrance(People people) {
        this.people = people;
    }

    /**
     * Lets a request in, or not. It may take a quarter of a second.
     *
     * @param header blank when there is none of that name
     * @throws ApiProblem 303, 401, 429, or 503 when the database must say whose session it is, and does not answer
     */
    Person admit(String method, String path, UnaryOperator<String> header, Address from) {
        boolean open = OPEN.contains(method + " " + path);
        SignIn who = who(header, from, open);
        if (who instanceof SignIn.Known known) {
            return known.person();
        }
        if (!(who instanceof SignIn.Unknown)) {
            throw notNow(who);
        }
        if (open) {
            return Person.guest(from.ip());
        }
        boolean wantsPage = method.equals("GET") && header.apply("Accept").contains("text/html");
        throw wantsPage ? toPage() : refused(header);
    }

    /** The page to sign in is there for everybody, also while nobody knows whose session it is. */
    private SignIn who(UnaryOperator<String> header, Address from, boolean open) {
        try {
            return people.who(header.apply("Authorization"), header.apply("Cookie"), from);
        } catch (DataAccessException e) {
            if (open) {
                return new SignIn.Unknown();
            }
            throw new ApiProblem(
                    503,
                    "Service unavailable",
                    "The database does not answer, so nobody knows whose session this is; try again when it does");
        }
    }

    private static ApiProblem toPage() {
        return new ApiProblem(303, "See other", "Sign in on the page that the Location header names")
                .with("Location", PAGE);
    }

    /** A page of ours that asks for data leads to the one to sign in itself: the browser must not show its own dialogue. */
    private static ApiProblem refused(UnaryOperator<String> header) {
        ApiProblem signIn = new ApiProblem(
                401,
                "Unauthorized",
                "Sign in with ops.user and ops.password, or as a user of config/users.properties (HTTP Basic)");
        return header.apply("X-Requested-With").isBlank()
                ? signIn.with("WWW-Authenticate", "Basic realm=\"ZMO Bridge\", charset=\"UTF-8\"")
                : signIn;
    }

    /** Somebody whose password was not looked at. */
    static ApiProblem notNow(SignIn who) {
        if (who instanceof SignIn.TooOften often) {
            long seconds = often.pause().plus(Duration.ofSeconds(1)).toSeconds();
            return new ApiProblem(
                            429,
                            "Too many requests",
                            "Too many wrong passwords from this address; try again in " + seconds + " s")
                    .with("Retry-After", Long.toString(seconds));
        }
        return new ApiProblem(429, "Too many requests", "Many people sign in at the moment; try again in a moment")
                .with("Retry-After", "1");
    }
}
