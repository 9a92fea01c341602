-- while it is tried, and for a minute when the process dies over it
UPDATE dead_letters SET next_attempt_at = UTC_TIMESTAMP(3) + INTERVAL 60 SECOND
WHERE shop = :#shop AND shop_order_id = :#orderId AND step = :#step AND state = 'OPEN'
