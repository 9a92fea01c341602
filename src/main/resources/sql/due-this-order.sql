SELECT o.shop_order_id, o.buyer_key,
  EXISTS (SELECT 1 FROM erp_stops s WHERE s.erp = :#erp AND s.stopped_at IS NOT NULL) AS erp_stopped
FROM orders o JOIN buyers b ON b.shop = o.shop AND b.buyer_key = o.buyer_key
WHERE o.shop = :#shop AND o.shop_order_id = :#wantedOrder AND b.claimed_until < UTC_TIMESTAMP(3) AND UTC_TIMESTAMP(3) BETWEEN :#clockFrom AND :#clockTo
FOR UPDATE SKIP LOCKED
