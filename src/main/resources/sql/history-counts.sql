-- what happened in each hour since then; an hour is counted from 1970, UTC
SELECT 'received' AS what, TO_SECONDS(received_at) DIV 3600 - 17268672 AS hour, COUNT(*) AS orders
FROM orders WHERE shop IN (:#in:shops) AND received_at >= :#since GROUP BY hour
UNION ALL
SELECT 'issued', TO_SECONDS(issued_at) DIV 3600 - 17268672 AS hour, COUNT(*)
FROM imports WHERE shop IN (:#in:shops) AND issued_at >= :#since GROUP BY hour
UNION ALL
SELECT 'realised', TO_SECONDS(sold_at) DIV 3600 - 17268672 AS hour, COUNT(*)
FROM imports WHERE shop IN (:#in:shops) AND sold_at >= :#since GROUP BY hour
