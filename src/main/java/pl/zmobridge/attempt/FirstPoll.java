package pl.zmobridge.attempt;

import java.time.LocalDateTime;
import pl.zmobridge.camel.SqlParameters;

/**
 * A shop is polled for the first time: the parameters of {@code cursor-begin}.
 *
 * @param at UTC; orders placed before are ignored unless {@code shoper.import.since} says otherwise
 */
public record FirstPoll(LocalDateTime at) implements SqlParameters {
    @Override
    public Object parameter(String name) {
        return name.equals("firstStart") ? at : NONE;
    }
}
