-- the dead letter drives the order on from here, not the regular routes; whoever closes the order meanwhile waits, or was first. An attempt that
-- ended in a review is tried no more
UPDATE orders o
LEFT JOIN dead_letters d ON d.shop = o.shop AND d.shop_order_id = o.shop_order_id AND d.step = :#becameReview AND d.state = 'OPEN'
SET o.due_step = IF(:#step = 'FEEDBACK', o.due_step, NULL), o.updated_at = UTC_TIMESTAMP(3),
  d.state = 'RESOLVED', d.closed_at = UTC_TIMESTAMP(3), d.reason = 'Wymaga sprawdzenia'
WHERE o.shop = :#shop AND o.shop_order_id = :#orderId
