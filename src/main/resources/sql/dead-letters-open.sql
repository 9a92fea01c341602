-- what is stuck, without the payloads, but with buyer and sum of those that have no card; of what is about a product also how much each order wants of it
SELECT d.id, d.shop, d.shop_order_id, o.number, o.zone,
  COALESCE(NULLIF(o.buyer, ''), LEFT(COALESCE(NULLIF(JSON_VALUE(d.payload, '$.order.billing_address.company'), ''),
    NULLIF(CONCAT_WS(' ', JSON_VALUE(d.payload, '$.order.billing_address.firstname'), JSON_VALUE(d.payload, '$.order.billing_address.lastname')), ''),
    NULLIF(JSON_VALUE(d.payload, '$.order.delivery_address.company'), ''),
    NULLIF(CONCAT_WS(' ', JSON_VALUE(d.payload, '$.order.delivery_address.firstname'), JSON_VALUE(d.payload, '$.order.delivery_address.lastname')), '')), 255)) AS buyer,
  COALESCE(o.total, IF(JSON_VALUE(d.payload, '$.order.sum') REGEXP '^[0-9]{1,12}([.][0-9]{1,4})?$', JSON_VALUE(d.payload, '$.order.sum'), NULL)) AS total, o.currency, d.step, d.`system`, d.cause, d.arguments, d.words,
  d.error, d.attempts, d.first_failed_at, d.next_attempt_at,
  IF(d.cause IN ('NO_STOCK', 'UNKNOWN_PRODUCT_CODE', 'PRODUCT_INACTIVE'),
    (SELECT JSON_ARRAYAGG(JSON_OBJECT('code', l.code, 'quantity', l.quantity)) FROM order_lines l
      WHERE l.shop = d.shop AND l.shop_order_id = d.shop_order_id), NULL) AS `lines`
FROM dead_letters d JOIN orders o ON o.shop = d.shop AND o.shop_order_id = d.shop_order_id
WHERE d.shop IN (:#in:shops) AND d.state = 'OPEN'
ORDER BY d.id DESC
LIMIT 5000
