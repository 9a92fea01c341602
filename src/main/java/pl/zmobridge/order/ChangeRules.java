package pl.zmobridge.order;

/**
 * What the operator decided about orders that change or end in the shop once they have a ZMO.
 *
 * @param editsAsk S4: whether a person says when a ZMO is edited
 * @param withdraws E1: whether the ZMO of a cancelled order is deleted
 */
public record ChangeRules(boolean editsAsk, boolean withdraws) {}
