-- how long first imports of the last 30 days took, by the second; re-imports are a person's decision, not a delay
SELECT 'shopToZmo' AS what, TIMESTAMPDIFF(SECOND, o.placed_at, i.issued_at) AS seconds, COUNT(*) AS orders
FROM imports i JOIN orders o ON o.shop = i.shop AND o.shop_order_id = i.shop_order_id
WHERE i.shop = :#shop AND i.import_no = 1 AND i.issued_at >= UTC_TIMESTAMP() - INTERVAL 30 DAY
  AND o.placed_at <= i.issued_at
GROUP BY seconds
UNION ALL
SELECT 'paidToDocument', TIMESTAMPDIFF(SECOND, o.realise_since, i.sold_at) AS seconds, COUNT(*)
FROM imports i JOIN orders o ON o.shop = i.shop AND o.shop_order_id = i.shop_order_id
WHERE i.shop = :#shop AND i.import_no = 1 AND i.sold_at >= UTC_TIMESTAMP() - INTERVAL 30 DAY
  AND o.realise_since <= i.sold_at
GROUP BY seconds
ORDER BY what, seconds
