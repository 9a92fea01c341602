INSERT IGNORE INTO imports (shop, shop_order_id, import_no, number, requested_at)
VALUES (:#shop, :#orderId, :#importNo, :#number, UTC_TIMESTAMP(3))
