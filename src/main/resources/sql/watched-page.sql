-- imported but not realised, stuck before the import, or waiting for a status to import; not what this very poll fetched
SELECT shop_order_id, state, status_id, realise_since IS NOT NULL AS realise_due,
  received_at < UTC_TIMESTAMP(3) - INTERVAL :#watchDays DAY AS expired,
  EXISTS (SELECT 1 FROM dead_letters d WHERE d.shop = o.shop AND d.shop_order_id = o.shop_order_id
    AND d.step = 'REALISE' AND d.state = 'OPEN') AS realise_waits
FROM orders o
WHERE shop = :#shop AND shop_order_id > :#watchedAfter AND shop_order_id <= :#watchUpTo
  AND (state = 'ISSUED' OR (state = 'RECEIVED' AND due_step IS NULL))
UNION ALL
SELECT shop_order_id, 'WAITING', NULL, FALSE, seen_at < UTC_TIMESTAMP(3) - INTERVAL :#watchDays DAY, FALSE
FROM waiting
WHERE shop = :#shop AND shop_order_id > :#watchedAfter AND shop_order_id <= :#watchUpTo
ORDER BY shop_order_id
LIMIT 50
