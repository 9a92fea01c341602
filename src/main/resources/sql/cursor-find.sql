-- S7: what the cursor's own order is known by, and the two highest orders known; how far the watched orders have been looked at, and whether those are so few that
-- asking for all of them costs no more than asking what has changed
SELECT c.last_order_id, c.first_start_at, TIMESTAMPDIFF(SECOND, '1970-01-01', o.placed_at) AS placed_seconds, o.zone, o.total, o.buyer,
  (SELECT MAX(k.shop_order_id) FROM orders k WHERE k.shop = c.shop AND k.shop_order_id <= c.last_order_id) AS newest_known,
  (SELECT k.shop_order_id FROM orders k WHERE k.shop = c.shop AND k.shop_order_id <= c.last_order_id
    ORDER BY k.shop_order_id DESC LIMIT 1 OFFSET 1) AS known_before,
  w.asked_from, TIMESTAMPDIFF(SECOND, '1970-01-01', w.looked_at) AS looked_seconds, w.filter_off_at IS NOT NULL AS filter_off,
  (SELECT COUNT(*) FROM (SELECT 1 FROM orders WHERE shop = :#shop AND state = 'ISSUED' LIMIT 101) issued)
    + (SELECT COUNT(*) FROM (SELECT due_step FROM orders WHERE shop = :#shop AND state = 'RECEIVED' LIMIT 2000) received WHERE due_step IS NULL)
    + (SELECT COUNT(*) FROM (SELECT 1 FROM waiting WHERE shop = :#shop AND why = 'STATUS' LIMIT 101) waiting) <= 100 AS few_watched
FROM cursors c
LEFT JOIN shop_watch w ON w.shop = c.shop
LEFT JOIN orders o ON o.shop = c.shop AND o.shop_order_id = c.last_order_id
WHERE c.shop = :#shop
