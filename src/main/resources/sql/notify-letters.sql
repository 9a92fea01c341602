-- what waits for a person and has not been told; a review that names a further invoice is told again. The rest of very many is told with the next message
SELECT d.id, d.shop, d.number, d.step, d.cause, d.told, d.arguments, TIMESTAMPDIFF(MICROSECOND, d.first_failed_at, UTC_TIMESTAMP(3)) DIV 1000 AS age_millis
FROM (SELECT l.id, l.shop, l.shop_order_id, o.number, l.step, COALESCE(l.cause, 'OTHER') AS cause, l.arguments, l.first_failed_at,
    IF(l.cause IN ('KSEF_MISSING', 'KSEF_NOT_NOTED') AND l.attempts > 1, CONCAT(l.cause, ' ', l.attempts), COALESCE(l.cause, 'OTHER')) AS told
  FROM dead_letters l JOIN orders o ON o.shop = l.shop AND o.shop_order_id = l.shop_order_id
  WHERE l.shop IN (:#in:shops) AND l.state = 'OPEN' AND COALESCE(l.waits_for, 'PERSON') = 'PERSON') d
LEFT JOIN notified_letters n ON n.channel = :#channel AND n.letter_id = d.id AND n.cause = d.told
WHERE n.letter_id IS NULL
ORDER BY d.shop, d.shop_order_id, d.id
LIMIT 1000
