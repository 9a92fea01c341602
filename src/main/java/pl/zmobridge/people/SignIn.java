package pl.zmobridge.people;

import java.time.Duration;

/** What became of an attempt to say who one is. */
public sealed interface SignIn {

    record Known(Person person) implements SignIn {}

    /** No password and no session, or wrong ones. */
    record Unknown() implements SignIn {}

    /** After too many wrong passwords; this one was not looked at. */
    record TooOften(Duration pause) implements SignIn {}

    /** Too many passwords are being looked at; this one was not. */
    record Busy() implements SignIn {}
}
