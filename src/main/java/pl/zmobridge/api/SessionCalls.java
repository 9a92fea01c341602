package pl.zmobridge.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Variable;
import pl.zmobridge.people.Address;
import pl.zmobridge.people.People;
import pl.zmobridge.people.Person;
import pl.zmobridge.people.SignIn;

/** Sign-in and sign-out of a browser. */
public final class SessionCalls {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final People people;

    public SessionCalls(People people) {
        this.people = people;
    }

    /**
     * Begins a session; the browser gets its cookie.
     *
     * @throws ApiProblem 401 when user or password is wrong, 409 when nobody has to sign in, 429 when they have to wait
     */
    public Content begin(@Variable("request") ApiRequest request) throws JsonProcessingException {
        if (!people.isSignInNeeded()) {
            throw new ApiProblem(409, "Conflict", "Nobody has to sign in: there are no users");
        }
        Address from = new Address(request.who().from());
        SignIn who = people.byPassword(request.credential("user"), request.credential("password"), from);
        if (who instanceof SignIn.Unknown) {
            throw new ApiProblem(401, "Unauthorized", "There is no such user, or the password is another one");
        }
        if (who instanceof SignIn.Known known) {
            people.endSession(request.header("Cookie"));
            Person person = known.person();
            Audit.signedIn(person);
            return answer(person, cookie(request, people.beginSession(person), ""));
        }
        throw Entrance.notNow(who);
    }

    /** Ends the session of the browser, which forgets its cookie. */
    public Content end(@Variable("request") ApiRequest request) throws JsonProcessingException {
        people.endSession(request.header("Cookie"));
        if (request.who().inBrowser()) {
            Audit.signedOut(request.who());
        }
        return answer(Person.guest(""), cookie(request, "", "; Max-Age=0"));
    }

    private static Content answer(Person person, String cookie) throws JsonProcessingException {
        Map<String, Object> view =
                Map.of("name", person.name(), "role", person.role().word());
        byte[] body = JSON.writeValueAsString(view).getBytes(StandardCharsets.UTF_8);
        return new Content(200, "application/json; charset=utf-8", Map.of("Set-Cookie", cookie), body);
    }

    private static String cookie(ApiRequest request, String token, String end) {
        boolean https = request.header("Origin").startsWith("https://")
                || request.header("X-Forwarded-Proto").equalsIgnoreCase("https");
        return People.COOKIE + "=" + token + "; Path=/; HttpOnly; SameSite=Strict" + (https ? "; Secure" : "") + end;
    }
}
