package pl.zmobridge.people;

/**
 * Who asks.
 *
 * @param name blank when nobody has to sign in, and before somebody has
 * @param from the address of the machine that asks
 * @param inBrowser whether a session stands for the password, which can be ended
 */
public record Person(String name, Role role, String from, boolean inBrowser) {

    /** Whoever sits at this machine while no password is set. */
    public static Person ofThisMachine(String from) {
        return new Person("", Role.OPERATOR, from, false);
    }

    /** Somebody who has not signed in. */
    public static Person guest(String from) {
        return new Person("", Role.GUEST, from, false);
    }
}
