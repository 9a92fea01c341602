-- what waits for a person and has not been told; the rest of very many is told with the next message
SELECT d.id, d.shop, o.number, d.step, COALESCE(d.cause, 'OTHER') AS cause, d.arguments,
  TIMESTAMPDIFF(MICROSECOND, d.first_failed_at, UTC_TIMESTAMP(3)) DIV 1000 AS age_millis
FROM dead_letters d JOIN orders o ON o.shop = d.shop AND o.shop_order_id = d.shop_order_id
LEFT JOIN notified_letters n ON n.channel = :#channel AND n.letter_id = d.id AND n.cause = COALESCE(d.cause, 'OTHER')
WHERE d.shop IN (:#in:shops) AND d.state = 'OPEN' AND COALESCE(d.waits_for, 'PERSON') = 'PERSON' AND n.letter_id IS NULL
ORDER BY d.shop, d.shop_order_id, d.id
LIMIT 1000
