SELECT f.shop_order_id, o.buyer_key
FROM feedback f
JOIN orders o ON o.shop = f.shop AND o.shop_order_id = f.shop_order_id
JOIN buyers b ON b.shop = o.shop AND b.buyer_key = o.buyer_key
WHERE f.shop = :#shop AND f.state = 'DUE' AND b.claimed_until < UTC_TIMESTAMP(3) AND UTC_TIMESTAMP(3) BETWEEN :#clockFrom AND :#clockTo
ORDER BY f.shop_order_id
LIMIT 1
FOR UPDATE SKIP LOCKED
