-- what was done within a day, and what is stuck, of each shop
SELECT s.shop,
  (SELECT COUNT(*) FROM imports i WHERE i.shop = s.shop AND i.issued_at > UTC_TIMESTAMP(3) - INTERVAL 1 DAY) AS issued,
  (SELECT COUNT(*) FROM imports i WHERE i.shop = s.shop AND i.sold_at > UTC_TIMESTAMP(3) - INTERVAL 1 DAY) AS sold,
  CAST(COALESCE(SUM(d.step <> 'REVIEW' AND COALESCE(d.waits_for, 'PERSON') = 'PERSON'), 0) AS SIGNED) AS needs_person,
  CAST(COALESCE(SUM(d.step <> 'REVIEW' AND d.waits_for = 'STOCK'), 0) AS SIGNED) AS waits_for_stock,
  CAST(COALESCE(SUM(d.step <> 'REVIEW' AND d.waits_for = 'SYSTEM'), 0) AS SIGNED) AS waits_for_system,
  CAST(COALESCE(SUM(d.step = 'REVIEW'), 0) AS SIGNED) AS reviews
FROM cursors s LEFT JOIN dead_letters d ON d.shop = s.shop AND d.state = 'OPEN'
WHERE s.shop IN (:#in:shops)
GROUP BY s.shop
ORDER BY s.shop
