SELECT COALESCE(MAX(last_order_id), 0) AS last_order_id FROM cursors WHERE shop = :#shop
