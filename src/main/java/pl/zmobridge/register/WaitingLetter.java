package pl.zmobridge.register;

import java.util.Optional;
import pl.zmobridge.failure.Failure;

/** An open dead letter that may wait for a setting. */
public record WaitingLetter(long id, String shop, long order, Optional<Failure> failure) {}
