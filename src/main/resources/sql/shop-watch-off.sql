-- shops whose filter by status_date is not used, because it has shown what it should not, or not all that it should
SELECT shop, filter_off_at, filter_off_why, NULLIF(filter_off_order, 0) AS filter_off_order FROM shop_watch
WHERE shop IN (:#in:shops) AND filter_off_at IS NOT NULL ORDER BY shop
