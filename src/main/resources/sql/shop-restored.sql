-- S7: said once for each restore, at the highest order known, which stays the same until the shop has newer ones
INSERT IGNORE INTO dead_letters (shop, shop_order_id, step, `system`, cause, waits_for, arguments, words, error, first_failed_at, last_failed_at,
  next_attempt_at)
SELECT shop, shop_order_id, :#step, :#system, :#cause, :#waitsFor, :#arguments, :#words, :#error, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3)
FROM orders o
WHERE shop = :#shop AND shop_order_id = :#orderId
  AND NOT EXISTS (SELECT 1 FROM dead_letters d WHERE d.shop = o.shop AND d.state = 'OPEN' AND d.cause = :#cause)
  AND NOT EXISTS (SELECT 1 FROM dead_letters d WHERE d.shop = o.shop AND d.shop_order_id = o.shop_order_id AND d.cause = :#cause)
