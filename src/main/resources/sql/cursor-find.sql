-- S7: what the cursor's own order is known by, and the two highest orders known
SELECT c.last_order_id, c.first_start_at, TIMESTAMPDIFF(SECOND, '1970-01-01', o.placed_at) AS placed_seconds, o.zone, o.total, o.buyer,
  (SELECT MAX(k.shop_order_id) FROM orders k WHERE k.shop = c.shop AND k.shop_order_id <= c.last_order_id) AS newest_known,
  (SELECT k.shop_order_id FROM orders k WHERE k.shop = c.shop AND k.shop_order_id <= c.last_order_id
    ORDER BY k.shop_order_id DESC LIMIT 1 OFFSET 1) AS known_before
FROM cursors c LEFT JOIN orders o ON o.shop = c.shop AND o.shop_order_id = c.last_order_id
WHERE c.shop = :#shop
