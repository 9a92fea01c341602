-- one order that is over, on request, unless a worker has its buyer
SELECT o.shop, o.shop_order_id, o.buyer_key
FROM orders o JOIN buyers b ON b.shop = o.shop AND b.buyer_key = o.buyer_key
WHERE o.shop = :#shop AND o.shop_order_id = :#orderId AND o.state IN ('REALISED', 'CLOSED')
  AND b.claimed_until < UTC_TIMESTAMP(3) AND UTC_TIMESTAMP(3) BETWEEN :#clockFrom AND :#clockTo
  AND NOT EXISTS (SELECT 1 FROM dead_letters d
    WHERE d.shop = o.shop AND d.shop_order_id = o.shop_order_id AND d.state = 'OPEN')
FOR UPDATE SKIP LOCKED
