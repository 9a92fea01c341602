INSERT IGNORE INTO cursors (shop, last_order_id, first_start_at) VALUES (:#shop, 0, :#first_start_at)
