-- how long first imports of the last 30 days took, by the second; re-imports are a person's decision, not a delay
SELECT 'shopToZmo' AS what, issued_after AS seconds, COUNT(*) AS orders
FROM imports WHERE shop IN (:#in:shops) AND issued_at >= UTC_TIMESTAMP() - INTERVAL 30 DAY AND issued_after >= 0 GROUP BY seconds
UNION ALL
SELECT 'paidToDocument', sold_after AS seconds, COUNT(*)
FROM imports WHERE shop IN (:#in:shops) AND sold_at >= UTC_TIMESTAMP() - INTERVAL 30 DAY AND sold_after >= 0 GROUP BY seconds
ORDER BY what, seconds
