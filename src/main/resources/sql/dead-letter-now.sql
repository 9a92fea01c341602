-- Z4: a poll tries waiting realisations again
UPDATE dead_letters SET next_attempt_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#orderId AND step = 'REALISE' AND state = 'OPEN' AND next_attempt_at > UTC_TIMESTAMP(3)
