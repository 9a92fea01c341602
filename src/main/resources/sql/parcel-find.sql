-- with the numbers of the order that wait for a person already. A write may go on for a while after its answer was lost
SELECT p.id, p.state, p.carrier, p.shipping_id, p.sent, p.attempts,
  COALESCE(p.intent_at > UTC_TIMESTAMP(3) - INTERVAL 2 MINUTE, FALSE) AS is_fresh,
  (SELECT GROUP_CONCAT(q.number ORDER BY q.id SEPARATOR ', ') FROM parcels q
    WHERE q.shop = p.shop AND q.shop_order_id = p.shop_order_id AND q.id <> p.id AND q.state = 'REFUSED') AS refused,
  (SELECT GROUP_CONCAT(q.number ORDER BY q.id SEPARATOR ', ') FROM parcels q
    WHERE q.shop = p.shop AND q.shop_order_id = p.shop_order_id AND q.id <> p.id AND q.state = 'UNCLEAR') AS unclear
FROM parcels p
WHERE p.shop = :#parcelShop AND p.shop_order_id = :#orderId AND p.number = :#parcelNumber
