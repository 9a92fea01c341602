SELECT d.id, d.shop, d.shop_order_id, o.number, o.zone, d.step, d.`system`, d.cause, d.arguments, d.words,
  d.error, d.attempts, d.first_failed_at, d.next_attempt_at, d.state, d.closed_at, d.reason, d.actor, d.payload
FROM dead_letters d JOIN orders o ON o.shop = d.shop AND o.shop_order_id = d.shop_order_id
WHERE d.shop IN (:#in:shops) AND d.id = :#deadLetterId
