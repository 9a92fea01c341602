package pl.zmobridge.camel;

/**
 * A typed thing that statements take their parameters from: a body, or what one of the exchange's variables holds. {@code :#orderId}
 * is the parameter {@code orderId} of the first of them that has one.
 */
public interface SqlParameters {
    /** The answer of {@link #parameter} for a name that it does not know. */
    Object NONE = new Object();

    /** The value, null for SQL's NULL; {@link #NONE} when there is no parameter of that name. */
    Object parameter(String name);
}
