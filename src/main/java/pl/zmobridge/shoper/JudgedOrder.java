package pl.zmobridge.shoper;

import java.util.Optional;
import pl.zmobridge.order.DocumentReason;
import pl.zmobridge.order.OrderFacts;
import pl.zmobridge.order.ReceivedOrder;

/**
 * An order as the bridge would take it in, with what it was judged by (D2).
 *
 * @param facts empty when it cannot be read, or nobody knows who buys
 * @param reason what H4 says of it, for where no rule decides
 */
public record JudgedOrder(ReceivedOrder received, Optional<OrderFacts> facts, Optional<DocumentReason> reason) {}
