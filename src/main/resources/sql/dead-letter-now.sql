-- Z4: a poll tries waiting realisations again, but none whose write may still be going on (I10)
UPDATE dead_letters SET next_attempt_at = UTC_TIMESTAMP(3)
WHERE shop = :#shop AND shop_order_id = :#orderId AND step = 'REALISE' AND state = 'OPEN' AND next_attempt_at > UTC_TIMESTAMP(3)
  AND COALESCE(cause, '') <> 'WRITE_UNANSWERED'
