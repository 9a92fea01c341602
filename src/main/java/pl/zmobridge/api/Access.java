package pl.zmobridge.api;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import pl.zmobridge.people.Address;
import pl.zmobridge.people.People;
import pl.zmobridge.people.Person;

/**
 * Who may use the bridge's HTTP server, judged by the head of a request: when there are users, whoever is one of them (HTTP Basic, or the
 * session of a browser); without any, this machine only, addressed by a name of its own and through no proxy, so that no web page elsewhere
 * can reach it. A page of another site cannot make a signed-in browser read or change anything.
 */
public final class Access {
    /** Says that the process is there, and nothing else. */
    private static final String LIVE = "/observe/health/live";

    private static final Set<String> WATCHED = Set.of("/observe/health", "/observe/health/ready", "/observe/metrics");

    private final People people;
    private final boolean hooks;
    private final Entrance entrance;

    public Access(People people) {
        this(people, false);
    }

    /** @param hooks whether shops may post what happened there */
    public Access(People people, boolean hooks) {
        this.people = people;
        this.hooks = hooks;
        this.entrance = new Entrance(people);
    }

    /** Who asks, where that needs no look at anybody: it must be answered also while all threads are busy. */
    Optional<Person> atOnce(RequestHead head) {
        return head.path().equals(LIVE)
                ? Optional.of(Person.guest(Address.of(head.remote(), "").ip()))
                : Optional.empty();
    }

    /**
     * Lets a request in, or not. It may take a quarter of a second: it is never asked on a thread that serves others.
     *
     * @return who asks
     * @throws ApiProblem 303, 401, 403 or 429
     */
    Person admit(RequestHead head) {
        // a proxy may add a line of its own after those that its client has sent
        Address from = Address.of(head.remote(), String.join(",", head.headers().getAll("X-Forwarded-For")));
        if (hooks && ShopHooks.isHook(head)) {
            return Person.guest(from.ip()); // whoever sends it must know another secret
        }
        Person person = who(head, from);
        SameOrigin.check(head);
        if (!head.path().startsWith("/api/") && !head.isReading()) {
            ApiRequest.mustBeOperator(person); // an address of an operator's own route file; the API judges its own
        }
        return person;
    }

    private Person who(RequestHead head, Address from) {
        if (!people.isSignInNeeded()) {
            if (!isOfThisMachine(head)) {
                throw notFromHere(head);
            }
            return Person.ofThisMachine(from.ip());
        }
        if (isWatching(head)) {
            return Person.guest(from.ip());
        }
        return entrance.admit(head.method().toUpperCase(Locale.ROOT), head.path(), head::header, from);
    }

    /** nginx speaks HTTP/1.0 and a loopback Host to what is behind it, unless it is told otherwise. */
    private static boolean isOfThisMachine(RequestHead head) {
        return head.isFromHere() && !head.isForwarded() && !head.oldHttp();
    }

    /** Prometheus and uptime checks need no password, except through a proxy. */
    private static boolean isWatching(RequestHead head) {
        return WATCHED.contains(head.path()) && !head.isForwarded();
    }

    private static ApiProblem notFromHere(RequestHead head) {
        return new ApiProblem(
                403,
                "Forbidden",
                head.isFromHere()
                        ? "The request comes through a proxy, or in HTTP/1.0 as from one. Set ops.password before you put a proxy"
                                + " in front of the bridge"
                        : "No ops.password is set, so only this machine is answered; set one to open the API");
    }

    /** The address without its port. */
    static String ipOf(String remote) {
        return remote.replaceFirst(":\\d+$", "").replaceFirst("^.*/", "");
    }
}
