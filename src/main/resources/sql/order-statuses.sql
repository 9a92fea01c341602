-- the shop's statuses that orders have, each called as its newest order says it
SELECT s.shop, s.status_id, o.status, s.orders
FROM (SELECT shop, status_id, MAX(shop_order_id) AS newest, COUNT(*) AS orders FROM orders FORCE INDEX (orders_list)
  WHERE shop IN (:#in:shops) AND status_id IS NOT NULL GROUP BY shop, status_id) s
JOIN orders o ON o.shop = s.shop AND o.shop_order_id = s.newest
ORDER BY s.shop, s.status_id
