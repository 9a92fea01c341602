INSERT IGNORE INTO waiting (shop, shop_order_id, seen_at) VALUES (:#shop, :#orderId, UTC_TIMESTAMP(3))
