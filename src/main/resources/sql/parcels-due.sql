SELECT shop, shop_order_id, number, created_at < UTC_TIMESTAMP(3) - INTERVAL 5 MINUTE AS is_late
FROM parcels
WHERE shop IN (:#in:parcelShops) AND state IN ('DUE', 'WRITING') AND next_attempt_at <= UTC_TIMESTAMP(3)
ORDER BY next_attempt_at, id
LIMIT 50
