-- S6: three orders within an hour, not counting those that a person knew when saying go on; inserts nothing while the ERP is stopped
INSERT INTO erp_stops (erp, stopped_at)
SELECT m.erp, UTC_TIMESTAMP(3)
FROM erp_mismatches m LEFT JOIN erp_stops s ON s.erp = m.erp
WHERE m.erp = :#erp AND m.first_at > UTC_TIMESTAMP(3) - INTERVAL 1 HOUR AND m.first_at > COALESCE(s.resumed_at, '1970-01-01')
  AND s.stopped_at IS NULL
GROUP BY m.erp
HAVING COUNT(*) >= 3
ON DUPLICATE KEY UPDATE stopped_at = VALUES(stopped_at)
