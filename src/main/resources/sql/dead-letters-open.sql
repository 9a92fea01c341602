-- what is stuck, without the payloads; of what is about a product also how much each order wants of it
SELECT d.id, d.shop, d.shop_order_id, o.number, o.zone, o.buyer, o.total, o.currency, d.step, d.`system`, d.cause, d.arguments, d.words,
  d.error, d.attempts, d.first_failed_at, d.next_attempt_at,
  IF(d.cause IN ('NO_STOCK', 'UNKNOWN_PRODUCT_CODE', 'PRODUCT_INACTIVE'),
    (SELECT JSON_ARRAYAGG(JSON_OBJECT('code', l.code, 'quantity', l.quantity)) FROM order_lines l
      WHERE l.shop = d.shop AND l.shop_order_id = d.shop_order_id), NULL) AS `lines`
FROM dead_letters d JOIN orders o ON o.shop = d.shop AND o.shop_order_id = d.shop_order_id
WHERE d.shop IN (:#in:shops) AND d.state = 'OPEN'
ORDER BY d.id DESC
LIMIT 5000
