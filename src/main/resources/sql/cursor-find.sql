SELECT last_order_id, first_start_at FROM cursors WHERE shop = :#shop
