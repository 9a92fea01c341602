UPDATE dead_letters SET state = 'RESOLVED', closed_at = UTC_TIMESTAMP(3), reason = :#reason
WHERE shop = :#shop AND shop_order_id = :#orderId AND step = :#step AND state = 'OPEN'
