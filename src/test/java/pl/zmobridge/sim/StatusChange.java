package pl.zmobridge.sim;

/**
 * A status that an order of the shop was given.
 *
 * @param by "shop" for a change made by the test, "api" for one made by {@code PUT /orders/{id}}
 */
public record StatusChange(long orderId, long statusId, String by) {}
