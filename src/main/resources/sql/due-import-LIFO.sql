SELECT o.shop_order_id, o.buyer_key
FROM orders o JOIN buyers b ON b.shop = o.shop AND b.buyer_key = o.buyer_key
WHERE o.shop = :#shop AND o.due_step = 'IMPORT' AND b.claimed_until < UTC_TIMESTAMP(3) AND UTC_TIMESTAMP(3) BETWEEN :#clockFrom AND :#clockTo
  AND NOT EXISTS (SELECT 1 FROM erp_stops s WHERE s.erp = :#erp AND s.stopped_at IS NOT NULL) -- S6
ORDER BY o.shop_order_id DESC
LIMIT 1
FOR UPDATE SKIP LOCKED
