-- orders that are over for long enough; what somebody works on, or what may still be tried again, is left for another night
SELECT o.shop, o.shop_order_id, o.buyer_key
FROM orders o JOIN buyers b ON b.shop = o.shop AND b.buyer_key = o.buyer_key
WHERE o.shop IN (:#in:shops) AND o.state IN ('REALISED', 'CLOSED') AND o.erased_at IS NULL
  AND o.updated_at < UTC_TIMESTAMP(3) - INTERVAL :#retentionDays DAY
  AND b.claimed_until < UTC_TIMESTAMP(3) AND UTC_TIMESTAMP(3) BETWEEN :#clockFrom AND :#clockTo
  AND NOT EXISTS (SELECT 1 FROM dead_letters d
    WHERE d.shop = o.shop AND d.shop_order_id = o.shop_order_id AND d.state = 'OPEN')
  AND NOT EXISTS (SELECT 1 FROM feedback f
    WHERE f.shop = o.shop AND f.shop_order_id = o.shop_order_id AND f.state <> 'DONE')
LIMIT 100
FOR UPDATE SKIP LOCKED
