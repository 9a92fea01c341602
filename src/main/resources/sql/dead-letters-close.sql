-- a status that a dead letter held back is not set any more; S7: that the shop was restored is no matter of the one order that it is told of
UPDATE dead_letters d LEFT JOIN feedback f
  ON f.shop = d.shop AND f.shop_order_id = d.shop_order_id AND f.state = 'HELD' AND d.step = 'FEEDBACK'
SET d.state = 'RESOLVED', d.closed_at = UTC_TIMESTAMP(3), d.reason = LEFT(:#reason, 255), f.state = 'DONE'
WHERE d.shop = :#shop AND d.shop_order_id = :#orderId AND d.state = 'OPEN' AND COALESCE(d.cause, '') <> 'SHOP_RESTORED'
