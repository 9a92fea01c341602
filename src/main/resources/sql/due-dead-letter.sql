SELECT d.shop_order_id, o.buyer_key, d.step
FROM dead_letters d
JOIN orders o ON o.shop = d.shop AND o.shop_order_id = d.shop_order_id
JOIN buyers b ON b.shop = o.shop AND b.buyer_key = o.buyer_key
WHERE d.shop = :#shop AND d.state = 'OPEN' AND d.next_attempt_at <= UTC_TIMESTAMP(3)
  AND (:#realising OR d.step <> 'REALISE') AND d.step <> 'REVIEW'
  AND b.claimed_until < UTC_TIMESTAMP(3) AND UTC_TIMESTAMP(3) BETWEEN :#clockFrom AND :#clockTo
  AND (d.step = 'FEEDBACK' OR NOT EXISTS (SELECT 1 FROM erp_stops s WHERE s.erp = :#erp AND s.stopped_at IS NOT NULL)) -- S6
ORDER BY d.next_attempt_at
LIMIT 1
FOR UPDATE SKIP LOCKED
