-- I2, I10: corrections that were sent without an answer and can no longer be going on
SELECT c.shop, c.shop_order_id FROM corrections c
WHERE c.open_mark = 1 AND c.unclear_until < UTC_TIMESTAMP(3) AND c.shop IN (:#in:shops)
ORDER BY c.unclear_until LIMIT 20
