UPDATE dead_letters SET state = 'RESOLVED', closed_at = UTC_TIMESTAMP(3), reason = LEFT(:#reason, 255)
WHERE shop = :#shop AND shop_order_id = :#orderId AND state = 'OPEN'
