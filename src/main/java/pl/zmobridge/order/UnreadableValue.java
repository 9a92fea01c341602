package pl.zmobridge.order;

/** A value of the shop that cannot be read without guessing (I7). The message, in Polish, names the value. */
public class UnreadableValue extends RuntimeException {

    public UnreadableValue(String message) {
        super(message);
    }
}
