-- E: the reason of a review is gone
UPDATE dead_letters SET state = 'RESOLVED', closed_at = UTC_TIMESTAMP(3), reason = :#reason
WHERE shop = :#shop AND shop_order_id = :#orderId AND step = 'REVIEW' AND state = 'OPEN' AND (:#cause = '' OR cause = :#cause)
