INSERT INTO erp_mismatches (erp, shop, shop_order_id, first_at) VALUES (:#erp, :#shop, :#orderId, UTC_TIMESTAMP(3))
ON DUPLICATE KEY UPDATE first_at = first_at
