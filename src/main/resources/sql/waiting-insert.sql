INSERT IGNORE INTO waiting (shop, shop_order_id, seen_at, why, look, forget_at)
VALUES (:#shop, :#orderId, UTC_TIMESTAMP(3), :#why, :#look, UTC_TIMESTAMP(3) + INTERVAL :#forgetIn SECOND)
