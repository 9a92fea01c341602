-- what happened in each hour of the last 31 days; an hour is counted from 1970, UTC
SELECT 'received' AS what, FLOOR(UNIX_TIMESTAMP(received_at) / 3600) AS hour, COUNT(*) AS orders
FROM orders WHERE shop = :#shop AND received_at >= UTC_TIMESTAMP() - INTERVAL 31 DAY GROUP BY hour
UNION ALL
SELECT 'issued', FLOOR(UNIX_TIMESTAMP(issued_at) / 3600) AS hour, COUNT(*)
FROM imports WHERE shop = :#shop AND issued_at >= UTC_TIMESTAMP() - INTERVAL 31 DAY GROUP BY hour
UNION ALL
SELECT 'realised', FLOOR(UNIX_TIMESTAMP(sold_at) / 3600) AS hour, COUNT(*)
FROM imports WHERE shop = :#shop AND sold_at >= UTC_TIMESTAMP() - INTERVAL 31 DAY GROUP BY hour
