package pl.zmobridge.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Somebody who can sign in.
 *
 * @param secret a bcrypt hash, or the password itself ({@code ops.password})
 */
record User(String name, Role role, String secret, boolean hashed) {

    /** Takes a quarter of a second for a hash. */
    boolean hasPassword(String password) {
        return hashed ? Passwords.matches(password, secret) : MessageDigest.isEqual(bytes(secret), bytes(password));
    }

    /** Another text as soon as the role or the password is another one. */
    String state() {
        return name + "\n" + role + "\n" + secret;
    }

    Person at(String address, boolean inBrowser) {
        return new Person(name, role, address, inBrowser);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "User[" + name + ", " + role + "]"; // I6
    }
}
